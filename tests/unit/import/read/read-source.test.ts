import { expect, it } from 'vitest';
import { readSource } from '../../../../src/import/read/read-source.ts';

it('a file from which nothing can be read is an error, also if its faults are only warnings', () => {
  const read = readSource(
    'broken.ris',
    new TextEncoder().encode('TI  - Sleep\nAU  - Karimi, Sara\nPY  - 2020\nER  - \n'),
  );
  const problems = 'problems' in read ? read.problems : [];
  expect(problems.map(({ name, severity }) => `${severity} ${name}`)).toContain('error no-records');
});
