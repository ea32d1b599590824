import type { Position } from '../located-fault.ts';

/** The part of an HTML syntax tree (hast) that is read here. Sätteri builds it from Markdown and from MDX. */
export interface TreeNode {
  readonly type: string;
  readonly tagName?: string;
  /** Name of a JSX element. */
  readonly name?: string | null;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly TreeNode[];
  readonly position?: {
    readonly start: { readonly line: number; readonly column: number; readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

/** Where a node starts; the first line for a node without a position. */
export const positionOf = (node: TreeNode): Position => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** Classes of an element. */
export const classesOf = (properties: Readonly<Record<string, unknown>>): readonly string[] => {
  const classes = properties['className'];
  return Array.isArray(classes) ? classes.map(String) : typeof classes === 'string' ? classes.split(/\s+/) : [];
};

/** Whether an element holds a formula in TeX. */
export const isFormula = (tag: string | null | undefined, classes: readonly string[]): boolean =>
  tag === 'code' && classes.includes('language-math');

/** Text of an expression that is text and no code: `{" "}`, `{'text'}`, `{2}`, `{/* comment *​/}`; otherwise undefined. */
export function literalText(expression: string): string | undefined {
  const bare = expression.replace(/\/\*[\s\S]*?\*\//g, '').trim();
  if (bare === '') return '';
  if (/^\d+(\.\d+)?$/.test(bare)) return bare;
  return /^(["'])([^"'\\\n]*)\1$/.exec(bare)?.[2];
}
