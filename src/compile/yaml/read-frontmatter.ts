import { readYaml, unreadable, type Frontmatter } from './read-yaml.ts';

/** Frontmatter between `---` lines, and the body after it. */
export function readFrontmatter(text: string): Frontmatter {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (!opening) {
    const dashes = /^[-‐‑‒–—−―_=]+$/.exec(text.split('\n', 1)[0]!.trim())?.[0];
    return unreadable(text, {
      name: 'frontmatter-missing',
      message: 'the file does not start with a line of three hyphens, so its fields and its text cannot be separated',
      hint:
        dashes === undefined
          ? 'start with ---, then the fields, then --- again, then the abstract'
          : `write three hyphens, ---, in the place of ${dashes.slice(0, 40)}, and do the same after the fields`,
      position: { line: 1, column: 1 },
    });
  }
  const closing = /^---[ \t]*$/m.exec(text.slice(opening[0].length));
  if (!closing) {
    return unreadable(text, {
      name: 'frontmatter-unclosed',
      message: 'no line of three hyphens ends the fields, so the beginning of the text cannot be found',
      hint: 'write a line --- after the last field',
      position: { line: 1, column: 1 },
    });
  }
  const yaml = text.slice(opening[0].length, opening[0].length + closing.index);
  const body = text.slice(opening[0].length + closing.index + closing[0].length);
  return { ...readYaml(yaml, 1), body, bodyLine: countLines(text, text.length - body.length) };
}

/** Number of line feeds before the offset `end`. */
export const countLines = (text: string, end: number): number => {
  let count = 0;
  for (let index = text.indexOf('\n'); index !== -1 && index < end; index = text.indexOf('\n', index + 1)) count += 1;
  return count;
};
