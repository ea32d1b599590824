import type { Fault } from '../problems/problem.ts';
import { quote } from './quote.ts';
import { pairTags } from './rich-text-pairs.ts';
import { tokenizeRichText, type RichToken } from './rich-text-tokens.ts';

/** Finds faults in the markup of a one-line text: at most one of each kind. A hint shows the whole text, repaired. */
export function findMarkupFaults(tokens: readonly RichToken[]): Fault[] {
  const foreign = tokens.filter(({ kind }) => kind === 'foreign');
  const references = tokens.filter(({ kind }) => kind === 'reference');
  // A foreign tag such as `<em>` pairs as the allowed tag that replaces it.
  const allowed = tokens.flatMap((token) => (token.kind === 'foreign' ? tokenizeRichText(token.repaired) : [token]));
  const paired = pairTags(allowed);
  const unpaired = allowed.filter(({ kind }, index) => (kind === 'open' || kind === 'close') && !paired.has(index));
  if (foreign.length + references.length + unpaired.length === 0) return [];
  const repaired = repair(allowed, paired);
  const faults: Fault[] = [];
  if (foreign.length > 0) {
    faults.push({
      name: 'markup-in-title',
      message: `${listTags(foreign)} is not allowed in a one-line text, which may hold only <i> <b> <sub> <sup> and $…$; it would be shown as plain text`,
      hint: `write ${repaired} — or &lt; where a less-than sign is meant`,
      ...(foreign.some(({ text }) => knownTag.test(text)) ? {} : { severity: 'warning' as const }),
    });
  }
  if (unpaired.length > 0) {
    faults.push({
      name: 'unbalanced-markup',
      message: `${listTags(unpaired)} has no matching tag in the right place, so it is not clear what it marks`,
      hint: `close every tag in the order in which it was opened, or write ${repaired}`,
    });
  }
  if (references.length > 0) {
    faults.push({
      name: 'unknown-character-reference',
      message: `${listTags(references)} is not a known character; only &lt; &gt; &amp; &quot; &apos; and numbers such as &#945; are`,
      hint: `type the character itself, or &amp;${references[0]?.text.slice(1)} to show it as text`,
    });
  }
  return faults;
}

/**
 * Tags of HTML, JATS and MathML that occur in titles. Any other name in angle brackets may be text: `Cut <Taxes> Hair`.
 */
const knownTag =
  /^<\/?(?:(?:jats|mml|m):.*|(?:a|abbr|b|bold|br|break|cite|code|div|em|fn|font|h[1-6]|i|iframe|img|inf|inline-formula|input|italic|li|link|math|mark|meta|mi|mn|mo|mrow|msub|msup|named-content|object|ol|p|q|s|sc|script|small|span|strong|style|styled-content|sub|sup|svg|table|td|tex-math|title|tr|tt|u|ul|underline|var|xref)[\s/>].*)$/is;

/** The source text without unpaired tags. */
function repair(tokens: readonly RichToken[], paired: ReadonlySet<number>): string {
  const parts = tokens.map((token, index) => {
    if (token.kind === 'text') return token.text.replace(/\$/g, '\\$').replace(/<(?=[/A-Za-z])/g, '&lt;');
    return token.kind === 'math' || token.kind === 'reference' || paired.has(index) ? token.text : '';
  });
  return quote(parts.join(''), 800);
}

/** The first three different tags, each shortened. */
function listTags(tokens: readonly RichToken[]): string {
  const different = [...new Set(tokens.map(({ text }) => text))];
  const shown = different.slice(0, 3).map((text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text));
  return `${shown.join(' ')}${different.length > shown.length ? ' …' : ''}`;
}
