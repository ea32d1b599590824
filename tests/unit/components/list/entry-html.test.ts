import { expect, test } from 'vitest';
import { entryHtml } from '../../../../src/components/list/entry-html.ts';
import type { View } from '../../../../src/components/page/view.ts';
import { plainToRich } from '../../../../src/domain/text/rich-text.ts';
import type { Entry, EntryAuthor } from '../../../../src/domain/publication/entry.ts';
import { makeView } from '../../metadata/make-page.ts';

const view = (locale: string): View => ({ ...makeView(locale), indexes: [], textPages: [], styles: [] });

const entry = (authors: readonly EntryAuthor[], more: Partial<Entry> = {}): Entry => ({
  slug: 'x',
  type: 'article',
  lang: 'fa',
  title: plainToRich('T'),
  titles: {},
  authors,
  laterPeople: [],
  authorCount: authors.length,
  published: { year: 2024 },
  status: 'published',
  cited: { authors: [] },
  ...more,
});

const authorsOf = (html: string): string => /<\/h3>(<p.*?<\/p>)/.exec(html)![1]!;
const authors = [
  { name: 'Farzi R', native: { fa: 'رضا فرضی' }, person: 'farzi-r' },
  { name: 'Khiyali S', native: { fa: 'سارا خیالی' } },
];

test('names stand in the language of the reader, in its direction and with its comma', () => {
  expect(authorsOf(entryHtml(entry(authors), view('fa'), { heading: 'h3' }))).toBe('<p>رضا فرضی، سارا خیالی</p>');
  expect(authorsOf(entryHtml(entry(authors, { lang: 'en' }), view('en'), { heading: 'h3' }))).toBe(
    '<p>Farzi R, Khiyali S</p>',
  );
});

test('a name that the record has only in another script is isolated among the others', () => {
  const mixed = [...authors, { name: 'Wu Y' }];
  expect(authorsOf(entryHtml(entry(mixed, { lang: 'en' }), view('fa'), { heading: 'h3' }))).toBe(
    '<p>رضا فرضی، سارا خیالی، <bdi lang="en" dir="ltr">Wu Y</bdi></p>',
  );
  const person = entryHtml(entry(mixed, { authorCount: 9 }), view('fa'), { heading: 'h3', person: 'farzi-r' });
  expect(authorsOf(person)).toBe(
    '<p><b>رضا فرضی</b>، سارا خیالی، <bdi lang="und-Latn" dir="ltr">Wu Y</bdi> و همکاران</p>',
  );
});

test('“et al.” is on the line of the name before it', () => {
  const html = entryHtml(entry([{ name: 'Wu Y' }], { lang: 'en', authorCount: 2 }), view('en'), { heading: 'h3' });
  expect(authorsOf(html)).toBe('<p>Wu Y,\u00a0et al.</p>');
});

test('Arabic names in an English paper are followed by Arabic words, and those of a Persian paper by its own', () => {
  const named = [{ name: 'Farzi R', native: { ar: 'رضا فرضي', fa: 'رضا فرضی' } }];
  const cut = (lang: string) =>
    authorsOf(entryHtml(entry(named, { lang, authorCount: 2 }), view('ar'), { heading: 'h3' }));
  expect(cut('en')).toBe('<p>رضا فرضي وآخرون</p>');
  expect(cut('fa')).toBe('<p>رضا فرضي و همکاران</p>');
});

test('the title of a journal is not repeated on its own page', () => {
  const own = entry(authors, { container: 'Acta', type: 'review' });
  expect(entryHtml(own, view('en'), { heading: 'h4', year: false })).toContain('Acta');
  const html = entryHtml(own, view('en'), { heading: 'h4', year: false, container: false });
  expect(html).not.toContain('Acta');
  expect(html).toContain('<p class="meta"><span>Review</span></p>');
});
