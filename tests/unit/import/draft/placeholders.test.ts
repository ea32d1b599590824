import { describe, expect, it } from 'vitest';
import { formatReport, isLossy } from '../../../../src/import/import-report.ts';
import { runImport } from '../run-import.ts';

describe('words for a missing value', () => {
  const entry = (number: number): string =>
    `TY  - JOUR\nTI  - Sleep and memory of nurses ${number}\nAU  - Karimi, S.\nAU  - et al.\nPY  - 2020\nVL  - n/a\nSP  - N.PAG\nAB  - NA\nER  - \n`;

  it('are never content', () => {
    const { files } = runImport(entry(1));
    expect([...files.values()]).toEqual([
      '---\ntitle: Sleep and memory of nurses 1\ntype: article\nauthors:\n  - "Karimi, S."\npublished: 2020\nadded: 2026-01-02\n---\n',
    ]);
  });

  it('are reported once with their number, and are no failure', () => {
    const { report } = runImport(entry(1) + entry(2));
    expect(isLossy(report)).toBe(false);
    expect(formatReport(report)).toContain(
      'Missing in the source, which says so in words such as n/a: SP (2), author (2), abstract (2), volume (2)',
    );
  });

  it('can be a title', () => {
    expect([...runImport(entry(1).replace(/TI .*/, 'TI  - NA')).files.values()][0]).toContain('title: NA\n');
  });
});
