import { expect, test } from 'vitest';
import { abbreviationOfIeee } from '../../../src/references/abbreviation-of-ieee.ts';

test.each([
  ['Regen Med', 'Regenerative Medicine', 'Regen. Med.'],
  ['J Sleep', 'Journal of Sleep', 'J. Sleep'],
  ['Proc Natl Acad Sci U S A', 'Proceedings of the National Academy of Sciences', 'Proc. Natl. Acad. Sci. U. S. A.'],
  ['Lancet', 'The Lancet', 'Lancet'],
  ['JAMA', 'Journal of the American Medical Association', 'JAMA'],
  ['Knee Surg. Sports', 'Knee Surgery & Sports', 'Knee Surg. Sports'],
  ['Clin Orthop (Lond)', 'Clinical Orthopaedics', 'Clin. Orthop. (Lond.)'],
  ['مجلهٔ تیله', 'مجلهٔ تیله', 'مجلهٔ تیله'],
])('%s', (abbreviation, title, expected) => {
  expect(abbreviationOfIeee(abbreviation, title)).toBe(expected);
});
