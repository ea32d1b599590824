import { expect, test } from 'vitest';
import { formatSummary } from '../../../src/import/import-summary.ts';
import type { RecordReport } from '../../../src/import/import-report.ts';

const record = (outcome: RecordReport['outcome'], file: string, title: string): RecordReport => ({
  source: 'network',
  line: 1,
  outcome,
  file,
  title,
  filled: outcome === 'filled' ? ['doi'] : [],
  different: [],
  unplaced: [],
  similar: [],
});
const report = (records: readonly RecordReport[]) => ({ sources: [], records, journals: [], people: [], pairs: [] });

test('what needs a person comes first, and every text from outside stands in code on one line', () => {
  const summary = formatSummary({
    report: report([
      record('written', 'publications/2024/a.mdx', '## Not a heading\n@all [x](https://evil.example)'),
      record('filled', 'publications/2024/b.mdx', 'B'),
      record('unchanged', 'publications/2024/c.mdx', 'C'),
    ]),
    updates: [
      { file: 'c.mdx', title: 'C', notices: [{ type: 'correction' }], others: [], written: ['notices'] },
      { file: 'd.mdx', title: 'D', status: 'retracted', notices: [], others: [], written: [], conflict: 'the file …' },
    ],
    peopleOf: () => ['karimi-s'],
  });
  expect(summary.split('\n')[0]).toBe('Import publications: 1 retracted, 1 corrected or doubtful, 1 new, 1 changed');
  expect(summary.match(/^## .*/gm)).toEqual([
    '## Retracted or corrected: these need you',
    '## Retracted or corrected',
    '## New, by people of the institute (ORCID iD)',
    '## Changed',
  ]);
  for (const line of summary.split('\n').slice(1)) expect(line).toMatch(/^(?:$|## [RNC]|    )/);
});

test('a proposal is never too long', () => {
  const many = Array.from({ length: 2000 }, (_, number) => record('written', `f${number}.mdx`, 'x'.repeat(5000)));
  const updates = Array.from({ length: 2000 }, (_, number) => ({
    file: `u${number}.mdx`,
    title: 'x'.repeat(500),
    status: 'retracted' as const,
    notices: [],
    others: [],
    written: [],
    conflict: 'y'.repeat(500),
  }));
  const different = [{ field: 'title', file: 'x'.repeat(500), source: 'y'.repeat(500) }];
  const doubtful = many.map((one) => ({
    ...one,
    outcome: 'filled' as const,
    filled: ['doi'],
    different,
    similar: ['z'.repeat(300)],
  }));
  const summary = formatSummary({ report: report([...many, ...doubtful]), updates, peopleOf: () => [] });
  expect(summary.length).toBeLessThan(51_000);
  expect(summary).toContain('more lines');
});
