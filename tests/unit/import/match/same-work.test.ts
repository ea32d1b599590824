import { describe, expect, it } from 'vitest';
import { isSameWork } from '../../../../src/import/match/same-work.ts';
import { formatReport } from '../../../../src/import/import-report.ts';
import { formatSummary } from '../../../../src/import/import-summary.ts';
import { runImport } from '../run-import.ts';

const ris = (type: string, ...fields: readonly string[]): string =>
  `TY  - ${type}\nAU  - Karimi, Sara\n${fields.join('\n')}\nER  - \n`;

const paper = { title: 'Sleep and memory of nurses at night', type: 'article', journal: 'Example Journal of Sleep' };

describe('two records with the same title, year and first author', () => {
  it('are two works if they are a thesis and its article, and the thesis gets no DOI', () => {
    const { report, files } = runImport(
      ris('THES', 'TI  - The roles of sleep in nurses', 'PY  - 2015', 'PB  - Example University') +
        ris('JOUR', 'TI  - The roles of sleep in nurses', 'PY  - 2015', 'JF  - Example Journal', 'DO  - 10.5555/c1.1'),
    );
    expect(report.records.map(({ outcome, similar }) => [outcome, similar.length])).toEqual([
      ['written', 0],
      ['written', 1],
    ]);
    expect([...files.values()].find((text) => text.includes('type: thesis'))).not.toContain('doi:');
  });

  it.each([
    ['volume', { volume: '5' }, { volume: '7' }],
    ['first page', { pages: '1-9' }, { pages: '20-29' }],
    ['journal', { journal: 'Lancet of Examples' }, { journal: 'Example Journal of Sleep' }],
    ['DOI', { doi: '10.5555/1' }, { doi: '10.5555/2' }],
    ['PMID', { pmid: '12' }, { pmid: '13' }],
    ['type', { type: 'article' }, { type: 'preprint' }],
  ])('are two works if their %s differs', (_, one, other) => {
    expect(isSameWork({ ...paper, ...one }, { ...paper, ...other })).toBe(false);
  });

  it.each([
    ['one source has no volume', { volume: '5' }, {}],
    ['one names the type better', { type: 'review' }, { type: 'article' }],
    ['the last page differs', { pages: '101-110' }, { pages: '101-10' }],
    ['the journal is abbreviated', { journal: 'Ex J Sleep' }, {}],
    ['the journal has an article before its name', { journal: 'The Example Journal of Sleep' }, {}],
    ['the journal is known by its first letters', { journal: 'EJS' }, {}],
    [
      'volume and page are the same in a renamed journal',
      { volume: '5', pages: '1-9', journal: 'Zzz' },
      { volume: '5', pages: '1-9' },
    ],
  ])('are one work although %s', (_, one, other) => {
    expect(isSameWork({ ...paper, ...one }, { ...paper, ...other })).toBe(true);
  });

  it('are many works if the title is that of a column, unless all of the place is the same', () => {
    const reply = (...place: readonly string[]): string => ris('JOUR', "TI  - Authors' reply", 'PY  - 2020', ...place);
    const first = reply('JO  - Example Journal', 'VL  - 5', 'SP  - 10');
    const { report, files } = runImport(
      first +
        reply('JO  - Example Journal', 'VL  - 5', 'SP  - 300') +
        reply('JO  - Lancet of Examples', 'VL  - 5', 'SP  - 10') +
        reply('JO  - Example Journal'),
    );
    expect(report.records.map(({ outcome }) => outcome)).toEqual(['written', 'written', 'written', 'written']);
    expect(runImport(first, files).report.records[0]?.outcome).toBe('unchanged');
  });

  it('are linked as versions if one is the preprint of the other, in both orders', () => {
    const preprint = ris(
      'UNPB',
      'TI  - Sleep and memory of nurses',
      'PY  - 2023',
      'T2  - medRxiv',
      'DO  - 10.5555/pre',
    );
    const article = ris('JOUR', 'TI  - Sleep and memory of nurses', 'PY  - 2024', 'JO  - J', 'DO  - 10.5555/art');
    const linked = (text: string): readonly string[] =>
      [...runImport(text).files.values()].flatMap((file) => /^versions: .*$/m.exec(file)?.[0] ?? []);
    expect(linked(preprint + article)).toEqual(['versions: { preprint: 10.5555/pre }']);
    const { report } = runImport(preprint + article);
    const [, second] = report.records;
    expect(second).toMatchObject({ linked: { file: report.records[0]?.file, role: 'preprint' }, similar: [] });
    expect(formatReport(report)).toMatch(/linked with publications\/2023\/\S+, which is its preprint/);
    expect(formatReport(report)).not.toContain('delete one');
    expect(formatSummary({ report, updates: [], peopleOf: () => [] })).toMatch(
      /was linked with its preprint, .*: is it\?/,
    );
    expect(linked(article + preprint)).toEqual(['versions: { published: 10.5555/art }']);
  });
});
