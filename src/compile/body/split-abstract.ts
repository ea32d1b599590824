import { plainText } from './plain-text.ts';
import { splitRunningText, type AbstractNodes } from './split-running-text.ts';
import type { TreeNode } from './tree-node.ts';

/**
 * The sections of an abstract. A section starts at a `###` heading, or at bold words that end with a colon
 * (`**Aims:** …`). A paragraph that starts with such words may hold several sections. An abstract with neither may have
 * its labels in the running text.
 */
export function splitAbstract(nodes: readonly TreeNode[]): AbstractNodes[] {
  const sections = splitMarked(nodes);
  return sections.some(({ label }) => label !== undefined) ? sections : (splitRunningText(nodes) ?? sections);
}

function splitMarked(nodes: readonly TreeNode[]): AbstractNodes[] {
  const sections: AbstractNodes[] = [];
  const current = () => {
    if (sections.length === 0) sections.push({ nodes: [] });
    return sections[sections.length - 1]!;
  };
  for (const node of nodes) {
    if (node.tagName === 'h3') {
      sections.push({ label: tidyLabel(plainText(node.children ?? [])), nodes: [] });
    } else if (node.tagName === 'p' && findLabel(node.children ?? [], 0) !== undefined) {
      for (const part of splitParagraph(node)) sections.push(part);
    } else {
      current().nodes.push(node);
    }
  }
  return sections.filter(
    (section) =>
      section.label !== undefined || section.nodes.some((node) => node.type !== 'text' || node.value?.trim()),
  );
}

function splitParagraph(paragraph: TreeNode): { label: string; nodes: TreeNode[] }[] {
  const parts: { label: string; children: TreeNode[] }[] = [];
  const children = paragraph.children ?? [];
  for (let index = 0; index < children.length; index += 1) {
    const label = findLabel(children, index);
    if (label !== undefined) parts.push({ label, children: [] });
    else if (parts.length > 0) parts[parts.length - 1]!.children.push(children[index]!);
  }
  return parts.map(({ label, children: inner }) => {
    const [head, ...tail] = inner;
    const first =
      head?.type === 'text'
        ? [{ ...head, value: (head.value ?? '').replace(/^\s*[:：]?\s*/, '') }]
        : head
          ? [head]
          : [];
    const last = [...first, ...tail];
    const end = last.at(-1);
    if (end?.type === 'text') last[last.length - 1] = { ...end, value: (end.value ?? '').trimEnd() };
    return { label, nodes: [{ ...paragraph, children: last }] };
  });
}

/** The label at this child, where it is bold and ends with a colon or is followed by one. */
function findLabel(children: readonly TreeNode[], index: number): string | undefined {
  const child = children[index];
  if (child?.type === 'text' && index === 0 && child.value?.trim() === '') return findLabel(children, 1);
  if (!(child?.tagName === 'strong' || child?.tagName === 'b' || child?.name === 'b' || child?.name === 'strong'))
    return undefined;
  const text = plainText(child.children ?? []).trim();
  if (text === '' || text.length > 80) return undefined;
  const follower = children[index + 1];
  const colon = /[:：]$/.test(text) || (follower?.type === 'text' && /^\s*[:：]/.test(follower.value ?? ''));
  return colon ? tidyLabel(text) : undefined;
}

const tidyLabel = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?[:：]$/, '');
