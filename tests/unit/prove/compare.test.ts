import { describe, expect, test } from 'vitest';
import { compareReading, fold } from '../../tools/prove/compare.ts';
import type { CitationFile } from '../../tools/prove/program.ts';
import { plainLatex } from '../../tools/prove/plain-latex.ts';
import { fieldsOfRecord, provedFields } from '../../tools/prove/proved-fields.ts';
import { makeCited, makeContribution } from '../formats/make-cited.ts';
import { publicationDetails } from './publication-details.ts';

const cited = makeCited(
  {
    title: ['Marbles of ', { tag: 'i', children: ['Drosophila'] }, ' in the SONET'],
    contributions: [
      { name: { family: 'van der Berg', given: 'Jan', suffix: 'Jr' } },
      { name: { group: 'Night Group' } },
    ],
    editors: [{ name: { family: 'Karimi', given: 'Sara' } }],
    journal: 'Journal of Sleep',
    publisher: 'Sleep House',
    published: { year: 2024, month: 12, day: 3 },
    volume: '12',
    issue: '3',
    pages: { first: 'S101', last: 'S110' },
    doi: '10.5555/1',
    url: 'https://example.org/1',
    isbn: '978-3-16-148410-0',
    pmid: '39713986',
    pmcid: 'PMC11703026',
    keywords: ['glass', 'sport'],
    translators: [{ name: { family: 'Rose', given: 'Mary' } }],
    seriesEditors: [{ name: { family: 'Mario', given: 'Dora' } }],
    thesis: { kind: 'master', advisors: [makeContribution({ name: { family: 'Glas', given: 'Gerd' } })] },
    ...publicationDetails,
    titles: { fa: ['تیله'], de: ['Murmeln'] },
    trials: [
      { id: 'NCT01234567', registry: 'ClinicalTrials.gov', url: 'https://clinicaltrials.gov/study/NCT01234567' },
    ],
    funding: [{ funder: 'Example Foundation', award: '97-01' }],
    abstracts: [{ lang: 'en', sections: [{ label: 'Aims', html: '', text: 'To count.' }] }],
  },
  { journal: { id: 'sleep', title: 'Journal of Sleep', issn: '1234-5679', eissn: '2049-3630' } },
);
const right = { key: 'example-2024', ...fieldsOfRecord(cited, false) };
const compare = (record: object, program = 'pandoc') =>
  compareReading(program, 'csl.json', { records: [{ ...right, ...record }], complaints: [] }, [cited]);

describe('a program that reads citations', () => {
  test('is told right where every field is that of the record', () => {
    expect(compare({})).toMatchObject({ records: 1, compared: provedFields.length, unexplained: [] });
  });

  test.each(provedFields)('is noticed when it reads another %s', (field) => {
    const [difference, ...others] = compare({ [field]: 'otherwise 1999' }).unexplained;
    expect(difference).toMatchObject({ slug: 'example-2024', field, found: 'otherwise 1999' });
    expect(others).toEqual([]);
  });

  test('may show a detail in a note, after its label', () => {
    const missing = (notes: string) =>
      compare({ funding: '', version: '', notes }, 'a program').unexplained.map(({ field }) => field);
    expect(missing('Funding: Example Foundation, award 97-01. Version: 1.4')).toEqual([]);
    expect(missing('Funding: Example Foundation, award 97-012. Version: 1.4')).toEqual(['funding']);
    expect(missing('')).toEqual(['version', 'funding']);
  });

  test('is noticed when it loses a record, or complains', () => {
    const { unexplained } = compareReading('pandoc', 'csl.json', { records: [], complaints: ['a warning'] }, [cited]);
    expect(unexplained.map(({ field }) => field)).toEqual(['complaint', 'record', 'record']);
  });

  test('may print a record, with titles in lower case but for acronyms', () => {
    const print = (printed: string) =>
      compareReading('bibtex', 'bib', { records: [{ key: 'example-2024', printed }], complaints: [] }, [cited]);
    const good = 'J. van der Berg, Jr. and Night Group. Marbles of drosophila in the SONET. Journal of Sleep, 2024.';
    expect(print(good)).toMatchObject({ compared: 3, unexplained: [] });
    expect(print(good.replace('SONET', 'sonet')).unexplained.map(({ field }) => field)).toEqual(['title']);
    expect(print(good.replace('van der ', '')).unexplained.map(({ field }) => field)).toEqual(['authors']);
    expect(print(good.replace('2024', '')).unexplained.map(({ field }) => field)).toEqual(['date']);
  });

  test('has differences explained only where the program is known for them', () => {
    const quotes = { title: 'Marbles of Drosophila in the “SONET”' };
    const quoted = makeCited({ title: ["Marbles of Drosophila in the 'SONET'"] });
    const of = (program: string) =>
      compareReading(program, 'csl.json', { records: [{ key: 'example-2024', ...quotes }], complaints: [] }, [quoted]);
    expect(of('pandoc')).toMatchObject({
      unexplained: [],
      explained: new Map([[expect.any(String), [expect.objectContaining({ field: 'title' })]]]),
    });
    expect(of('zotero').unexplained).toHaveLength(1);
  });
});

