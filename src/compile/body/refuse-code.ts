import type { LocatedFault } from '../located-fault.ts';
import { positionOf, type TreeNode } from './tree-node.ts';

/** Faults that are reported of one body; the rest appears in the next run. */
const faultLimit = 20;

/** A fault for each piece of code in a body of a site with `trust: markdown`. */
export const refuseCode = (nodes: readonly TreeNode[]): readonly LocatedFault[] =>
  nodes.slice(0, faultLimit).map((node) => ({
    name: 'code-not-trusted',
    message: `${describe(node)} is code, and \`trust: markdown\` in site.yaml allows text only`,
    hint: `${repair(node)}, or set \`trust: mdx\` if everybody who can change content may run code in the build`,
    position: positionOf(node),
  }));

function describe(node: TreeNode): string {
  if (node.type === 'mdxjsEsm') return `"${short(node.value)}"`;
  return node.type.endsWith('Expression') ? `{${short(node.value)}}` : `<${node.name ?? ''}>`;
}

function repair(node: TreeNode): string {
  if (node.type === 'mdxjsEsm') return 'delete the line, or let the sentence start with another word if it is text';
  if (node.type.endsWith('Expression')) return `write \\{${short(node.value)}\\} to show the braces as they are`;
  return node.name === 'Figure' || node.name === 'svg' || node.name === 'picture'
    ? 'write ![what the picture shows](./picture.png)'
    : 'write it as Markdown';
}

const short = (text = ''): string => {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 58)} …` : line;
};
