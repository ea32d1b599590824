import type { Fault } from '../../domain/problems/problem.ts';
import type { TreeNode } from './hast-to-html.ts';
import type { Place } from '../yaml/read-frontmatter.ts';

/** What is said about one body; whoever has more to mend sees the rest in the next run. */
const longest = 20;

/** A problem for each piece of code in a body of a site that says `trust: markdown`. */
export const refuseCode = (nodes: readonly TreeNode[]): readonly (Fault & { readonly place: Place })[] =>
  nodes.slice(0, longest).map((node) => ({
    name: 'code-not-trusted',
    message: `${describe(node)} is code, and \`trust: markdown\` in site.yaml allows text only`,
    hint: `${repair(node)}, or set \`trust: mdx\` if everybody who can change content may run code in the build`,
    place: { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 },
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
