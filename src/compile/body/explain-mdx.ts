import type { Fault } from '../../domain/problems/problem.ts';

/**
 * The fault of a body that cannot be parsed. `what`: the parser's message; `line`: the text of the line; `column`:
 * 1-based.
 */
export function explainMdx(what: string, line: string, column: number): Fault {
  const here = line.slice(Math.max(column - 1, 0), column + 20);
  if (line.includes('<!--'))
    return {
      name: 'mdx-comment',
      message: '<!-- … --> is not a comment in MDX',
      hint: 'write {/* … */}, or delete it',
    };
  if (/\besm\b/.test(what))
    return {
      name: 'mdx-import',
      message: `a line that starts with import or export is code, and this cannot be read (${shorten(what.replace(/^.*? with oxc: /, ''))})`,
      hint: 'correct the code, or let the sentence start with another word if it is text',
    };
  if (/closing brace/i.test(what))
    return {
      name: 'mdx-brace',
      message: 'a brace starts code, and is not closed',
      hint: 'write \\{ and \\} to show braces as they are',
    };
  if (/unclosed|closing|end tag|Expected a closing/i.test(what))
    return {
      name: 'mdx-unclosed',
      message: `a tag is not closed (${shorten(what)})`,
      hint: 'close it, or write \\< for the sign itself',
    };
  if (/</.test(line) && /character|name|tag/i.test(what)) {
    return {
      name: 'mdx-less-than',
      message: `"${here.trim() || line.trim().slice(0, 20)}" looks like the start of a tag, but is not one`,
      hint: `write \\< for the sign itself: "${line
        .trim()
        .slice(0, 80)
        .replace(/<(?=[\d.=$-])/g, '\\<')}"`,
    };
  }
  if (/expression|brace|\{|\}|acorn|parse/i.test(what))
    return {
      name: 'mdx-brace',
      message: `a brace starts code that cannot be read (${shorten(what)})`,
      hint: 'write \\{ and \\} to show braces as they are',
    };
  return {
    name: 'mdx-malformed',
    message: `the text cannot be read here (${shorten(what)})`,
    hint: 'put a backslash before {, } and <',
  };
}

const shorten = (text: string): string =>
  text
    .replace(/\((?:note|mdx-|https?:|\d+:)[\s\S]*/, '')
    .split('\n', 1)[0]!
    .trimEnd()
    .slice(0, 160);
