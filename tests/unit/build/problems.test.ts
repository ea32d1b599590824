import { describe, expect, test } from 'vitest';
import { checkFolder, contentFolder } from '../../support/build-site.ts';
import { styleFault } from '../../support/problem-style.ts';
import { findKind } from '../../../src/editor/model/kind-of-file.ts';
import { contentProblemsFa } from '../../../src/editor/view/strings/content-problems-fa.ts';
import { fieldProblemsFa } from '../../../src/editor/view/strings/field-problems-fa.ts';
import { sentenceTranslator } from '../../../src/editor/view/strings/translate-sentence.ts';
import { readProblemCases } from './problem-cases.ts';

const toPersian = sentenceTranslator(fieldProblemsFa, contentProblemsFa);

describe('each known mistake is reported with its name, its position and a hint', () => {
  test.each(readProblemCases())('$name', async ({ files, problems: expected }) => {
    const problems = await checkFolder(contentFolder(files));
    const compared = problems.map((problem, index) =>
      Object.fromEntries(
        Object.keys(expected[index] ?? problem).map((key) => [key, problem[key as keyof typeof problem]]),
      ),
    );
    // A case compares a part of the hint, so that the rest of the sentence can change.
    expect(compared).toEqual(
      expected.map((problem) => ({
        ...problem,
        ...(problem.hint ? { hint: expect.stringContaining(problem.hint) as string } : {}),
      })),
    );
    for (const { file, message, hint, severity } of problems) {
      expect(message, 'no stack trace').not.toMatch(/\.ts:\d+|\bat \w+ \(|node:internal/);
      expect(message.trim(), 'says what is wrong').not.toBe('');
      expect(hint.trim(), 'says what to write').not.toBe('');
      expect([styleFault(message), styleFault(hint)], 'has the form of all problems').toEqual([undefined, undefined]);
      expect(['error', 'warning']).toContain(severity);
      // What the desk opens, it says in Persian too.
      if (findKind(file)) expect([message, hint].filter((text) => toPersian(text) === undefined)).toEqual([]);
    }
  });
});
