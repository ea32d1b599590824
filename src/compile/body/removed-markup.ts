import type { Fault } from '../../domain/problems/problem.ts';
import { quote } from '../../domain/text/quote.ts';
import type { LocatedFault } from '../located-fault.ts';
import { positionOf, type TreeNode } from './tree-node.ts';

/** Faults of removed markup that are reported of one text; the rest appears in the next run. */
const removedLimit = 20;

/** A function that adds faults of removed markup to `faults`, up to a limit. */
export const collectRemoved =
  (faults: LocatedFault[]) =>
  (fault: Fault, node: TreeNode): void => {
    if (faults.length < removedLimit) faults.push({ ...fault, position: positionOf(node) });
  };

/** A link to an address that a page may not hold. Its text stays, without a link. */
export const removedLink = (address: string): Fault => ({
  severity: 'warning',
  name: 'link-removed',
  message: `the link to ${quote(address)} is removed, and its text stays without a link: links begin with https://, http:// or mailto:, and hold no user name`,
  hint: 'write the address of a page, such as https://example.org/data, or delete the link',
});

/** A class or id of an author on a site with `trust: markdown`. */
export const removedName = (name: string, tag: string): Fault => ({
  severity: 'warning',
  name: 'attribute-removed',
  message: `the attribute ${quote(name)} of <${tag}> is removed: with \`trust: markdown\` a text could look like a part of the site itself`,
  hint: 'delete it, or write the text as Markdown',
});

/** An attribute that an element may not have: it runs code, or sets how a page looks. */
export const removedAttribute = (name: string, tag: string, allowed: readonly string[]): Fault => ({
  severity: 'warning',
  name: 'attribute-removed',
  message: `the attribute ${quote(name)} of <${tag}> is removed: a text may hold no scripts and no styles`,
  hint: `delete it; <${tag}> takes ${allowed.join(', ')}`,
});
