import fc from 'fast-check';
import { hostileTokens } from './hostile-tokens.ts';

/** Random texts, and texts of {@link hostileTokens}. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...hostileTokens), { maxLength: 40 }).map((tokens) => tokens.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  // Repetitions of one token, which are slow for a reader that backtracks.
  fc
    .tuple(fc.constantFrom(...hostileTokens), fc.integer({ min: 2, max: 400 }))
    .map(([token, times]) => token.repeat(times)),
);

/** A sample with random changes: parts are removed, repeated, exchanged, cut off and inserted. */
export const mutationsOf = (samples: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...samples), fc.array(step, { maxLength: 8 }))
    .map(([sample, steps]) => steps.reduce((text, mutate) => mutate(text), sample));

type Step = (text: string) => string;

const position = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, part: number): number => Math.floor(part * text.length);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(position, fc.oneof(fc.constantFrom(...hostileTokens), fc.string({ maxLength: 5 }))).map(
    ([where, token]): Step =>
      (text) =>
        text.slice(0, at(text, where)) + token + text.slice(at(text, where)),
  ),
  fc.tuple(position, position).map(
    ([a, b]): Step =>
      (text) =>
        text.slice(0, at(text, Math.min(a, b))) + text.slice(at(text, Math.max(a, b))),
  ),
  fc.tuple(position, fc.nat(60), fc.integer({ min: 2, max: 30 })).map(
    ([where, length, times]): Step =>
      (text) =>
        text.slice(0, at(text, where)) +
        text.slice(at(text, where), at(text, where) + length).repeat(times) +
        text.slice(at(text, where) + length),
  ),
  position.map(
    (where): Step =>
      (text) =>
        text.slice(0, at(text, where)),
  ),
  onLines((lines, a) => lines.filter((_, index) => index !== a)),
  onLines((lines, a) => [...lines.slice(0, a + 1), ...lines.slice(a)]),
  onLines((lines, a, b) => lines.map((line, index) => (index === a ? lines[b]! : index === b ? lines[a]! : line))),
);

function onLines(change: (lines: readonly string[], a: number, b: number) => readonly string[]): fc.Arbitrary<Step> {
  return fc.tuple(position, position).map(([a, b]): Step => (text) => {
    const lines = text.split('\n');
    const last = lines.length - 1;
    return change(
      lines,
      Math.min(Math.floor(a * lines.length), last),
      Math.min(Math.floor(b * lines.length), last),
    ).join('\n');
  });
}

/** Bytes of a text with some of them replaced, random bytes, and the text in UTF-16. */
export const bytesOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.tuple(text, fc.array(fc.tuple(position, fc.nat(255)), { maxLength: 6 })).map(([sample, spoiled]) => {
      const bytes = new TextEncoder().encode(sample);
      for (const [where, byte] of spoiled) if (bytes.length > 0) bytes[Math.floor(where * (bytes.length - 1))] = byte;
      return bytes;
    }),
    text.map((sample) => new Uint8Array(Buffer.from(`\ufeff${sample}`, 'utf16le'))),
  );
