import { describe, expect, it } from 'vitest';
import { formatReport, isLossy } from '../../../src/import/import-report.ts';
import { formatSummary } from '../../../src/import/import-summary.ts';
import { runImport } from './run-import.ts';

const ris = (...lines: readonly string[]): string => ['TY  - JOUR', ...lines, 'ER  - ', ''].join('\n');
const news = ris(
  'TI  - Nursing news of the whole year',
  'JF  - Example Journal',
  'PY  - 2024',
  'DO  - 10.5555/n',
  'AB  - Much.',
);
const [file] = [...runImport(news).files.keys()];

describe('a record without authors', () => {
  it('is one without those that a program writes for nobody', () => {
    const { report, files } = runImport(ris('TI  - Sleep', 'AU  - Karimi, Sara', 'AU  - null null', 'PY  - 2024'));
    expect([...files.values()].join()).toContain('authors:\n  - "Karimi, Sara"\npublished');
    expect(report.records[0]?.unplaced).toContainEqual(
      expect.objectContaining({ name: 'author', value: 'null null', reason: 'placeholder' }),
    );
  });

  it('becomes a draft with everything else, and needs a person', () => {
    const { report, files } = runImport(news);
    expect(file).toBe('publications/2024/2024-nursing.mdx');
    expect(files.get(file ?? '')).toBe(
      '---\ntitle: Nursing news of the whole year\ntype: article\nauthors:\n  - { name: "Family, Given" }\njournal: Example Journal\npublished: 2024\ndoi: 10.5555/n\ndraft: true\nadded: 2026-01-02\n---\n\nMuch.\n',
    );
    expect(isLossy(report)).toBe(true);
    expect(formatReport(report)).toContain(
      '→ a draft, because the source has no authors: write them, and delete `draft: true`',
    );
    expect(formatReport(report)).toContain('1 written (1 draft without authors)');
    const summary = formatSummary({ report, updates: [], peopleOf: () => [] });
    expect(summary).toContain('## Drafts, because the source has no authors');
    expect(summary).not.toContain('## New');
  });

  it.each([news, news.replace('DO  - 10.5555/n\n', '')])('is found again, and not written twice', (text) => {
    const first = runImport(text);
    const again = runImport(text, first.files);
    expect(again.report.records.map(({ outcome }) => outcome)).toEqual(['unchanged']);
    expect(isLossy(again.report)).toBe(false);
    expect(runImport(text + text).written.size).toBe(1);
  });

  it('gets its authors from a source that has them, and stays a draft until a person has looked', () => {
    const { files, report } = runImport(
      news.replace('PY  - 2024', 'AU  - Karimi, Sara\nAD  - Karimi, Sara, Clinic\nPY  - 2024'),
      runImport(news).files,
    );
    expect(report.records.map(({ outcome, filled }) => [outcome, filled])).toEqual([
      ['filled', ['authors', 'affiliations']],
    ]);
    expect(files.get(file ?? '')).toContain('authors:\n  - { name: "Karimi, Sara", affiliations: [1] }\n');
    expect(files.get(file ?? '')).not.toContain('Family, Given');
    expect(files.get(file ?? '')).toContain('draft: true');
  });

  it('leaves authors that somebody has written as they are', () => {
    const written = new Map(
      [...runImport(news).files].map(([name, text]) => [name, text.replace('Family, Given', 'Rezaei, Ali')]),
    );
    expect(runImport(news, written).written.size).toBe(0);
  });

  it.each(['[Anonymous]', '[No authors listed]'])('may say %s', (words) => {
    const { files, report } = runImport(news.replace('PY  - 2024', `AU  - ${words}\nPY  - 2024`));
    expect(files.get(file ?? '')).toContain('draft: true');
    expect(report.records[0]?.unplaced).toContainEqual(
      expect.objectContaining({ name: 'author', value: words, reason: 'placeholder' }),
    );
  });
});

describe('a refused record', () => {
  const undated = ris('TI  - One', 'AU  - Karimi, Sara', 'DO  - 10.5555/u', 'AB  - We asked.', 'XX  - 7');

  it('is kept as a whole in the report', () => {
    const { report, written } = runImport(undated);
    expect(written.size).toBe(0);
    expect(report.records[0]).toMatchObject({
      outcome: 'refused',
      record: { fields: { title: 'One', authors: ['Karimi, Sara'], doi: '10.5555/u' }, body: 'We asked.' },
      unplaced: [{ name: 'XX', value: '7' }],
    });
  });

  it('says how to get what it lacks', () => {
    expect(runImport(undated).report.records[0]?.reason).toBe(
      'the source has no date of publication, which every publication needs; add it to the source, fetch the record with npm run import -- doi:10.5555/u, or create the file with npm run new',
    );
    expect(runImport(undated.replace('DO  - 10.5555/u\n', '')).report.records[0]?.reason).not.toContain('fetch');
  });

  it('names no command in the desk', () => {
    const reasonOf = (text: string, before?: ReadonlyMap<string, string>) =>
      runImport(text, before, [], false, undefined, 'desk').report.records[0]?.reason;
    expect(reasonOf(undated)).toBe(
      'the source has no date of publication, which every publication needs; add it to the source, look up doi:10.5555/u, or make a new record from the title',
    );
    const broken = new Map([['publications/one.mdx', '---\ntitle: "One\ndoi: 10.5555/u\n---\n']]);
    expect(reasonOf(undated, broken)).toBe(
      'publications/one.mdx holds this publication, but cannot be read; correct it first: open it from the list, which shows the line',
    );
  });
});
