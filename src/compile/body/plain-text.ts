import { toSubscript, toSuperscript } from '../../domain/text/script-characters.ts';
import { texToPlain } from '../../domain/text/tex-to-plain.ts';
import { classesOf, isFormula, literalText, type TreeNode } from './tree-node.ts';

/** Text of nodes without markup; formulas in Unicode as far as possible. Each block ends with a line feed. */
export function plainText(nodes: readonly TreeNode[]): string {
  const parts: string[] = [];
  addText(nodes, parts);
  return parts.join('');
}

/** {@link plainText} with one line for each block, and single spaces between words. */
export const plainLines = (nodes: readonly TreeNode[]): string =>
  plainText(nodes)
    .split('\n')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

/** Adds to a list of parts, because reading the end of a long string copies all of it each time. */
function addText(nodes: readonly TreeNode[], parts: string[]): void {
  for (const node of nodes) {
    const name = node.tagName ?? node.name;
    if (node.type === 'text' || node.type === 'raw') parts.push(node.value ?? '');
    else if (node.type.endsWith('Expression')) parts.push(literalText(node.value ?? '') ?? '');
    else if (name === 'br') parts.push(' ');
    else if (isFormula(name, classesOf(node.properties ?? {}))) parts.push(texToPlain(plainText(node.children ?? [])));
    else if (name === 'sub' || name === 'sup') parts.push(scriptText(plainText(node.children ?? []), name));
    else addText(node.children ?? [], parts);
    if (name && blocks.has(name) && !parts.at(-1)?.endsWith('\n')) parts.push('\n');
  }
}

const blocks = new Set(['p', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'blockquote', 'pre', 'figcaption', 'dt', 'dd']);

/** Sub- and superscripts as Unicode characters where each has one, so that H₂O and 10⁻³ stay readable as plain text. */
const scriptText = (text: string, kind: 'sub' | 'sup'): string =>
  (kind === 'sub' ? toSubscript(text) : toSuperscript(text)) ?? text;
