import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PublicationType } from '../../../src/domain/publication/publication-type.ts';
import { citationNotes } from '../../../src/formats/record/citation-notes.ts';
import { toCslItem } from '../../../src/formats/csl/csl-item.ts';
import { parseCslJson } from '../../../src/formats/csl/parse-csl-json.ts';
import { parseNbib } from '../../../src/formats/nbib/parse-nbib.ts';
import { parseRis } from '../../../src/formats/ris/parse-ris.ts';
import { makeCited } from './make-cited.ts';
import { writerOf } from './write-format.ts';

const writeNbib = writerOf('nbib');
const writeRis = writerOf('ris');

describe('RIS', () => {
  const lines = (...sketch: Parameters<typeof makeCited>): readonly string[] =>
    writeRis([makeCited(...sketch)]).split('\r\n');

  it.each([
    [{ year: 2024 }, 'DA  - 2024///'],
    [{ year: 2024, month: 2 }, 'DA  - 2024/02//'],
    [{ year: 2024, month: 12, day: 3 }, 'DA  - 2024/12/03/'],
  ])('writes the date %o with its own precision', (published, line) => expect(lines({ published })).toContain(line));

  it.each([
    [{ first: 'e1002', last: 'e1010' }, ['SP  - e1002', 'EP  - e1010']],
    [{ first: 'S12' }, ['SP  - S12']],
    [{ first: 'xii', last: 'xv' }, ['SP  - xii', 'EP  - xv']],
  ])('splits the pages %o', (pages, expected) =>
    expect(lines({ pages }).filter((line) => /^[SE]P/.test(line))).toEqual(expected),
  );

  it.each<[type: PublicationType, container: 'journal' | 'container', expected: readonly string[]]>([
    ['article', 'journal', ['SP  - e1002', 'C7  - e1002']],
    ['conference-paper', 'container', ['SP  - e1002', 'C7  - e1002']],
    ['chapter', 'container', ['SP  - e1002']],
  ])('gives the article number of %s where Zotero and EndNote look for it', (type, container, expected) =>
    expect(
      lines({ type, [container]: 'A whole', articleNumber: 'e1002' }).filter((line) => /^(?:SP|EP|C7)/.test(line)),
    ).toEqual(expected),
  );

  it.each<[type: PublicationType, expected: readonly string[]]>([
    ['book', ['A2', 'A3', 'M1', 'T3']],
    ['chapter', ['A2', 'A3', 'SV', 'T3']],
    ['report', ['A2', 'ED', 'T2']],
    ['conference-paper', ['A2', 'A3', 'T3']],
  ])('gives the series of a %s where Zotero and EndNote look for it', (type, expected) => {
    const series = {
      series: 'Studies',
      seriesNumber: '41',
      editors: [{ name: { family: 'Karimi', given: 'Sara' } }],
      seriesEditors: [{ name: { family: 'Mario', given: 'Dora' } }],
    };
    const written = lines({ type, publisher: 'Press', ...series });
    const values = /^(\w\w) {2}- (?:Studies|41|Karimi, Sara|Mario, Dora)$/;
    expect(written.flatMap((line) => values.exec(line)?.[1] ?? []).sort()).toEqual(expected);
    expect(written.includes('N1  - Series number: 41')).toBe(!expected.some((tag) => tag === 'M1' || tag === 'SV'));
    const [record] = parseRis(written.join('\r\n')).records;
    expect(record).toMatchObject({ series: 'Studies', seriesNumber: '41', publisher: 'Press' });
    expect([record?.editors, record?.seriesEditors].map((people) => people?.map(({ name }) => name))).toEqual([
      ['Karimi, Sara'],
      ['Mario, Dora'],
    ]);
  });

  it('keeps a report apart from its series', () => {
    const text = lines({ type: 'report', publisher: 'Press', container: 'A collection' }).join('\r\n');
    expect(parseRis(text).records[0]).toMatchObject({ publisher: 'Press', container: 'A collection' });
    const bare = lines({ type: 'report', series: 'Studies', container: undefined }).join('\r\n');
    expect(parseRis(bare).records[0]).toMatchObject({ series: 'Studies' });
    expect(parseRis(bare).records[0]?.container).toBeUndefined();
  });

  it('keeps a group whole and a particle with its family name', () => {
    const contributions = [
      { name: { group: 'Ministry of Health and Education, Tehran' } },
      { name: { family: 'van der Berg', given: 'Jan' } },
      { name: { family: 'Suharto' } },
    ];
    expect(lines({ contributions }).filter((line) => line.startsWith('AU'))).toEqual([
      'AU  - Ministry of Health and Education, Tehran',
      'AU  - van der Berg, Jan',
      'AU  - Suharto',
    ]);
  });

  it('ends every line with CR LF and never wraps', () => {
    const long = 'word '.repeat(500).trim();
    expect(lines({ title: [long] })).toContain(`TI  - ${long}`);
    expect(writeRis([makeCited()]).replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });
});

describe('NBIB', () => {
  it('wraps at spaces only', () => {
    const record = writeNbib([makeCited({ title: [`${'a'.repeat(200)} ${'word '.repeat(40).trim()}`] })]);
    expect(record).toContain(`TI  - ${'a'.repeat(200)}\n      word word`);
    expect(record.replace(/\n {6}/g, ' ')).toContain(`${'a'.repeat(200)} ${'word '.repeat(40).trim()}\n`);
  });

  it.each([
    [{ year: 2024, month: 12, day: 3 }, '2024 Dec 3'],
    [{ year: 2024, month: 5 }, '2024 May'],
    [{ year: 2024 }, '2024'],
  ])('writes the date %o as PubMed does', (published, words) =>
    expect(writeNbib([makeCited({ published })])).toContain(`DP  - ${words}\n`),
  );

  it.each([
    ['published', '[Sleep in nurses]', 'خواب پرستاران'],
    ['retracted', 'RETRACTED: [Sleep in nurses]', 'RETRACTED: خواب پرستاران'],
  ] as const)('writes an English translation as NLM does, in brackets, and reads it: %s', (status, english, own) => {
    const titles = { en: ['Sleep in nurses'], ar: ['النوم'] };
    const text = writeNbib([makeCited({ lang: 'fa', title: ['خواب پرستاران'], titles, status })]);
    expect(text.match(/^(?:TI|TT|LA) .*$/gm)).toEqual([`TI  - ${english}`, 'LA  - per', `TT  - ${own}`, 'TT  - النوم']);
    const [record] = parseNbib(text).records;
    expect([record?.title, record?.status ?? 'published']).toEqual(['خواب پرستاران', status]);
    expect(record?.titles).toEqual([{ lang: 'en', text: 'Sleep in nurses' }, { text: 'النوم' }]);
  });

  it('reads a title in brackets as it is where the publication is in English', () => {
    const text = writeNbib([makeCited({ title: ['[Corrigendum]'], titles: { fa: ['اصلاحیه'] } })]);
    expect(parseNbib(text).records[0]?.title).toBe('[Corrigendum]');
  });

  it('writes notices with the tags of PubMed', () => {
    const record = writeNbib([
      makeCited({
        status: 'retracted',
        notices: [
          { type: 'retraction', doi: '10.5555/r' },
          { type: 'correction', doi: '10.5555/c' },
        ],
      }),
    ]);
    expect(record).toContain('PT  - Retracted Publication\n');
    expect(record).toContain('RIN - doi: 10.5555/r\nEIN - doi: 10.5555/c\n');
  });

  it('writes known headings by name, and the numbers of all', () => {
    const labels = { D006801: { en: 'Humans', fa: 'انسان' }, D012890: { fa: 'خواب' } };
    const record = writeNbib([makeCited({ mesh: ['D006801', 'D012890', 'D008568'] }, { mesh: labels })]);
    expect(record.match(/^(?:MH|GN) .*$/gm)).toEqual(['MH  - Humans', 'GN  - MeSH: D006801 D012890 D008568']);
  });
});

describe('CSL-JSON', () => {
  const funding = [{ funder: 'Example Foundation', award: '97-01' }];
  const trials = [{ id: 'NCT01234567', registry: 'ClinicalTrials.gov', url: 'https://example.org' }];

  it('has what CSL has no variable for in notes, which programs show', () => {
    const item = toCslItem(makeCited({ trials, funding, titles: { fa: ['تیله'] }, pmid: '1' }));
    expect(item['note']).toBe(
      'Trial registration: NCT01234567\nFunding: Example Foundation, award 97-01\nTranslated title (fa): تیله',
    );
    expect(item['custom']).toBeUndefined();
  });

  it('begins a note with an empty line where pandoc would take its first line for a variable', () => {
    expect(toCslItem(makeCited({ funding }))['note']).toBe('\nFunding: Example Foundation, award 97-01');
    const text = writerOf('csl-json')([makeCited({ funding })]);
    expect(parseCslJson(text).records[0]).toMatchObject({ funding, unplaced: [] });
  });

  /**
   * The properties that we use of https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json, version
   * 1.0.2.
   */
  const properties = {
    text: [
      'id',
      'type',
      'title',
      'container-title',
      'container-title-short',
      'event-title',
      'event',
      'event-place',
      'publisher',
      'volume',
      'issue',
      'page',
      'number',
      'genre',
      'DOI',
      'PMID',
      'PMCID',
      'ISSN',
      'ISBN',
      'URL',
      'language',
      'abstract',
      'keyword',
      'status',
      'note',
    ],
    other: ['author', 'issued', 'custom'],
  };
  const folder = new URL('../../cases/citations/', import.meta.url);
  const cases = readdirSync(folder).flatMap((file) => /^([^.]+)\.json$/.exec(file)?.[1] ?? []);

  it.each(cases)('of %s follows the schema', (name) => {
    const { publication, context } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
    const item = toCslItem(makeCited(publication, context));
    for (const [property, value] of Object.entries(item)) {
      if (properties.text.includes(property)) expect([property, typeof value]).toEqual([property, 'string']);
      else expect(properties.other).toContain(property);
    }
    for (const part of ('date-parts' in item.issued ? item.issued['date-parts'] : []).flat())
      expect(Number.isInteger(part)).toBe(true);
    for (const author of item.author ?? []) {
      expect(['literal', 'family', 'given', 'non-dropping-particle', 'suffix']).toEqual(
        expect.arrayContaining(Object.keys(author)),
      );
    }
  });
});

describe('citationNotes', () => {
  it('put the most serious first, and include a status without a notice', () => {
    expect(
      citationNotes(makeCited({ status: 'retracted', notices: [{ type: 'correction', date: { year: 2020 } }] })),
    ).toEqual(['RETRACTED.', 'Corrected on 2020.']);
    expect(citationNotes(makeCited())).toEqual([]);
  });

  it('link the other versions by DOI, else by their page', () => {
    const cited = makeCited(
      { type: 'preprint' },
      { publishedVersion: { slug: 'final-2025' }, preferred: { doi: '10.5555/final' } },
    );
    expect(citationNotes(cited)).toEqual([
      'Cite instead: https://doi.org/10.5555/final',
      'Published version: https://example.org/publications/final-2025/',
    ]);
  });
});
