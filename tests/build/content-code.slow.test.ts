import { describe, test } from 'vitest';
import { expectProblems, withBody, type FailingCode } from './failing-code.ts';

// Slow: each compiles templates of its own.
const cases: FailingCode[] = [
  {
    name: 'a package that is not installed',
    files: { 'publications/2024/x.mdx': withBody('import X from "no-such-package"\n\n## A\n\n<X/>\n') },
    problems: [{ name: 'code-not-compiled', file: 'publications/2024/x.mdx', line: 6 }],
  },
  {
    name: 'a name that the imported file does not have',
    files: {
      'publications/2024/x.mdx': withBody('import { nothing } from "./x.js"\n\n## A\n\n{nothing}\n'),
      'publications/2024/x.js': 'export const something = 1;\n',
    },
    problems: [{ name: 'code-not-compiled', file: 'publications/2024/x.mdx', line: 6 }],
  },
];

describe('an import that cannot be followed is a problem of the body, without a trace of the program', () => {
  test.each(cases)('$name', expectProblems);
});
