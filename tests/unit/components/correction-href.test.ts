import { describe, expect, test } from 'vitest';
import { correctionHref } from '../../../src/components/page/correction-href.ts';
import { correctionLinks } from '../../../src/components/publication/correction-links.ts';
import { createTranslator } from '../../../src/i18n/translate.ts';
import { readHtml, attribute, textOf } from '../../support/read-html.ts';
import { makePage, makeView } from '../metadata/make-page.ts';

const url = 'https://example.org/publications/x/';
const en = createTranslator('en');
const authors = { name: 'authors', label: 'Authors' };

/** A `mailto:` as a mail program reads it (RFC 6068). */
function readLetter(href: string | undefined): Readonly<Record<string, string | undefined>> {
  const [, address = '', query = ''] = /^mailto:([^?]*)\?(.*)$/s.exec(href ?? '') ?? [];
  const pairs = query.split('&').map((pair) => pair.split('=').map(decodeURIComponent));
  return { address: decodeURIComponent(address), ...(Object.fromEntries(pairs) as Record<string, string>) };
}

describe('a letter', () => {
  test.each([
    'Salt & pepper: 100% of what? #1 + “quotes” <b>',
    'اثر نمک & فلفل: ۱۰۰٪ کتاب‌های علمی',
    'A\n  title\tin lines',
  ])('about %j says where and what', (title) => {
    const whole = title.replace(/\s+/g, ' ');
    const href = correctionHref('library@example.org', { title, url, field: authors }, en);
    expect(href).toMatch(/^mailto:library@example\.org\?[\w.~!*'()%@&=\p{Letter}\u200c-]+$/u);
    expect(readLetter(href)).toEqual({
      address: 'library@example.org',
      subject: `Correction of Authors: ${whole}`,
      body: `What should be corrected?\r\n\r\n\r\n${whole}\r\n${url}`,
    });
  });

  test('is in the language of the reader', () => {
    const href = correctionHref('a@example.org', { title: 'Salt', url }, createTranslator('fa'));
    expect(readLetter(href)).toMatchObject({
      subject: 'درخواست اصلاح: Salt',
      body: expect.stringContaining('چه چیزی') as string,
    });
  });

  test('with a long title is short enough for every mail program, and has the whole title', () => {
    const title = 'کتاب‌های علمی '.repeat(15).trim();
    const href = correctionHref('a@example.org', { title, url, field: authors }, en)!;
    // As a browser hands it over, with six characters for a Persian letter.
    expect(new URL(href).href.length).toBeLessThan(2000);
    expect(href).toContain('کتاب');
    expect(readLetter(href).subject).toMatch(/ …$/);
    expect(readLetter(href).body).toContain(title);
  });

  test('keeps what the institute has put into its address', () => {
    const href = correctionHref(
      'mailto:a+b&c@example.org?subject=%5Bfix%5D%20{title}&cc=d@example.org',
      { title: 'A & b', url },
      en,
    );
    expect(readLetter(href)).toMatchObject({
      address: 'a+b&c@example.org',
      subject: '[fix] A & b',
      cc: 'd@example.org',
    });
    expect(readLetter(href).body).toContain(url);
  });
});

test('a form gets each value encoded, and nothing for what is not known', () => {
  const form = 'https://example.org/fix?t={title}&u={url}&s={slug}&f={field}';
  const values = (subject: Parameters<typeof correctionHref>[1]) =>
    Object.fromEntries(new URL(correctionHref(form, subject, en)!).searchParams);
  const title = 'نمک & 100%\n#1 {slug}';
  expect(values({ title, url, slug: 'x', field: authors })).toEqual({
    t: 'نمک & 100% #1 {slug}',
    u: url,
    s: 'x',
    f: 'authors',
  });
  expect(values({ title: 'A', url })).toEqual({ t: 'A', u: url, s: '', f: '' });
});

test('without an address there is nowhere to report to', () => {
  expect(correctionHref(undefined, { title: 'A', url }, en)).toBeUndefined();
  expect(correctionLinks(makePage(), makeView())).toEqual([]);
});

describe('the ways to report an error in a record', () => {
  const linksOf = (corrections: string, locale = 'en') =>
    readHtml(
      correctionLinks(makePage({ doi: '10.5555/a', keywords: ['b'] }), makeView(locale, { corrections })).join(''),
    ).all('a');

  test('name the parts that it has, and what is none of them', () => {
    const links = linksOf('https://example.org/?f={field}');
    const fields = links.map((link) => new URL(attribute(link, 'href')!).searchParams.get('f'));
    expect(fields).toEqual(expect.arrayContaining(['title', 'published', 'keywords', 'identifiers', '']));
    expect(fields).not.toContain('funding');
    expect(links.map(textOf)).toContain('Something else');
  });

  test('are letters in the language of the page', () => {
    const [first] = linksOf('a@example.org', 'fa');
    expect(readLetter(attribute(first!, 'href')).subject).toMatch(/^درخواست اصلاح عنوان: /);
  });

  test('are one where the form takes no part', () => {
    expect(linksOf('https://example.org/?u={url}').map(textOf)).toEqual(['Report an error']);
  });
});
