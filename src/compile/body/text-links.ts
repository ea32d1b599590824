import type { TextLink } from '../../domain/pages/text-link.ts';
import { findPicture, findTarget, type LinkTarget, type TextPlace } from './link-target.ts';
import { positionOf, type TreeNode } from './tree-node.ts';
import type { Position } from '../located-fault.ts';

/** A link with its position in the text that was read. */
export type LocatedLink = Omit<TextLink, 'line' | 'column' | 'field'> & { readonly position: Position };

/** What a text links to and shows. */
export interface TextLinks {
  /** Files beside the text, by their names on the disk. */
  readonly assets: Set<string>;
  /** Links to pages and files of this site and of others. */
  readonly links: LocatedLink[];
}

export const noLinks = (): TextLinks => ({ assets: new Set(), links: [] });

/** Options of `hastToHtml` that return the addresses of files and pages, and add each to `found`. */
export const linkOptions = (place: TextPlace, found: TextLinks) => ({
  addressOf: (source: string, node: TreeNode) => add(source, findPicture(source, place), node, found),
  hrefOf: (href: string, node: TreeNode) => add(href, findTarget(href, place), node, found),
});

/** Adds what elements and components name in their attributes, where it is text and not code. */
export function collectLinks(nodes: readonly TreeNode[], place: TextPlace, found: TextLinks): void {
  for (const node of nodes) {
    const { src, href } = node.properties ?? {};
    if (typeof src === 'string') add(src, findPicture(src, place), node, found);
    if (typeof href === 'string') add(href, findTarget(href, place), node, found);
    for (const { name = '', value } of node.attributes ?? []) {
      if (typeof value !== 'string') continue;
      if (name === 'href') add(value, findTarget(value, place), node, found);
      else if (fileAttributes.has(name) || value.startsWith('./')) add(value, findPicture(value, place), node, found);
    }
    collectLinks(node.children ?? [], place, found);
  }
}

/** Attributes of elements and components that name a file. */
export const fileAttributes: ReadonlySet<string> = new Set(['src', 'poster', 'captions']);

function add(written: string, target: LinkTarget, node: TreeNode, { assets, links }: TextLinks): string {
  if (target.kind === 'file') assets.add(target.file);
  // Markdown writes the links of footnotes itself.
  else if (target.kind !== 'other' && !isFootnote(node))
    links.push({
      written,
      to: target.to,
      ...('fragment' in target ? { fragment: target.fragment } : {}),
      position: positionOf(node),
    });
  return target.address;
}

const isFootnote = ({ properties = {} }: TreeNode): boolean =>
  properties['dataFootnoteRef'] !== undefined || properties['dataFootnoteBackref'] !== undefined;
