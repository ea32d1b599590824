import { expect, it } from 'vitest';
import { runImport } from '../run-import.ts';

const paper = (...lines: readonly string[]): { text: string; journals: readonly string[] } => {
  const { files } = runImport(
    ['TY  - CPAPER', 'TI  - One', 'AU  - Karimi, S.', 'PY  - 2024', ...lines, 'ER  - ', ''].join('\n'),
  );
  return {
    text: [...files].find(([file]) => file.endsWith('.mdx'))?.[1] ?? '',
    journals: [...files.keys()].filter((file) => file.startsWith('journals/')),
  };
};

it('takes proceedings with an ISSN and volumes for a journal', () => {
  const { text, journals } = paper('T2  - Journal of Physics: Conference Series', 'SN  - 1742-6588', 'VL  - 2701');
  expect(text).toContain('type: conference-paper\n');
  expect(text).toContain('journal: "Journal of Physics: Conference Series"\n');
  expect(journals).toHaveLength(1);
});

it.each([
  ['without a volume', ['T2  - IEEE Conference on Examples', 'SN  - 1063-6919']],
  ['named by their year', ['T2  - 2018 Conference on Examples', 'SN  - 1063-6919', 'VL  - 2']],
  ['named by a short year', ['T2  - Proceedings of SLEEP ’19', 'SN  - 1063-6919', 'VL  - 2']],
  ['named by their number', ['T2  - Proceedings of the 12th Symposium on Sleep', 'SN  - 1063-6919', 'VL  - 2']],
  ['with an ISBN', ['T2  - Lecture Notes in Sleep', 'SN  - 1063-6919', 'SN  - 978-3-16-148410-0', 'VL  - 2']],
])('takes the proceedings of one meeting for a container, though they have an ISSN: %s', (_, lines) => {
  const { text, journals } = paper(...lines);
  expect(text).toMatch(/^container: /m);
  expect(text).not.toMatch(/^journal: /m);
  expect(journals).toEqual([]);
});
