import { markdownToHast, mdxToHast, mdxToJs } from 'satteri';
import type { LocatedFault, Position } from '../located-fault.ts';
import { explainMdx } from './explain-mdx.ts';
import { findTooMuchMarkup } from './markup-limit.ts';
import { positionOf, type TreeNode } from './tree-node.ts';

/** The syntax tree of a text, or the fault that prevents it. */
type ParsedTree = { readonly tree: TreeNode } | { readonly fault: LocatedFault };

/** The syntax tree of a body in MDX. Throws a RangeError where it is nested too deeply. */
export function parseMdx(source: string): ParsedTree {
  const fault = findTooMuchMarkup(source);
  if (fault) return { fault };
  try {
    return { tree: requireShallow(mdxToHast(withFinalNewline(source), parserOptions) as TreeNode) };
  } catch (error) {
    return { fault: mdxFault(error, source) };
  }
}

/** Faults that are found in one body by reading it again without the paragraph of the last one. */
const recoveryLimit = 20;
/** Characters. Longer bodies are read once. */
const recoveryLength = 100_000;
/** Faults that end with their paragraph: without it, the rest of the body means what it meant. */
const faultsOfParagraphs = new Set(['mdx-comment', 'mdx-less-than', 'mdx-brace']);

/**
 * Like {@link parseMdx}, and where a paragraph has a fault, the tree of the rest: so all faults of a body are found at once.
 * The tree is undefined where nothing can be read.
 */
export function parseReadableMdx(source: string): {
  readonly tree?: TreeNode;
  readonly faults: readonly LocatedFault[];
} {
  const faults: LocatedFault[] = [];
  let text = source;
  for (;;) {
    const parsed = parseMdx(text);
    if ('tree' in parsed) return { tree: parsed.tree, faults };
    faults.push(parsed.fault);
    const { name, position } = parsed.fault;
    if (!faultsOfParagraphs.has(name) || faults.length >= recoveryLimit || source.length > recoveryLength)
      return { faults };
    const lines = text.split('\n');
    let start = Math.min(position.line, lines.length) - 1;
    if (lines[start]?.trim() === '') return { faults };
    let end = start + 1;
    while (start > 0 && lines[start - 1]!.trim() !== '') start -= 1;
    while (end < lines.length && lines[end]!.trim() !== '') end += 1;
    text = lines.map((line, index) => (index >= start && index < end ? '' : line)).join('\n');
  }
}

/**
 * The syntax tree of Markdown in a field, where markup of MDX is text. Throws a RangeError where it is nested too deeply.
 */
export function parseMarkdown(source: string): ParsedTree {
  const fault = findTooMuchMarkup(source);
  return fault
    ? { fault }
    : { tree: requireShallow(markdownToHast(withFinalNewline(source), parserOptions) as TreeNode) };
}

/**
 * A syntax fault in the code of a body that {@link parseMdx} accepts: the tree holds `import` and `export` as plain text.
 * `code` is the first node with code, to which a fault without a position belongs.
 */
export function findCodeFault(source: string, code: TreeNode): LocatedFault | undefined {
  try {
    mdxToJs(withFinalNewline(source), parserOptions);
    return undefined;
  } catch (error) {
    return mdxFault(error, source, positionOf(code));
  }
}

const parserOptions = { features: { math: true } };

/** Sätteri 0.10.5 reads beyond the end of `export (|` and the like where no line feed follows, and crashes the process. */
const withFinalNewline = (source: string): string => `${source}\n`;

function mdxFault(error: unknown, source: string, fallback: Position = { line: 1, column: 1 }): LocatedFault {
  if (error instanceof RangeError) throw error;
  const message = error instanceof Error ? error.message : String(error);
  const [, line = String(fallback.line), column = String(fallback.column), what = message] =
    /^(\d+):(\d+)(?:-\d+:\d+)?: ([\s\S]*)$/.exec(message) ?? [];
  // A tag that is never closed is found at the end of the text; the author corrects it where it starts.
  const [, opening = line, openingColumn = column] = /closing tag .*\((\d+):(\d+)/.exec(what) ?? [];
  const position = { line: Number(opening), column: Number(openingColumn) };
  return { ...explainMdx(what, source.split('\n')[position.line - 1] ?? '', position.column), position };
}

/** Levels of nesting. No text needs more, and the stack of every machine is large enough for them. */
const nestingLimit = 100;

/** Throws a RangeError where nodes are nested too deeply, at the same depth on every machine. */
function requireShallow(tree: TreeNode): TreeNode {
  const visit = (node: TreeNode, depth: number) => {
    if (depth > nestingLimit) throw new RangeError(`nested in more than ${nestingLimit} levels`);
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(tree, 0);
  return tree;
}
