import type { Fault } from './problem.ts';
import { quote } from './quote.ts';
import type { RichToken } from './rich-text-tokens.ts';

/** At most one fault of each kind for a whole text, each with the whole text repaired. */
export function findMarkupFaults(tokens: readonly RichToken[], paired: ReadonlySet<number>): Fault[] {
  const foreign = tokens.filter(({ kind }) => kind === 'foreign');
  const references = tokens.filter(({ kind }) => kind === 'reference');
  const lonely = tokens.filter(({ kind }, index) => (kind === 'open' || kind === 'close') && !paired.has(index));
  if (foreign.length + references.length + lonely.length === 0) return [];
  const repaired = repair(tokens, paired);
  const faults: Fault[] = [];
  if (foreign.length > 0) {
    faults.push({
      name: 'markup-in-title',
      message: `${list(foreign)} is no markup of a one-line text, which may hold <i> <b> <sub> <sup> and $…$; it would be shown as it stands.`,
      hint: `Write ${repaired} — or &lt; where a less-than sign is meant.`,
    });
  }
  if (lonely.length > 0) {
    faults.push({
      name: 'unbalanced-markup',
      message: `${list(lonely)} has no partner in the right place, so that it is not clear what it marks.`,
      hint: `Close every tag in the order in which it was opened, or write ${repaired}.`,
    });
  }
  if (references.length > 0) {
    faults.push({
      name: 'unknown-character-reference',
      message: `${list(references)} names no character here; only &lt; &gt; &amp; &quot; &apos; and numbers such as &#945; do.`,
      hint: `Type the character itself, or &amp;${references[0]?.text.slice(1)} to show these signs.`,
    });
  }
  return faults;
}

/** The source with foreign tags replaced or dropped and lonely ones dropped. */
function repair(tokens: readonly RichToken[], paired: ReadonlySet<number>): string {
  const parts = tokens.map((token, index) => {
    if (token.kind === 'foreign') return token.repaired;
    if (token.kind === 'text') return token.text.replace(/\$/g, '\\$').replace(/<(?=[/A-Za-z])/g, '&lt;');
    return token.kind === 'math' || token.kind === 'reference' || paired.has(index) ? token.text : '';
  });
  return quote(parts.join(''), 800);
}

/** The first few different ones. */
function list(tokens: readonly RichToken[]): string {
  const different = [...new Set(tokens.map(({ text }) => text))];
  const shown = different.slice(0, 3).map((text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text));
  return `${shown.join(' ')}${different.length > shown.length ? ' …' : ''}`;
}
