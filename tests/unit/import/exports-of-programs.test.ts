import { describe, expect, it } from 'vitest';
import { parseSpreadsheet, proposeColumns } from '../../../src/formats/spreadsheet/parse-spreadsheet.ts';
import { runImport } from './run-import.ts';

/** Habits of programs that their users complain about. */
const filesOf = (text: string): string => [...runImport(text).files.values()].join('\n');
const told = (text: string): readonly string[] =>
  runImport(text).report.records.flatMap(({ unplaced }) => unplaced.map(({ name, value }) => `${name}: ${value}`));
const ris = (...lines: readonly string[]): string =>
  ['TY  - JOUR', 'AU  - Karimi S.', 'TI  - One', 'PY  - 2020', ...lines, 'ER  - ', ''].join('\n');

describe('RIS', () => {
  it('has a record whose tags are sorted, so that TY is not the first, and no tag after ER becomes one', () => {
    const sorted = ['DB  - X', 'TI  - One', 'TY  - JOUR', 'AU  - Karimi, S.', 'PY  - 2020', 'ER  - ', ''].join('\n');
    expect(runImport(sorted + sorted.replace('One', 'Two')).report.records.map(({ title }) => title)).toEqual([
      'One',
      'Two',
    ]);
    const [record] = runImport(`NL  - Sample\n\n${ris()}`).report.records;
    expect(record?.unplaced).toEqual([]);
  });

  it('has lists as Python writes them', () => {
    const text = ris()
      .replace('Karimi S.', "['Karimi, Sara', 'Müller, Jan']")
      .replace('PY  - 2020', "PY  - 2020\nKW  - ['sleep', 'nurses']");
    expect(filesOf(text)).toContain('  - "Karimi, Sara"\n  - "Müller, Jan"\n');
    expect(filesOf(text)).toContain('keywords: [sleep, nurses]');
  });

  it('has months in words, and zeros for a day that is not known', () => {
    expect(filesOf(ris().replace('2020', '2020/october'))).toContain('published: 2020-10\n');
    expect(filesOf(ris('Y1  - 2020/00/00'))).toContain('published: 2020\n');
    expect(told(ris('Y1  - 2020/00/00'))).toEqual([]);
  });

  it('has titles that Ovid has translated, beside the originals', () => {
    const text = ris('TT  - Schlaf der Pflegenden. [German]', 'LA  - German').replace(
      'One',
      '[Sleep of nurses]. [German]',
    );
    expect(filesOf(text)).toContain('title: Schlaf der Pflegenden\n');
    expect(filesOf(text)).toContain('titles: { en: Sleep of nurses }');
    expect(filesOf(ris().replace('One', '[Sleep of nurses]'))).toContain('title: "[Sleep of nurses]"');
    expect(filesOf(ris().replace('One', 'Sleep [Review]'))).toContain('title: "Sleep [Review]"');
  });

  it('has addresses by family name', () => {
    const text = ris('AU  - Muller J.', 'M1  - (Karimi) Example Institute', 'M1  - (Muller) Sample Hospital');
    expect(filesOf(text)).toContain('  - { name: Muller J., affiliations: [2] }\n');
  });

  it('has words for a last page and a place that are missing, and mail addresses of publishers', () => {
    const text = ris('SP  - 101', 'EP  - N.PAG', 'CY  - , <Blank>', 'PB  - Sample Press (E-mail: info@sample.example)');
    expect(filesOf(text)).toContain('pages: 101\npublisher: Sample Press\npublished');
    expect(told(text)).toEqual(['EP: N.PAG', 'mail address: info@sample.example', 'place: , <Blank>']);
  });

  it('has the DOI as an address in M3', () => {
    expect(filesOf(ris('M3  - https://doi.org/10.5555/one'))).toContain('doi: 10.5555/one\n');
  });

  it('has markup of pages in abstracts', () => {
    expect(filesOf(ris('AB  - In <i>E. coli</i> at 10<sup>3</sup> and p < 0.05.'))).toContain(
      'In E. coli at 10³ and p \\< 0.05.',
    );
  });
});

describe('BibTeX', () => {
  const bibtex = (type: string, fields: string): string =>
    `@${type}{a, title={One}, author={Karimi, Sara}, year={2024}, ${fields}}`;

  it('of IEEE has keywords without spaces, and a volume that is none before the issue', () => {
    expect(filesOf(bibtex('article', 'keywords={Sleep;Internet of Things;Nurses}'))).toContain(
      'keywords: [Sleep, Internet of Things, Nurses]',
    );
    expect(filesOf(bibtex('article', 'keywords={R&amp;D}'))).toContain('keywords: ["R&D"]');
    const early = bibtex('article', 'volume={PP}, number={99}, pages={1-1}');
    expect(filesOf(early)).not.toMatch(/^(?:volume|issue|pages):/m);
    expect(told(early).slice(0, 3)).toEqual(['volume: PP', 'pages: 1', 'issue: 99']);
  });

  it('of HAL has the number of a thesis', () => {
    expect(filesOf(bibtex('phdthesis', 'school={Example University}, number={2019EX0001}'))).toContain(
      'number: 2019EX0001\n',
    );
  });
});

describe('a table', () => {
  it('of SpringerLink has the journal beside the title, and that of Rayyan names that `and` divides', () => {
    expect(proposeColumns(['Item Title', 'Publication Title', 'Item DOI', 'Authors', 'Publication Year'])).toEqual({
      title: 'Item Title',
      journal: 'Publication Title',
      doi: 'Item DOI',
      authors: 'Authors',
      published: 'Publication Year',
    });
    const { records } = parseSpreadsheet('title,authors\nOne,"Karimi, Sara and Müller, Jan"\n', {
      title: 'title',
      authors: 'authors',
    });
    expect(records[0]?.authors.map(({ name }) => name)).toEqual(['Karimi, Sara', 'Müller, Jan']);
  });
});
