import { expect, test } from 'vitest';
import { bylineHtml, bylineRun } from '../../../../src/components/publication/byline/byline-html.ts';
import type { View } from '../../../../src/components/page/view.ts';
import { makePublication } from '../../../support/make.ts';
import { makePage, makeView } from '../../metadata/make-page.ts';

const view = (locale: string): View => ({ ...makeView(locale), indexes: [], textPages: [], styles: [] });
const written = (lang: string) =>
  makePublication({
    lang,
    authors: [
      { name: 'Farzi, Reza', native: { fa: 'رضا فرضی' } },
      { name: 'Wu, You' },
      { name: 'Khiyali, Sara', native: { fa: 'سارا خیالی', ar: 'سارة خيالي' } },
    ],
  });
const shown = (lang: string, locale: string) => {
  const publication = written(lang);
  const html = bylineHtml({ ...makePage(), publication }, view(locale));
  return {
    text: html
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    run: bylineRun({ ...makePage(), publication }, locale),
  };
};

test('a Persian paper names its authors in Persian first, in the direction of the page, for readers of Persian', () => {
  const { text, run } = shown('fa', 'fa');
  expect(text).toBe('رضا فرضی Reza Farzi، You Wu، سارا خیالی Sara Khiyali سارة خيالي');
  expect(run).toEqual({});
});

test('readers of Arabic see the Arabic name first, else that of the paper', () => {
  expect(shown('fa', 'ar').text).toBe('رضا فرضی Reza Farzi، You Wu، سارة خيالي Sara Khiyali سارا خیالی');
});

test('other readers, and readers of an English paper, see the printed name first', () => {
  expect(shown('fa', 'en').text).toMatch(/^Reza Farzi رضا فرضی, You Wu, Sara Khiyali/);
  expect(shown('en', 'fa')).toMatchObject({
    text: expect.stringMatching(/^Reza Farzi رضا فرضی, You Wu/) as string,
    run: { lang: 'en', dir: 'ltr' },
  });
});

test('a name in the language of the page comes from the file of the person where the paper has none', () => {
  const publication = makePublication({
    lang: 'en',
    authors: [{ name: 'Wu, You' }, { name: 'Farzi, Reza', native: { fa: 'ر. فرضی' } }],
  });
  const natives = { 0: { fa: 'یو وو', ar: 'يو وو' }, 1: { fa: 'رضا فرضی' } };
  const page = { ...makePage({}, { people: { 0: 'wu-you', 1: 'farzi-reza' }, natives }), publication };
  const namesIn = (locale: string) => bylineHtml(page, view(locale)).match(/(?<=class="native"[^>]*>)[^<]+/g);
  expect(namesIn('fa')).toEqual(['یو وو', 'ر. فرضی']);
  expect(namesIn('en')).toEqual(['ر. فرضی']);
});

test('numbers of affiliations have the digits of names in the script of the page, and are read in its direction', () => {
  const publication = (lang: string) =>
    makePublication({
      lang,
      authors: [
        {
          name: 'Farzi, Reza',
          native: { fa: 'رضا فرضی', ar: 'رضا فرضي' },
          affiliations: [1, 2],
          corresponding: true,
        },
      ],
      affiliations: ['One place', 'Another place'],
    });
  const marks = (lang: string, locale: string) =>
    /<sup>(.*)<\/sup>/.exec(bylineHtml({ ...makePage(), publication: publication(lang) }, view(locale)))?.[1];
  expect(marks('fa', 'fa')).toBe('۱،\u2009۲،\u2009*');
  expect(marks('fa', 'ar')).toBe('١،\u2009٢،\u2009*');
  expect(marks('en', 'fa')).toBe('1,2,*');
  expect(marks('fa', 'en')).toBe('1,2,*');
});
