import {
  markdownToHast,
  mdxToHast,
  mdxToJs,
  type HastPluginDefinition,
  type HastVisitorContext,
  type MdxJsxFlowElementHast,
  type MdxJsxTextElementHast,
} from 'satteri';
import type { Fault } from '../../domain/problems/problem.ts';
import type { LocatedFault, Position } from '../located-fault.ts';
import { explainMdx } from './explain-mdx.ts';
import { findTooMuchMarkup } from './markup-limit.ts';
import { classesOf, isFormula, positionOf, type TreeNode } from './tree-node.ts';

/** The syntax tree of a text, or the fault that prevents it. */
type ParsedTree = { readonly tree: TreeNode } | { readonly fault: LocatedFault };

/** The syntax tree of a body in MDX. */
export function parseMdx(source: string): ParsedTree {
  const fault = findTooMuchMarkup(source);
  if (fault) return { fault };
  try {
    return shallowTree(mdxToHast(withFinalNewline(source), parserOptions) as TreeNode);
  } catch (error) {
    return { fault: mdxFault(error, source) };
  }
}

/** Faults that are found in one body by reading it again without the paragraph of the last one. */
const recoveryLimit = 20;
/** Characters. Longer bodies are read once. */
const recoveryLength = 100_000;
/** Faults that concern only one paragraph: without it, the rest of the body keeps its meaning. */
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

/** The syntax tree of Markdown in a field, where markup of MDX is text. */
export function parseMarkdown(source: string): ParsedTree {
  const fault = findTooMuchMarkup(source);
  return fault ? { fault } : shallowTree(markdownToHast(withFinalNewline(source), parserOptions) as TreeNode);
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

/** What {@link compileMdx} writes in place of what the source has. */
export interface MdxRewriter {
  /** Value of an attribute of an element or component. */
  readonly addressOf: (attribute: string, value: string, element: string) => string;
  /** Fragment of a heading, in the order of the text. */
  readonly headingId: (text: string) => string;
  /** HTML of a formula in TeX. */
  readonly math: (tex: string, display: boolean) => string;
}

/** MDX without imports as the body of a function, for a source in which {@link findCodeFault} finds nothing. */
export function compileMdx(source: string, rewriter: MdxRewriter): string {
  const result = mdxToJs(withFinalNewline(source), {
    ...parserOptions,
    hastPlugins: [rewriterPlugin(rewriter)],
    outputFormat: 'function-body',
    jsxImportSource: 'astro',
    elementAttributeNameCase: 'html',
  });
  if (result instanceof Promise) throw new Error('a plugin of the compiler is asynchronous');
  return result.code;
}

function rewriterPlugin({ addressOf, headingId, math }: MdxRewriter): HastPluginDefinition {
  const formula = (tex: string, display: boolean) => ({
    type: 'mdxJsxTextElement' as const,
    name: 'Fragment',
    attributes: [{ type: 'mdxJsxAttribute' as const, name: 'set:html', value: math(tex, display) }],
    children: [],
  });
  const rewriteAttributes = (node: JsxNode, context: HastVisitorContext): void => {
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
      const address = addressOf(attribute.name, attribute.value, node.name ?? '');
      if (address !== attribute.value) context.setProperty(node, attribute.name, address);
    }
  };
  return {
    name: 'colophon',
    mdxJsxTextElement: { filter: [], visit: rewriteAttributes },
    mdxJsxFlowElement: { filter: [], visit: rewriteAttributes },
    element: [
      {
        filter: ['a', 'img'],
        visit(node, context) {
          const name = node.tagName === 'a' ? 'href' : 'src';
          const value = node.properties[name];
          if (typeof value === 'string') context.setProperty(node, name, addressOf(name, value, node.tagName));
        },
      },
      {
        filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
        visit: (node, context) => context.setProperty(node, 'id', headingId(context.textContent(node))),
      },
      {
        filter: ['pre', 'code'],
        visit(node, context) {
          const [code] = node.tagName === 'pre' ? node.children : [node];
          if (code?.type !== 'element') return undefined;
          const classes = classesOf(code.properties);
          return isFormula(code.tagName, classes)
            ? formula(context.textContent(code), classes.includes('math-display'))
            : undefined;
        },
      },
    ],
  };
}

type JsxNode = Readonly<MdxJsxTextElementHast | MdxJsxFlowElementHast>;

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

/** The tree, or the fault of the first node that is nested too deeply: at the same depth on every machine. */
function shallowTree(tree: TreeNode): ParsedTree {
  const position = findTooDeep(tree, 0);
  return position === undefined ? { tree } : { fault: { ...tooDeep, position } };
}

function findTooDeep(node: TreeNode, depth: number): Position | undefined {
  if (depth > nestingLimit) return positionOf(node);
  for (const child of node.children ?? []) {
    const found = findTooDeep(child, depth + 1);
    // A line break that the parser adds between elements has no position.
    if (found) return child.position || !node.position ? found : positionOf(node);
  }
  return undefined;
}

/** The fault of a text whose nodes are nested too deeply. */
export const tooDeep: Fault = {
  name: 'nested-too-deeply',
  message: 'lists, quotations or elements are nested too deeply to be read',
  hint: 'write them beside each other',
};
