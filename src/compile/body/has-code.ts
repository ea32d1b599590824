import { literalText, type TreeNode } from './tree-node.ts';

/**
 * Whether Astro must compile this node: it holds imports, components, or attributes and expressions that are more than
 * text.
 */
export const hasCode = (node: TreeNode): boolean => isCode(node) || (node.children ?? []).some(hasCode);

/** The outermost nodes that are code, in the order of the text. */
export const findCode = (nodes: readonly TreeNode[]): readonly TreeNode[] =>
  nodes.flatMap((node) => (isCode(node) ? [node] : findCode(node.children ?? [])));

function isCode(node: TreeNode): boolean {
  if (node.type === 'mdxjsEsm') return true;
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
    return literalText(node.value ?? '') === undefined;
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    if (!node.name || /^[A-Z]|[.:-]/.test(node.name) || codeElements.has(node.name)) return true;
    if (
      node.attributes?.some(
        (attribute) =>
          attribute.type !== 'mdxJsxAttribute' || (typeof attribute.value === 'object' && attribute.value !== null),
      )
    )
      return true;
  }
  return false;
}
const codeElements = new Set([
  'audio',
  'button',
  'canvas',
  'embed',
  'form',
  'iframe',
  'input',
  'math',
  'object',
  'picture',
  'script',
  'select',
  'source',
  'style',
  'svg',
  'textarea',
  'track',
  'video',
]);
