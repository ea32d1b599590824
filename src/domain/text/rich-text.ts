import type { Fault } from '../problems/problem.ts';
import { findMarkupFaults } from './rich-text-faults.ts';
import type { RichNode, RichTag, RichText } from './rich-text-nodes.ts';
import { pairTags } from './rich-text-pairs.ts';
import { tokenizeRichText, type RichToken } from './rich-text-tokens.ts';

export type { RichElement, RichMath, RichNode, RichTag, RichText } from './rich-text-nodes.ts';
export { escapeHtml, plainToRich, richTextToHtml, richTextToPlain, richTextToSource } from './rich-text-output.ts';

/**
 * Parses `<i> <b> <sub> <sup>`, `$…$`, and character references. Always returns a text: faulty markup is kept as plain
 * text. `renderMath` converts TeX to MathML and may throw.
 */
export function parseRichText(
  source: string,
  renderMath: (tex: string) => string,
): { text: RichText; faults: Fault[] } {
  const tokens = tokenizeRichText(source);
  const paired = pairTags(tokens);
  const texts = collapseSpaces(tokens, paired);
  const faults = findMarkupFaults(tokens);
  const frames: { tag: RichTag | undefined; nodes: RichNode[] }[] = [{ tag: undefined, nodes: [] }];
  for (const [index, token] of tokens.entries()) {
    const frame = frames.at(-1);
    if (token.kind === 'open' && paired.has(index)) {
      frames.push({ tag: token.tag, nodes: [] });
    } else if (token.kind === 'close' && paired.has(index)) {
      frames.pop();
      if (frame?.tag && frame.nodes.length > 0) frames.at(-1)?.nodes.push({ tag: frame.tag, children: frame.nodes });
    } else if (frame) {
      appendNode(frame.nodes, token.kind === 'math' ? readMath(token, renderMath, faults) : (texts[index] ?? ''));
    }
  }
  return { text: frames[0]?.nodes ?? [], faults };
}

/** The text of every token. A run of spaces, also across tags, becomes one space; there is none at either end. */
function collapseSpaces(tokens: readonly RichToken[], paired: ReadonlySet<number>): readonly string[] {
  let afterSpace = true;
  let last = -1;
  const texts = tokens.map((token, index) => {
    if (token.kind === 'math') afterSpace = false;
    if (token.kind === 'math' || paired.has(index)) return '';
    const single = token.text.normalize('NFC').replace(spaces, ' ');
    const text = afterSpace ? single.replace(/^ /, '') : single;
    if (text === '') return '';
    afterSpace = text.endsWith(' ');
    last = index;
    return text;
  });
  return afterSpace ? texts.map((text, index) => (index === last ? text.replace(/ $/, '') : text)) : texts;
}

/** Spaces and line breaks of the source. A no-break space is intended by the author and is kept. */
const spaces = /[ \t\n\v\f\r\u2028\u2029]+/g;

function readMath(
  token: Extract<RichToken, { kind: 'math' }>,
  renderMath: (tex: string) => string,
  faults: Fault[],
): RichNode {
  try {
    return { tex: token.tex, mathml: renderMath(token.tex) };
  } catch (error) {
    if (faults.length < maxFaults)
      faults.push({
        name: 'broken-mathematics',
        message: `the formula ${token.text} cannot be read: ${(error instanceof Error ? error.message : String(error)).trim()}`,
        hint: 'correct the TeX, or write \\$ where a dollar sign is meant',
      });
    return token.text.normalize('NFC').replace(spaces, ' ');
  }
}

/** More faults would not help the author of one line. */
const maxFaults = 10;

function appendNode(nodes: RichNode[], node: RichNode): void {
  const last = nodes.at(-1);
  if (typeof node === 'string' && typeof last === 'string') nodes[nodes.length - 1] = last + node;
  else if (node !== '') nodes.push(node);
}
