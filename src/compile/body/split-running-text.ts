import { findAbstractLabels } from '../../domain/publication/abstract-labels.ts';
import { plainText } from './plain-text.ts';
import type { TreeNode } from './tree-node.ts';

/** A part of an abstract. */
export interface AbstractNodes {
  label?: string;
  nodes: TreeNode[];
}

/**
 * The sections of paragraphs that have labels in their text, as an abstract that was pasted from PubMed has: `AIMS: …
 * METHODS: …`. Undefined where there are no labels, where a label is inside markup or has no text, and where there is
 * more than paragraphs.
 */
export function splitRunningText(nodes: readonly TreeNode[]): AbstractNodes[] | undefined {
  const paragraphs = nodes.filter((node) => node.type !== 'text' || node.value?.trim());
  if (!paragraphs.every(({ tagName }) => tagName === 'p')) return undefined;
  const labels = findAbstractLabels(paragraphs.map(textOfParagraph).join('\n'));
  if (labels.length === 0) return undefined;

  const sections: AbstractNodes[] = [{ nodes: [] }];
  let next = 0;
  let offset = 0;
  for (const paragraph of paragraphs) {
    let children: TreeNode[] = [];
    const endParagraph = (): void => {
      if (children.length > 0) sections.at(-1)!.nodes.push({ ...paragraph, children });
      children = [];
    };
    for (const child of paragraph.children ?? []) {
      const { length } = textOf(child);
      let from = 0;
      for (let label = labels[next]; label && label.start < offset + length; label = labels[(next += 1)]) {
        // The space after the colon may be outside.
        if (child.type !== 'text' || label.end > offset + length + 1) return undefined;
        children.push(...cut(child, from, label.start - offset));
        endParagraph();
        sections.push({ ...(label.label === undefined ? {} : { label: label.label }), nodes: [] });
        from = label.end - offset;
      }
      children.push(...(from === 0 ? [child] : cut(child, from, length)));
      offset += length;
    }
    endParagraph();
    offset += 1;
  }
  const [before, ...labelled] = sections;
  if (labelled.some(({ nodes: parts }) => parts.length === 0)) return undefined;
  return before!.nodes.length === 0 ? labelled : sections;
}

/** A part of a text, without the spaces at a label. None where nothing is left. */
function cut(text: TreeNode, from: number, to: number): readonly TreeNode[] {
  const part = (text.value ?? '').slice(from, to);
  const value = to < (text.value ?? '').length ? part.trimEnd() : part;
  return value === '' ? [] : [{ ...text, value }];
}

const textOfParagraph = ({ children = [] }: TreeNode): string => children.map(textOf).join('');

/** A line break inside a paragraph is a space, and begins no sentence. */
const textOf = (node: TreeNode): string =>
  (node.type === 'text' ? (node.value ?? '') : plainText([node])).replaceAll('\n', ' ');
