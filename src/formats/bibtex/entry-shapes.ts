import { splitOutside } from './bibtex-authors.ts';

/**
 * The shapes of what an entry of our own writer is made of: its frame without the values, each name of a list of names, and
 * each word of any other field. In a shape, letters and digits are only of their kind, and commands stay with what they are
 * applied to: `Pilán-Roth,` is `Aa{\'a}a-Aa,`. A reader of BibTeX that reads one text of a shape reads all, because the
 * language has no rule about single letters of a text. Of a field that {@link proveWithCitationJs} does not compare, only the
 * signs count, which may end a field too early.
 */
export function shapesOf(entry: string): readonly string[] {
  const frame: string[] = [];
  const shapes: string[] = [];
  for (const line of entry.split('\n')) {
    const [, name, value] = fieldLine.exec(line) ?? [];
    frame.push(name ?? (line.startsWith('@') ? shapeOf(line) : line));
    if (name === undefined || value === undefined) continue;
    if (name === 'author') for (const one of splitOutside(value, 'and')) shapes.push(`author ${shapeOf(one.trim())}`);
    else if (comparedFields.has(name))
      for (const word of splitOutside(value, 'space')) shapes.push(`${name} ${shapeOf(word)}`);
    else for (const word of splitOutside(value.replace(plainWords, ''), 'space')) shapes.push(signsOf(word));
  }
  return [frame.join('\n'), ...shapes];
}

/** A field with a value in braces. Months have none, and stay as they are. */
const fieldLine = /^ {2}([^ =]+) *= \{(.*)\},?$/;

const comparedFields: ReadonlySet<string> = new Set(['title', 'year', 'day', 'volume', 'pages', 'doi']);

/** Words without signs, between spaces. */
const plainWords = /(?<= )(?:[\w.,-]+ )+/g;

const shapeOf = (text: string): string =>
  text.replace(keptOrRun, (run, kept?: string) => kept ?? (run < 'A' ? '0' : run < 'a' ? 'A' : 'a'));

/** A command with a short argument, the type of an entry, or a run of letters or digits of one kind. */
const keptOrRun = /(\\(?:[A-Za-z]+|[^])\s*(?:\{[^{}]*\}|[A-Za-z])?|@\w+)|[A-Z]+|[a-z]+|[0-9]+/g;

const signsOf = (text: string): string => text.replace(commandOrText, (_, command?: string) => command ?? '');

/** A command, or a run of what has no meaning in BibTeX. */
const commandOrText = /(\\(?:[A-Za-z]+|[^]))|[\p{L}\p{M}\p{N}.,;:()/?!-]+/gu;
