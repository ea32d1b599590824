import type { RichTag } from './rich-text-nodes.ts';
import type { RichToken } from './rich-text-tokens.ts';

/** Indexes of the tags that have a matching tag. Tags that cross, or are nested deeper than `maxDepth`, have none. */
export function pairTags(tokens: readonly RichToken[]): ReadonlySet<number> {
  const paired = new Set<number>();
  const open: { readonly index: number; readonly tag: RichTag }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open' && open.length < maxDepth) open.push({ index, tag: token.tag });
    if (token.kind !== 'close') continue;
    const partner = open.findLastIndex(({ tag }) => tag === token.tag);
    const opening = open[partner];
    if (!opening) continue;
    paired.add(opening.index).add(index);
    open.length = partner;
  }
  return paired;
}

/** Limits the recursion of every function that walks over a text. */
const maxDepth = 8;
