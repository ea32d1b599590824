import { describe, test } from 'vitest';

/**
 * Options of a test that repeats a quick one with another value, such as a second language, host or width:
 * `npm run test:all` runs it, `npm test` does not.
 */
export const slow = { tags: ['slow'] };

/** The same where a test is not quick. */
export const slowUnless = (isQuick: boolean): { tags?: string[] } => (isQuick ? {} : slow);

type Body<Case> = [Case] extends [readonly unknown[]]
  ? (...values: [...Case]) => void | Promise<void>
  : (value: Case) => void | Promise<void>;
type IsQuick<Case> = (value: Case, index: number) => boolean;

/** As `test.each`. Cases that are not quick are {@link slow}; the first one is quick unless a function says otherwise. */
export const testEach =
  <const Case>(cases: readonly Case[], isQuick: IsQuick<Case> = isFirst) =>
  (name: string, body: Body<Case>): void => {
    const { quick, others } = divide(cases, isQuick);
    test.each(quick)(name, body as (...values: unknown[]) => void);
    test.each(others)(name, slow, body as (...values: unknown[]) => void);
  };

/** As `describe.each`, in the same way. */
export const describeEach =
  <const Case>(cases: readonly Case[], isQuick: IsQuick<Case> = isFirst) =>
  (name: string, body: Body<Case>): void => {
    const { quick, others } = divide(cases, isQuick);
    describe.each(quick)(name, body as (...values: unknown[]) => void);
    describe.each(others)(name, slow, body as (...values: unknown[]) => void);
  };

const isFirst = (_value: unknown, index: number): boolean => index === 0;

function divide<Case>(cases: readonly Case[], isQuick: IsQuick<Case>): { quick: Case[]; others: Case[] } {
  const quick = cases.filter(isQuick);
  // A group without a quick test would not be tested by `npm test` at all.
  if (quick.length === 0) throw new Error('One case must be quick.');
  return { quick, others: cases.filter((value, index) => !isQuick(value, index)) };
}
