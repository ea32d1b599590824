import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CatalogStore } from '../../../src/store/catalog-store.ts';
import { readStyles } from '../../../src/build/read-styles.ts';
import { createReferenceRenderer } from '../../../src/references/citeproc.ts';
import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { cleanReference } from '../../../src/references/reference-html.ts';
import { referenceForms } from '../../../src/references/reference-item.ts';
import { itemForStyle } from '../../../src/references/style-item.ts';
import { shortStyleNames, type CslNode, type LoadedStyle } from '../../../src/domain/publication/reference-styles.ts';
import { makeCited } from '../formats/make-cited.ts';
import { hostileRecords } from '../formats/hostile-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'styles-'));
const own = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>House Style</title><id>http://example.org/house</id><updated>2024-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title" font-style="italic"/></layout></bibliography>
</style>`;

function load(names: readonly string[]) {
  const store = new CatalogStore(join(mkdtempSync(join(tmpdir(), 'catalog-')), 'catalog.db'), 'write');
  const { problems, digest } = readStyles(names, folder, store);
  const again = readStyles(names, folder, store);
  expect(again.digest).toBe(digest);
  const styles = JSON.parse(store.setting('styles') ?? '[]') as LoadedStyle[];
  const locales = JSON.parse(store.setting('style locales') ?? '{}') as Record<string, CslNode>;
  store.close();
  return { problems, styles, locales };
}

mkdirSync(join(folder, 'styles'));
writeFileSync(join(folder, 'styles/house.csl'), own);
const { problems, styles, locales } = load([...Object.keys(shortStyleNames), 'nature', 'house']);
const render = createReferenceRenderer(locales);
const styleNamed = (name: string): LoadedStyle => styles.find((style) => style.name === name)!;
const cite = (cited: CitedPublication, name: string, form = 0): string => {
  const { item, locale } = referenceForms(cited)[form]!;
  const style = styleNamed(name);
  return cleanReference(render(itemForStyle(item, style.id, cited), style, locale));
};

const article = makeCited(
  {
    title: ['Sleep and ', { tag: 'i', children: ['memory'] }, ' in nurses'],
    contributions: [
      { name: { family: 'Karimi', given: 'Sara' }, native: { fa: 'کریمی، سارا' } },
      { name: { family: 'van der Berg', given: 'Jan' } },
      { name: { group: 'Night Study Group' } },
    ],
    titles: { fa: ['خواب و حافظهٔ پرستاران'] },
    journal: 'Journal of Sleep',
    published: { year: 2024, month: 12, day: 3 },
    volume: '12',
    issue: '3',
    pages: { first: '101', last: '110' },
    doi: '10.5555/a<b>&c',
  },
  { journal: { id: 'sleep', title: 'Journal of Sleep', abbreviation: 'J Sleep' } },
);

describe('the styles of a site', () => {
  test('are those with a short name, any style of the CSL project by its id, and those in the content folder', () => {
    expect(problems).toEqual([]);
    expect(styles.map(({ label }) => label)).toEqual([
      'Vancouver',
      'APA',
      'AMA',
      'NLM',
      'MLA',
      'Chicago',
      'Harvard',
      'IEEE',
      'Nature',
      'House Style',
    ]);
  });

  test('that are unknown are a problem with a hint', () => {
    const [problem] = load(['vancuver']).problems;
    expect(problem).toMatchObject({ severity: 'error', name: 'unknown-style', file: 'site.yaml', field: 'styles[1]' });
    expect(problem!.hint).toBe('did you mean vancouver?');
    expect(load(['no-such-style-at-all']).problems[0]!.hint).toContain('styles of the content');
  });

  test('are none if the list is empty', () => {
    expect(load([])).toMatchObject({ problems: [], styles: [] });
  });

  test('of the institute itself change with their file', () => {
    const other = mkdtempSync(join(tmpdir(), 'styles-'));
    cpSync(folder, other, { recursive: true });
    const store = new CatalogStore(join(other, 'catalog.db'), 'write');
    const before = readStyles(['house'], other, store).digest;
    writeFileSync(join(other, 'styles/house.csl'), own.replace('italic', 'normal'));
    expect(readStyles(['house'], other, store).digest).not.toBe(before);
    store.close();
  });
});

describe('a reference', () => {
  test.each([
    [
      'vancouver',
      'Karimi S, van der Berg J; Night Study Group. Sleep and memory in nurses. J Sleep. 2024 Dec 3;12(3):101-10.',
    ],
    [
      'ama',
      'Karimi S, van der Berg J; Night Study Group. Sleep and <i>memory</i> in nurses. <i>J Sleep</i>. 2024;12(3):101-110.',
    ],
    [
      'apa',
      'Karimi, S., van der Berg, J., &#38; Night Study Group. (2024). Sleep and <i>memory</i> in nurses. <i>Journal of Sleep</i>, <i>12</i>(3), 101–110.',
    ],
    ['house', '<i>Sleep and <span>memory</span> in nurses</i>'],
  ])('in %s', (name, expected) => {
    expect(plain(cite(article, name))).toContain(plain(expected));
  });

  test('links its DOI, with any characters', () => {
    expect(cite(article, 'apa')).toContain('<a href="https://doi.org/10.5555/a%3Cb%3E&amp;c">');
  });

  test('has a Persian form with the Jalali and the Gregorian year, if there is a Persian title', () => {
    const persian = cite(article, 'vancouver', 1);
    expect(persian).toContain('کریمی سارا');
    expect(persian).toContain('خواب و حافظهٔ پرستاران');
    expect(persian).toContain('1403 [2024]');
    expect(referenceForms(makeCited({}))).toHaveLength(1);
  });

  test.each([
    [{ year: 2024 }, '1402/1403'],
    [{ year: 2024, month: 3 }, '1402/1403'],
    [{ year: 2024, month: 3, day: 19 }, '1402'],
    [{ year: 2024, month: 3, day: 20 }, '1403'],
    [{ year: 2024, month: 12 }, '1403'],
  ])('has the Jalali year of %o with its own precision', (published, year) => {
    const forms = referenceForms(makeCited({ published, lang: 'fa', title: ['خواب'] }));
    expect(forms[1]!.item.issued).toEqual({ literal: `${year} [2024]` });
  });

  test('says in Vancouver when the article appeared online', () => {
    const online = { 'date-parts': [[2024, 7, 5]] };
    const { item, locale } = referenceForms(article)[0]!;
    const style = styleNamed('vancouver');
    const html = render({ ...itemForStyle(item, style.id, article), 'available-date': online }, style, locale);
    // ICMJE samples, article published electronically ahead of the print version.
    expect(plain(html)).toContain('12(3):101-10. doi: 10.5555/a');
    expect(plain(html)).toContain('. Epub 2024 Jul 5.');
  });

  test('says in the Persian form when the article appeared online, in the calendar and the words of the form', () => {
    const online = { year: 2023, month: 4, day: 20 };
    const article = makeCited({ lang: 'fa', title: ['خواب'], published: { year: 2023, month: 5, day: 15 }, online });
    const { item, locale } = referenceForms(article)[1]!;
    const style = styleNamed('vancouver');
    const text = plain(render(itemForStyle(item, style.id, article), style, locale));
    expect(text).toContain('انتشار آنلاین 31 فروردین 1402');
    expect(text).not.toMatch(/Epub|آوریل/);
  });

  test('dates a poster by its congress', () => {
    const poster = makeCited({ type: 'poster', container: 'Congress', published: { year: 2024, month: 6, day: 12 } });
    expect(referenceForms(poster)[0]!.item).toMatchObject({
      event: 'Congress',
      'event-date': { 'date-parts': [[2024, 6, 12]] },
    });
  });

  test('has the printed year of another calendar, and the Gregorian year in which it begins', () => {
    const printed = { calendar: 'persian', year: 1402 } as const;
    const [year, day] = [
      { year: 2023, printed },
      { year: 2023, month: 8, day: 3, printed: { ...printed, month: 5, day: 12 } },
    ].map((published) => cite(makeCited({ published }), 'apa'));
    expect(year).toContain('(1402 [2023])');
    expect(day).toContain('(2023');
    expect(referenceForms(makeCited({ published: { year: 2023, printed }, lang: 'fa' }))[1]!.item.issued).toEqual({
      literal: '1402 [2023]',
    });
  });

  test('marks a retraction', () => {
    expect(cite(makeCited({ status: 'retracted' }), 'vancouver')).toContain('RETRACTED: A title');
    expect(cite(makeCited({ status: 'retracted' }), 'apa')).toContain('RETRACTED: A title');
  });

  test.each(hostileRecords)('holds only safe markup: %s', (_, cited) => {
    for (const { name } of styles) {
      const html = cite(cited, name);
      const tags = html.match(/<[^>]*>/g) ?? [];
      for (const tag of tags)
        expect(tag).toMatch(
          /^<(?:\/?(?:i|b|sup|sub|span)|span class="small-caps"|\/a|a href="https?:\/\/[^"<>\s]+")>$/,
        );
    }
  });
});

describe('a trimmed style', () => {
  test('renders the same references as the whole style', () => {
    const renderWhole = createReferenceRenderer(locales, (style) => style);
    const whole = (style: LoadedStyle): LoadedStyle => ({ ...style, name: `whole ${style.name}` });
    const samples = [article, makeCited({ type: 'book', publisher: 'Press' }), makeCited({ contributions: [] })];
    for (const style of styles)
      for (const cited of samples)
        for (const { item, locale } of referenceForms(cited))
          expect(render(item, style, locale), style.name).toBe(renderWhole(item, whole(style), locale));
  });
});

const plain = (html: string): string => html.replace(/<[^>]*>/g, '');
