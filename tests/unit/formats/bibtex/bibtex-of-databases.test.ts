import { describe, expect, it } from 'vitest';
import { parseBibtex } from '../../../../src/formats/bibtex/parse-bibtex.ts';

const authorsOf = (source: string): readonly (readonly [string, boolean])[] =>
  (parseBibtex(`@article{k, title = {T}, author = {${source}}}`).records[0]?.authors ?? []).map(({ name, group }) => [
    name,
    group,
  ]);

describe('BibTeX as databases write it', () => {
  it.each([
    'Karimi Sara S._Müller Oktie_2013',
    'Sample Jr.1997538',
    "vCad'ik-2008",
    'a"b',
    'K{\\"o}nig2010',
    'رضایی1399',
  ])('has the key %s, which ends at the comma', (key) => {
    const { records, problems } = parseBibtex(`@article{${key},\n title = {One, two}, year = 2020}`);
    expect(problems).toEqual([]);
    expect(records.map((record) => [record.key, record.title])).toEqual([[key, 'One, two']]);
  });

  it.each([
    ['@article{title = {One, two}}', undefined],
    ['@article{key}', 'key'],
    ['@article(key, title = {One, two})', 'key'],
  ])('has no other key in %s', (entry, key) => {
    expect(parseBibtex(entry).records.map((record) => record.key)).toEqual([key]);
  });

  it('names groups without braces, also turned around', () => {
    expect(authorsOf('World Health Organization and Organization, World Health and Karimi, Sara')).toEqual([
      ['World Health Organization', true],
      ['World Health Organization', true],
      ['Karimi, Sara', false],
    ]);
    expect(authorsOf('The, Binh and Du Bois, W. E. B.')).toEqual([
      ['The, Binh', false],
      ['Du Bois, W. E. B.', false],
    ]);
  });

  it('numbers people of the same name, which is no part of the name', () => {
    expect(authorsOf('Jan Müller 0002 and Müller 0002, Jan')[0]).toEqual(['Müller, Jan', false]);
  });

  it('has Persian commas between the parts of a name and between keywords', () => {
    expect(authorsOf('رضایی، علی')).toEqual([['رضایی, علی', false]]);
    expect(parseBibtex('@article{k, keywords = {خواب، پرستار، حافظه}}').records[0]?.keywords).toEqual([
      'خواب',
      'پرستار',
      'حافظه',
    ]);
  });

  it('dates a paper without a year by its early access', () => {
    const entry = (fields: string) => parseBibtex(`@article{k, title = {T}, ${fields}}`).records[0];
    expect(entry('Early Access Date = {DEC 2022}')?.published).toEqual({ year: 2022, month: 12 });
    expect(entry('Early-Access-Date = {DEC 2022}, year = {2023}')?.published).toEqual({ year: 2023 });
  });

  it('marks a retraction in a note', () => {
    const [record] = parseBibtex('@article{k, title = {T}, note = {Retracted}}').records;
    expect([record?.status, record?.unplaced]).toEqual(['retracted', []]);
  });
});

describe('BibTeX as people and their programs write it', () => {
  const entry = (fields: string, type = 'article') => parseBibtex(`@${type}{k, title = {T}, ${fields}}`);
  const read = (fields: string, type?: string) => entry(fields, type).records[0];

  it('has commands of NASA ADS for journals', () => {
    const { records, problems } = entry('journal = {\\mnras}');
    expect([records[0]?.container, problems]).toEqual(['Monthly Notices of the Royal Astronomical Society', []]);
  });

  it('has quotation marks of biblatex and csquotes', () => {
    const title =
      '@article{k, title = {On \\enquote{Sleep}, \\mkbibquote{Rest} and \\mkbibparens{brief} \\mkbibitalic{Dreams}}}';
    expect(parseBibtex(title).records[0]?.title).toBe('On “Sleep”, “Rest” and (brief) <i>Dreams</i>');
  });

  it('has commands for where lines break, and for signs by number', () => {
    const { records, problems } = entry(
      'journal = {Night\\hyphen Day \\discretionary{a}{b}{c}\\symbol{38} \\vphantom{x}Rest}',
    );
    expect([records[0]?.container, problems]).toEqual(['Night-Day c& Rest', []]);
  });

  it('has a person with a suffix in braces', () => {
    expect(authorsOf('{S. M. Karimi, Jr.} and {Karimi, Sleep and Sons}')).toEqual([
      ['Karimi, S. M., Jr.', false],
      ['Karimi, Sleep and Sons', true],
    ]);
  });

  it('has pages that go on elsewhere', () => {
    expect(read('pages = {391-+}')?.pages).toEqual({ first: '391' });
    expect(read('pages = {391+}')?.pages).toEqual({ first: '391' });
  });

  it('has the days of a congress as a month', () => {
    expect(read('year = 2014, month = jul # "~18--22"')?.published).toEqual({ year: 2014, month: 7 });
  });

  it('has initials in small letters, and particles', () => {
    expect(authorsOf('Sara m. Karimi and Jan v.d. Berg')).toEqual([
      ['Karimi, Sara m.', false],
      ['v.d. Berg, Jan', false],
    ]);
  });

  it('has keys of biblatex, which are no words', () => {
    expect(read('series = {newseries}')?.series).toBe('New series');
    expect(read('howpublished = {manunpub}', 'unpublished')?.container).toBeUndefined();
  });

  it('has keywords as tags', () => {
    expect(read('tags = {sleep, rest}')?.keywords).toEqual(['sleep', 'rest']);
  });
});
