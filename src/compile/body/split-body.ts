import type { BodySection } from '../../domain/publication/publication.ts';
import { slugify } from '../../domain/identifiers/slug.ts';
import { headingId } from './heading-id.ts';
import { hastToHtml, type HtmlOptions } from './hast-to-html.ts';
import { plainText } from './plain-text.ts';
import type { TreeNode } from './tree-node.ts';

/** The abstract, which is before the first `##` heading or under `## Abstract`, and the rest of the body. */
export function splitBody(nodes: readonly TreeNode[]): {
  abstractNodes: TreeNode[];
  abstractHeading?: TreeNode;
  rest: TreeNode[];
} {
  const first = nodes.findIndex(isHeading2);
  if (first === -1) return { abstractNodes: [...nodes], rest: [] };
  const heading = nodes[first]!;
  if (
    !/^(abstract|چکیده|الملخص|ملخص|résumé|zusammenfassung|resumen)$/i.test(plainText(heading.children ?? []).trim())
  ) {
    return { abstractNodes: nodes.slice(0, first), rest: nodes.slice(first) };
  }
  const next = nodes.findIndex((node, index) => index > first && isHeading2(node));
  const end = next === -1 ? nodes.length : next;
  return {
    abstractNodes: [...nodes.slice(0, first), ...nodes.slice(first + 1, end)],
    abstractHeading: heading,
    rest: nodes.slice(end),
  };
}

/** The sections after the abstract. `taken`: headings whose fragments are already in use. */
export function compileSections(
  nodes: readonly TreeNode[],
  html: HtmlOptions,
  taken: readonly TreeNode[],
): BodySection[] {
  const sections: BodySection[] = [];
  const ids = new Set([
    'main',
    'top',
    'cite',
    'affiliations',
    'abstract',
    ...taken.map((node) => slugify(plainText(node.children ?? []))),
  ]);
  let start = 0;
  const headings = nodes.flatMap((node, index) => (isHeading2(node) ? [index] : []));
  for (const [position, index] of headings.entries()) {
    start = headings[position + 1] ?? nodes.length;
    const heading = plainText(nodes[index]!.children ?? []).trim();
    sections.push({
      heading,
      id: headingId(heading, ids),
      html: hastToHtml(nodes.slice(index + 1, start), html).trim(),
    });
  }
  return sections;
}

const isHeading2 = (node: TreeNode): boolean => node.tagName === 'h2' && !classIs(node, 'sr-only');
const classIs = (node: TreeNode, name: string): boolean =>
  Array.isArray(node.properties?.['className']) && node.properties['className'].includes(name);
