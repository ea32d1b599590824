/**
 * Arranges the items of a list in brackets, or of a map in braces. `inner`: the text between them; `spans`: the offsets of the
 * items in it; `order`: positions of items, and texts of new ones. The comment after an item and those on the lines above it
 * go with it, white space stays where it is.
 */
export function arrangeFlow(
  inner: string,
  spans: readonly (readonly [start: number, end: number])[],
  order: readonly (number | string)[],
): string {
  if (spans.length === 0) return inner.trim() === '' ? order.join(', ') : `${inner.trimEnd()}\n  ${order.join(', ')}\n`;
  const gaps = spans.map(([start], at) => readGap(inner.slice(spans[at - 1]?.[1] ?? 0, start)));
  const last = readGap(inner.slice(spans.at(-1)?.[1] ?? 0));
  const usual = usualSpace(gaps.map(({ space }) => space));
  const line = gaps.map(({ space }) => space).find(hasBreak) ?? '\n  ';
  const isMove = order.length === spans.length && order.every((item) => typeof item === 'number');
  const spaceAt = (at: number): string => {
    const item = order[at];
    if (at === 0 || isMove) return gaps[at]?.space ?? usual;
    return (typeof item === 'number' && item > 0 ? gaps[item]?.space : undefined) ?? usual;
  };
  // What is written after a comment needs a line of its own.
  let open = gaps[0]?.lineComment ?? '';
  let text = open;
  for (const [at, item] of order.entries()) {
    const known = typeof item === 'number' ? gaps[item] : undefined;
    const comments = known?.comments ?? '';
    const space = spaceAt(at);
    text += comments + (open + comments === '' || hasBreak(space) ? space : line);
    text += typeof item === 'number' ? (known?.properties ?? '') + inner.slice(...(spans[item] ?? [])) : item;
    open = typeof item === 'number' ? (gaps[item + 1] ?? last).lineComment : '';
    text += (at < order.length - 1 || last.comma ? ',' : '') + open;
  }
  const end = last.comments + last.space;
  return text + (open === '' || hasBreak(end) ? end : `\n${end}`);
}

/** What is between two items. */
interface Gap {
  readonly comma: boolean;
  /** The comment on the line of the item before; after the opening bracket, that on its line. */
  readonly lineComment: string;
  /** Lines of comments above the next item. */
  readonly comments: string;
  readonly space: string;
  /** The name or tag of the next item. */
  readonly properties: string;
}

function readGap(gap: string): Gap {
  const plain = /^(?:[\s,]|#[^\n]*)*/.exec(gap)?.[0] ?? '';
  // A comment ends with its line, so that one of many # is read once.
  const beforeComma = /^(?:\s|#[^\n]*(?:\n|$))*(?=,)/.exec(plain)?.[0];
  const rest = beforeComma === undefined ? plain : beforeComma + plain.slice(beforeComma.length + 1);
  const lineComment = /^[ \t]*#[^\n]*/.exec(rest)?.[0] ?? '';
  const comments = /^[\s\S]*#[^\n]*/.exec(rest.slice(lineComment.length))?.[0] ?? '';
  return {
    comma: beforeComma !== undefined,
    lineComment,
    comments,
    space: rest.slice(lineComment.length + comments.length),
    properties: gap.slice(plain.length),
  };
}

const hasBreak = (space: string): boolean => space.includes('\n');

/** The white space before a new item: a line for it where each item has one. */
function usualSpace([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return hasBreak(first) ? first : ' ';
  return others.every(hasBreak) ? (others[0] ?? ' ') : ' ';
}
