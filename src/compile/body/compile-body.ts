import type { Abstract, BodySection } from '../../domain/publication/publication.ts';
import type { LocatedFault } from '../located-fault.ts';
import { assetOptions, collectAssets } from './body-files.ts';
import { buildAbstract } from './build-abstract.ts';
import { checkCode } from './check-code.ts';
import { findCode, hasCode } from './has-code.ts';
import { hastToHtml } from './hast-to-html.ts';
import { MarkupError } from './markup-error.ts';
import { findCodeFault, parseReadableMdx } from './parse-body.ts';
import { refuseCode } from './refuse-code.ts';
import { collectRemoved } from './removed-markup.ts';
import { compileSections, splitBody } from './split-body.ts';
import type { TreeNode } from './tree-node.ts';

export interface CompiledBody {
  readonly abstract?: Abstract;
  readonly sections: readonly BodySection[];
  /** True where the part after the abstract holds code, which Astro compiles; never with `trust: markdown`. */
  readonly component: boolean;
  /** Files that the body shows, by their paths as written. */
  readonly assets: readonly string[];
  /** Positions are counted from the first line of the body. */
  readonly faults: readonly LocatedFault[];
}

export interface BodyOptions {
  readonly lang: string;
  /** `markdown`: code in a body is refused. */
  readonly trust: 'mdx' | 'markdown';
  /** Address at which the page's files are served, such as `/publications/x/`, with the site's base path. */
  readonly assetRoot: string;
}

/** The body of a publication: the abstract as data, and the sections after it as HTML, or as code for Astro. */
export function compileBody(source: string, options: BodyOptions): CompiledBody {
  if (source.trim() === '') return { sections: [], component: false, assets: [], faults: [] };
  const { tree, faults: unreadable } = parseReadableMdx(source);
  if (!tree) return { sections: [], component: false, assets: [], faults: unreadable };
  const { abstractNodes, abstractHeading, rest } = splitBody(tree.children ?? []);
  const assets = new Set<string>();
  const faults: LocatedFault[] = [...unreadable];
  const html = { ...assetOptions(options.assetRoot, assets), onRemoved: collectRemoved(faults) };
  const abstract = buildAbstract(abstractNodes, options.lang, html, faults);
  const code = rest.find(hasCode) ?? abstractNodes.find((node) => node.type === 'mdxjsEsm');
  if (code && options.trust === 'markdown') {
    faults.push(...refuseCode(findCode([...abstractNodes.filter((node) => node.type === 'mdxjsEsm'), ...rest])));
    return { ...(abstract ? { abstract } : {}), sections: [], component: false, assets: [...assets], faults };
  }
  if (code) {
    faults.push(...findCodeFaults(source, tree, code, unreadable.length > 0).filter(isElsewhere(faults)));
    collectAssets(rest, assets);
    return { ...(abstract ? { abstract } : {}), sections: [], component: true, assets: [...assets], faults };
  }
  try {
    const sections = compileSections(rest, html, abstractHeading ? [abstractHeading] : []);
    return { ...(abstract ? { abstract } : {}), sections, component: false, assets: [...assets], faults };
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    faults.push(error.fault);
    return { ...(abstract ? { abstract } : {}), sections: [], component: false, assets: [...assets], faults };
  }
}

/** A function that returns whether no known fault has the position of a fault: one mistake is reported once. */
const isElsewhere =
  (known: readonly LocatedFault[]) =>
  ({ position: { line, column } }: LocatedFault): boolean =>
    !known.some(({ position }) => position.line === line && position.column === column);

/** A body without an abstract, such as that of a text page. */
export function compileText(
  source: string,
  options: BodyOptions,
): { html: string; component: boolean; assets: readonly string[]; faults: CompiledBody['faults'] } {
  const { tree, faults: unreadable } = parseReadableMdx(source);
  if (!tree) return { html: '', component: false, assets: [], faults: unreadable };
  const nodes = tree.children ?? [];
  const assets = new Set<string>();
  const faults: LocatedFault[] = [...unreadable];
  const code = nodes.find(hasCode);
  if (code && options.trust === 'markdown')
    return { html: '', component: false, assets: [], faults: [...faults, ...refuseCode(findCode(nodes))] };
  if (code) {
    collectAssets(nodes, assets);
    faults.push(...findCodeFaults(source, tree, code, unreadable.length > 0));
    return { html: '', component: true, assets: [...assets], faults };
  }
  try {
    const html = hastToHtml(nodes, {
      ...assetOptions(options.assetRoot, assets),
      onRemoved: collectRemoved(faults),
    });
    return { html, component: false, assets: [...assets], faults };
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    return { html: '', component: false, assets: [...assets], faults: [...faults, error.fault] };
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
