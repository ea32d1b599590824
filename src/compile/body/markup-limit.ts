import type { LocatedFault } from '../located-fault.ts';

/**
 * Characters that may start markup, references and lists. Sätteri 0.10.5 searches from each of them to the end of its
 * paragraph: forty thousand in one paragraph take ten seconds, five thousand take 0.2 seconds. No real paragraph has as
 * many.
 */
const markupCharacters = /[<>{}_*&[\]!]|(?:\d[.)]|[-+])[ \t]/g;
const paragraphLimit = 5_000;
const bodyLimit = 40_000;

/**
 * From each of these, Sätteri counts the letters of the block again: two thousand in a block of fifty thousand letters take
 * 0.3 seconds. A list item and a heading are blocks of their own.
 */
const costlyCharacters = /[<{&]/g;
const costLimit = 100_000_000;
const blockStart = /^\s*(?:[-+*]|\d+[.)]|#{1,6})\s/;

/** The fault of a body, or of a paragraph in it, with more markup than can be parsed in reasonable time. */
export function findTooMuchMarkup(source: string): LocatedFault | undefined {
  if (source.length <= paragraphLimit) return undefined;
  let inParagraph = 0;
  let inBody = 0;
  let start = 1;
  let block = { characters: 0, letters: 0, start: 1 };
  for (const [index, line] of source.split('\n').entries()) {
    if (line.trim() === '') {
      inParagraph = 0;
      start = index + 2;
      block = { characters: 0, letters: 0, start };
      continue;
    }
    if (blockStart.test(line)) block = { characters: 0, letters: 0, start: index + 1 };
    block.characters += line.match(costlyCharacters)?.length ?? 0;
    block.letters += line.length + 1;
    if (block.characters * block.letters > costLimit) return tooMuchMarkup('paragraph', block.characters, block.start);
    const count = line.match(markupCharacters)?.length ?? 0;
    inParagraph += count;
    inBody += count;
    if (inParagraph > paragraphLimit) return tooMuchMarkup('paragraph', paragraphLimit, start);
    if (inBody > bodyLimit) return tooMuchMarkup('body', bodyLimit, index + 1);
  }
  return undefined;
}

const tooMuchMarkup = (what: string, limit: number, line: number): LocatedFault => ({
  name: 'too-much-markup',
  message: `the ${what} holds ${limit.toLocaleString('en')} or more of the signs <, {, _, *, & and similar ones, too many to be read as markup`,
  hint:
    what === 'paragraph'
      ? 'divide it by empty lines, or link to the data as a file of its own'
      : 'link to the data as a file of its own',
  position: { line, column: 1 },
});
