import type { Fault } from '../../domain/problems/problem.ts';
import { attributesOf } from './allowed-html.ts';
import { bodyComponentNamed } from './check-code.ts';

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
      hint: `write {/* … */}, or delete it${line.includes('-->') ? `: ${quoteAround(line.replace(/<!--(.*?)-->/g, '{/*$1*/}'), column)}` : ''}`,
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
      hint: `write \\{ and \\} to show braces as they are: ${quoteAround(
        line.replace(/\\?[{}]/g, (sign) => `\\${sign.at(-1)}`),
        column,
      )}`,
    };
  const tag = /^<([a-z][a-z0-9]*)/.exec(here)?.[1];
  const isWord = tag !== undefined && attributesOf(tag) === undefined && !bodyComponentNamed(tag);
  if (/unclosed|closing|end tag|Expected a closing/i.test(what) && !isWord)
    return {
      name: 'mdx-unclosed',
      message: `a tag is not closed (${shorten(what)})`,
      hint:
        closeEmpty(line) === line
          ? 'close it, or write \\< for the sign itself'
          : `close it: ${quoteAround(closeEmpty(line), column)}`,
    };
  const quoted = quoteAttributes(line);
  if (quoted !== line && !isWord && /attribute|valid JSX tag/i.test(what))
    return {
      name: 'mdx-malformed',
      message: 'the value of an attribute is not in quotation marks',
      hint: `write ${quoteAround(closeEmpty(quoted), column)}`,
    };
  if (/</.test(line) && (isWord || /character|name|tag/i.test(what))) {
    return {
      name: 'mdx-less-than',
      message: `"${here.trim() || line.trim().slice(0, 20)}" looks like the start of a tag, but is not one`,
      hint: `write \\< for the sign itself: ${quoteAround(escapeLessThan(line, column), column)}`,
    };
  }
  if (/expression|brace|\{|\}|acorn|parse/i.test(what))
    return {
      name: 'mdx-brace',
      message: `a brace starts code that cannot be read (${shorten(what)})`,
      hint: `write \\{ and \\} to show braces as they are: ${quoteAround(
        line.replace(/\\?[{}]/g, (sign) => `\\${sign.at(-1)}`),
        column,
      )}`,
    };
  return {
    name: 'mdx-malformed',
    message: `the text cannot be read here (${shorten(what)})`,
    hint: 'put a backslash before {, } and <',
  };
}

/** A line in which elements that hold nothing are closed, as in `<br />`. */
const closeEmpty = (line: string): string =>
  line
    .replace(/<(br|hr|img|wbr|col|source|track)\b((?:[^<>"]|"[^"]*")*?) ?\/?>/g, '<$1$2 />')
    .replace(/<\/(?:br|hr|img)>/g, '');

/** A line with quotation marks around the values of attributes. */
const quoteAttributes = (line: string): string =>
  line.replace(/<[a-zA-Z](?:[^<>"]|"[^"]*")*>/g, (tag) => tag.replace(/(\s[\w:-]+=)([^\s"'{}<>/]+)/g, '$1"$2"'));

/**
 * A line with a backslash before each `<` that does not begin an element or a component; where all do, before the last one up to
 * a column, at which the line cannot be read.
 */
function escapeLessThan(line: string, column: number): string {
  const escaped = escapeWords(line);
  const last = line.lastIndexOf('<', column - 1);
  return escaped !== line || last === -1 ? escaped : `${line.slice(0, last)}\\${line.slice(last)}`;
}

const escapeWords = (line: string): string =>
  line.replace(
    /\\?<(\/?([A-Za-z][\w.]*)(?:\s[^<>]*)?\/?>)?/g,
    (written, tag: string | undefined, name: string | undefined) =>
      written.startsWith('\\') ||
      (tag !== undefined && (/^[A-Z]/.test(name ?? '') || attributesOf(name ?? '') !== undefined))
        ? written
        : `\\${written}`,
  );

/** Characters of a line that a hint shows. */
const lineLength = 160;

/** A line in quotation marks; the part around a column, where the line is long. */
function quoteAround(line: string, column: number): string {
  const text = line.trim();
  if (text.length <= lineLength) return `"${text}"`;
  const start = Math.max(0, Math.min(column - lineLength / 2, text.length - lineLength));
  return `"${start > 0 ? '… ' : ''}${text.slice(start, start + lineLength)}${start + lineLength < text.length ? ' …' : ''}"`;
}

const shorten = (text: string): string =>
  text
    .replace(/\((?:note|mdx-|https?:|\d+:)[\s\S]*/, '')
    .split('\n', 1)[0]!
    .trimEnd()
    .slice(0, 160);
