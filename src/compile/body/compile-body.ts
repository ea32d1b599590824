import type { BodyCode } from '../../domain/pages/body-code.ts';
import type { Abstract, BodySection } from '../../domain/publication/publication.ts';
import type { LocatedFault } from '../located-fault.ts';
import { buildAbstract } from './build-abstract.ts';
import { checkCode } from './check-code.ts';
import { compileCode } from './compile-code.ts';
import { findCode, hasCode } from './has-code.ts';
import { hastToHtml, mathToHtml } from './hast-to-html.ts';
import type { TextPlace } from './link-target.ts';
import { MarkupError } from './markup-error.ts';
import { findCodeFault, parseReadableMdx } from './parse-body.ts';
import { refuseCode } from './refuse-code.ts';
import { collectRemoved } from './removed-markup.ts';
import { compileSections, splitBody } from './split-body.ts';
import { collectLinks, linkOptions, noLinks, type LocatedLink, type TextLinks } from './text-links.ts';
import { classesOf, isFormula, type TreeNode } from './tree-node.ts';

export interface CompiledBody extends CompiledText {
  readonly abstract?: Abstract;
  readonly sections: readonly BodySection[];
}

/** What a body holds besides its text. */
interface CompiledText {
  /** The part after the abstract, where it holds components or expressions; never with `trust: markdown`. */
  readonly code?: BodyCode;
  /** Files that the body shows or links to, by their paths as written. */
  readonly assets: readonly string[];
  readonly links: readonly LocatedLink[];
  /** Positions are counted from the first line of the body. */
  readonly faults: readonly LocatedFault[];
}

export interface BodyOptions {
  readonly lang: string;
  /** `markdown`: code in a body is refused. */
  readonly trust: 'mdx' | 'markdown';
  readonly place: TextPlace;
}

/** The body of a publication: the abstract as data, and the sections after it as HTML, or as code. */
export function compileBody(source: string, { lang, trust, place }: BodyOptions): CompiledBody {
  if (source.trim() === '') return { sections: [], assets: [], links: [], faults: [] };
  const { tree, faults: unreadable } = parseReadableMdx(source);
  if (!tree) return { sections: [], assets: [], links: [], faults: unreadable };
  const { abstractNodes, abstractHeading, rest } = splitBody(tree.children ?? []);
  const found = noLinks();
  const faults: LocatedFault[] = [...unreadable];
  const html = { ...linkOptions(place, found), ownNames: trust === 'mdx', onRemoved: collectRemoved(faults) };
  const abstract = buildAbstract(abstractNodes, lang, html, faults);
  const heading = abstractHeading ? [abstractHeading] : [];
  const isStatement = ({ type }: TreeNode): boolean => type === 'mdxjsEsm';
  const shown = [...abstractNodes.filter(isStatement), ...rest];
  const omitted = [...abstractNodes.filter((node) => !isStatement(node)), ...heading];
  const partial = unreadable.length > 0;
  const body = compileNodes(source, tree, { shown, omitted, trust, place, found, faults, partial }, () =>
    compileSections(rest, html, heading),
  );
  return {
    ...(abstract ? { abstract } : {}),
    sections: body.written ?? [],
    ...(body.code ? { code: body.code } : {}),
    assets: [...found.assets],
    links: found.links,
    faults,
  };
}

/** A function that returns whether no known fault has the position of a fault: one mistake is reported once. */
const isElsewhere =
  (known: readonly LocatedFault[]) =>
  ({ position: { line, column } }: LocatedFault): boolean =>
    !known.some(({ position }) => position.line === line && position.column === column);

/** A body without an abstract, such as that of a text page. */
export function compileText(
  source: string,
  { trust, place }: Omit<BodyOptions, 'lang'>,
): CompiledText & { readonly html: string } {
  const { tree, faults: unreadable } = parseReadableMdx(source);
  if (!tree) return { html: '', assets: [], links: [], faults: unreadable };
  const shown = tree.children ?? [];
  const found = noLinks();
  const faults: LocatedFault[] = [...unreadable];
  const partial = unreadable.length > 0;
  const body = compileNodes(source, tree, { shown, omitted: [], trust, place, found, faults, partial }, () =>
    hastToHtml(shown, {
      ...linkOptions(place, found),
      ownNames: trust === 'mdx',
      onRemoved: collectRemoved(faults),
    }),
  );
  return {
    html: body.written ?? '',
    ...(body.code ? { code: body.code } : {}),
    assets: [...found.assets],
    links: found.links,
    faults,
  };
}

interface NodesOptions extends Omit<BodyOptions, 'lang'> {
  readonly shown: readonly TreeNode[];
  /** Nodes of the body that are not shown with the others. */
  readonly omitted: readonly TreeNode[];
  readonly found: TextLinks;
  readonly faults: LocatedFault[];
  /** True where the tree is that of a part of the source, of which the whole cannot be read. */
  readonly partial: boolean;
}

/** Compiles nodes to code if one of them holds code, else with `write`. Adds faults, and returns neither, if they have faults. */
function compileNodes<Written>(
  source: string,
  tree: TreeNode,
  { shown, omitted, trust, place, found, faults, partial }: NodesOptions,
  write: () => Written,
): { readonly code?: BodyCode; readonly written?: Written } {
  const code = shown.find(hasCode);
  if (code && trust === 'markdown') {
    faults.push(...refuseCode(findCode(shown)));
    return {};
  }
  if (code) {
    const codeFaults = [...findCodeFaults(source, tree, code, partial), ...findFormulaFaults(shown)];
    faults.push(...codeFaults.filter(isElsewhere(faults)));
    collectLinks(shown, place, found);
    return partial || codeFaults.length > 0 ? {} : { code: compileCode(source, shown, omitted, place) };
  }
  try {
    return { written: write() };
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    faults.push(error.fault);
    return {};
  }
}

/**
 * A syntax fault in the code of a body; where there is none, the names in it that nothing defines. `partial`: the tree is
 * that of a part of the source, of which the whole cannot be read.
 */
function findCodeFaults(source: string, tree: TreeNode, code: TreeNode, partial: boolean): readonly LocatedFault[] {
  const fault = partial ? undefined : findCodeFault(source, code);
  return fault ? [fault] : checkCode(tree);
}

/** Formulas between code that cannot be read. */
function findFormulaFaults(nodes: readonly TreeNode[]): readonly LocatedFault[] {
  return nodes.flatMap((node): readonly LocatedFault[] => {
    const classes = classesOf(node.properties ?? {});
    if (!isFormula(node.tagName, classes)) return findFormulaFaults(node.children ?? []);
    try {
      mathToHtml(node, classes.includes('math-display'));
      return [];
    } catch (error) {
      if (!(error instanceof MarkupError)) throw error;
      return [error.fault];
    }
  });
}