test.each([
  ['date', '2024 Dec 3', '2024-12-03'],
  ['date', 'December 2024', '2024-12'],
  ['date', '2024/12/03/', '2024-12-03'],
  ['pages', 'S101--S110', 'S101-10'],
  ['doi', 'https://doi.org/10.5555/A', '10.5555/a'],
])('a %s is the same as %s and %s', (field, one, other) => {
  expect(fold(field, one)).toBe(fold(field, other));
});

test.each([
  ['10$^{6}$ cells {\\"o}f \\textit{D. x} \\& {TNF-$\\alpha$}', '10⁶ cells öf D. x & TNF-α'],
  ['T$_{\\textrm{spout}}$ 50\\%', 'Tspout 50%'],
  ['(\\_en\\_{}: competences)', '(_en_: competences)'],
  ['\\{a\\} {\\textbraceleft}b {\\textbackslash}{\\textasciitilde}c', '{a} {b \\~c'],
])('LaTeX is read as text: %s', (latex, text) => {
  expect(fold('title', plainLatex(latex))).toBe(fold('title', text));
});

describe('a difference is explained for one program, file and field alone', () => {
  const differ = (program: string, file: CitationFile, field: object, own = cited) =>
    compareReading(program, file, { records: [{ key: 'example-2024', ...field }], complaints: [] }, [own]).unexplained;

  test('a title in sentence case, but not without the capitals of names in braces', () => {
    const upper = makeCited({ title: ['The Prevalence of Marbles in Tehran'] });
    expect(differ('pandoc', 'bib', { title: 'The prevalence of marbles in Tehran' }, upper)).toEqual([]);
    expect(differ('pandoc', 'bib', { title: 'The prevalence of marbles in tehran' }, upper)).toHaveLength(1);
    expect(differ('zotero', 'bib', { title: 'The prevalence of marbles in Tehran' }, upper)).toHaveLength(1);
  });

  test('a formula in TeX, but not a word beside it', () => {
    const formula = makeCited({ title: ['Cells at ≤ 10⁻³ M'] });
    expect(differ('zotero', 'bib', { title: 'Cells at łeq 10^{-3} M' }, formula)).toEqual([]);
    expect(differ('zotero', 'bib', { title: 'at łeq 10^{-3} M' }, formula)).toHaveLength(1);
    expect(differ('zotero', 'ris', { title: 'Cells at łeq 10^{-3} M' }, formula)).toHaveLength(1);
    const other = makeCited({ title: ['سلول ≤ β-Å'] });
    expect(differ('zotero', 'bib', { title: 'سلول łeq \\beta-Å' }, other)).toEqual([]);
    for (const title of ['سلو łeq \\beta-Å', 'سلول łeq -Å', 'سلول łeq \\beta-A', 'x سلول łeq \\beta-Å'])
      expect(differ('zotero', 'bib', { title }, other), title).toHaveLength(1);
  });

  test('commands for signs of the syntax, but not a lost sign', () => {
    const tilde = makeCited({ title: ['Some ~50 of {x'] });
    expect(differ('zotero', 'bib', { title: 'Some \\textasciitilde50 of \\textbraceleftx' }, tilde)).toEqual([]);
    expect(differ('zotero', 'bib', { title: 'Some 50 of \\textbraceleftx' }, tilde)).toHaveLength(1);
    expect(differ('bibutils', 'bib', { title: 'Some \\textasciitilde50 of {x' }, tilde)).toHaveLength(1);
  });

  test('a PMID that is not read, but not a wrong one', () => {
    expect(differ('zotero', 'ris', { pmid: '' })).toEqual([]);
    expect(differ('zotero', 'ris', { pmid: '1' })).toHaveLength(1);
    expect(differ('zotero', 'bib', { pmid: '' })).toHaveLength(1);
  });

  test('a group as a person, but not without a letter', () => {
    expect(differ('bibutils', 'ris', { authors: 'van der Berg, Jan, Jr\nGroup, Night' })).toEqual([]);
    expect(differ('bibutils', 'ris', { authors: 'van der Berg, Jan, Jr\nGroup, Nigt' })).toHaveLength(1);
  });

  test('names without particles and suffixes, but not with another family', () => {
    expect(differ('zotero', 'csl.json', { authors: 'Berg, Jan\nNight Group' })).toEqual([]);
    expect(differ('zotero', 'csl.json', { authors: 'Berk, Jan\nNight Group' })).toHaveLength(1);
    expect(differ('zotero', 'csl.json', { authors: 'Jan\nNight Group' })).toHaveLength(1);
    expect(differ('pandoc', 'csl.json', { authors: 'Berg, Jan\nNight Group' })).toHaveLength(1);
  });

  test('a year that acm.bst does not print, but not another one', () => {
    const data = makeCited({ type: 'dataset', title: ['Sleep'], contributions: [{ name: { group: 'Night Group' } }] });
    const print = (printed: string) => differ('bibtex acm', 'bib', { printed: `Night Group Sleep ${printed}` }, data);
    expect(print('')).toEqual([]);
    expect(print('(Dec. 1987).')).toHaveLength(1);
  });

  test('no abstract of a page where the record has none', () => {
    const bare = makeCited({ title: ['Sleep'] });
    expect(differ('zotero', 'html', { abstract: 'Journal article · Night Group' }, bare)).toHaveLength(1);
    expect(differ('zotero', 'html', { abstract: '' }, bare)).toEqual([]);
  });
});
