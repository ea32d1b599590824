import type { Fault } from '../../domain/problems/problem.ts';
import type { Place } from '../yaml/read-frontmatter.ts';

/**
 * The signs that may start markup, references and lists. Sätteri 0.10.5 looks from each of them to the end of its
 * paragraph, so that forty thousand in one paragraph take ten seconds; five thousand take a fifth of one, and no paragraph
 * has as many.
 */
const signs = /[<>{}_*&[\]!]|(?:\d[.)]|[-+])[ \t]/g;
const paragraphLimit = 5_000;
const bodyLimit = 40_000;

/**
 * From each of these it counts the letters of the block anew: two thousand in a block of fifty thousand letters take a third
 * of a second. A list item and a heading are blocks of their own.
 */
const costlySigns = /[<{&]/g;
const costLimit = 100_000_000;
const blockStart = /^\s*(?:[-+*]|\d+[.)]|#{1,6})\s/;

/** A body, or a paragraph of it, that holds more markup than can be read in reasonable time. */
export function findOverload(source: string): (Fault & { readonly place: Place }) | undefined {
  if (source.length <= paragraphLimit) return undefined;
  let inParagraph = 0;
  let inBody = 0;
  let start = 1;
  let block = { signs: 0, letters: 0, start: 1 };
  for (const [index, line] of source.split('\n').entries()) {
    if (line.trim() === '') {
      inParagraph = 0;
      start = index + 2;
      block = { signs: 0, letters: 0, start };
      continue;
    }
    if (blockStart.test(line)) block = { signs: 0, letters: 0, start: index + 1 };
    block.signs += line.match(costlySigns)?.length ?? 0;
    block.letters += line.length + 1;
    if (block.signs * block.letters > costLimit) return overload('paragraph', block.signs, block.start);
    const count = line.match(signs)?.length ?? 0;
    inParagraph += count;
    inBody += count;
    if (inParagraph > paragraphLimit) return overload('paragraph', paragraphLimit, start);
    if (inBody > bodyLimit) return overload('body', bodyLimit, index + 1);
  }
  return undefined;
}

const overload = (what: string, limit: number, line: number): Fault & { readonly place: Place } => ({
  name: 'too-much-markup',
  message: `the ${what} holds ${limit.toLocaleString('en')} and more of the signs <, {, _, *, & and the like, too many to be read as markup`,
  hint:
    what === 'paragraph'
      ? 'divide it by empty lines, or link to the data as a file of its own'
      : 'link to the data as a file of its own',
  place: { line, column: 1 },
});
