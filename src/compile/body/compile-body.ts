import { markdownToHast, mdxToHast, mdxToJs } from 'satteri';
import type { Abstract, BodySection } from '../../domain/publication/publication.ts';
import type { Fault } from '../../domain/problems/problem.ts';
import { quote } from '../../domain/text/quote.ts';
import { collectAssets, htmlOptions, servePictures } from './body-files.ts';
import { checkCode } from './check-code.ts';
import { divideBody, divideSections } from './divide-body.ts';
import { explainMdx } from './explain-mdx.ts';
import { hastToHtml, NotPlain, plainText, type HtmlOptions, type TreeNode } from './hast-to-html.ts';
import { findCode, holdsCode } from './holds-code.ts';
import { refuseCode } from './refuse-code.ts';
import { findOverload } from './markup-limit.ts';
import type { Place } from '../yaml/read-frontmatter.ts';
import { splitAbstract } from './split-abstract.ts';

export interface CompiledBody {
  readonly abstract?: Abstract;
  readonly sections: readonly BodySection[];
  /** The part after the abstract holds code and is left to Astro; never where `trust` is `markdown`. */
  readonly component: boolean;
  readonly assets: readonly string[];
  readonly faults: readonly PlacedFault[];
}

/** Its place is counted from the first line of the body. */
type PlacedFault = Fault & { readonly place: Place };

export interface BodyOptions {
  readonly lang: string;
  /** `markdown`: code in a body is refused. */
  readonly trust: 'mdx' | 'markdown';
  /** Address at which the page's files are served, such as `/publications/x/`, with the site's base path. */
  readonly assetRoot: string;
}

/** The body of a publication: its abstract as data, the sections after it as HTML, or as code for Astro. */
export function compileBody(source: string, options: BodyOptions): CompiledBody {
  if (source.trim() === '') return { sections: [], component: false, assets: [], faults: [] };
  const parsed = parseMdx(source);
  if ('fault' in parsed) return { sections: [], component: false, assets: [], faults: [parsed.fault] };
  const { abstractNodes, abstractHeading, rest } = divideBody(parsed.tree.children ?? []);
  const assets = new Set<string>();
  const faults: PlacedFault[] = [];
  const html = { ...htmlOptions(options.assetRoot, assets), onRemoved: tell(faults) };
  const abstract = readAbstract(abstractNodes, options.lang, html, faults);
  const code = rest.find(holdsCode) ?? abstractNodes.find((node) => node.type === 'mdxjsEsm');
  if (code && options.trust === 'markdown') {
    faults.push(...refuseCode(findCode([...abstractNodes.filter((node) => node.type === 'mdxjsEsm'), ...rest])));
    return { ...(abstract ? { abstract } : {}), sections: [], component: false, assets: [...assets], faults };
  }
  if (code) {
    faults.push(...checkedCode(source, parsed.tree, code));
    collectAssets(rest, assets);
    return { ...(abstract ? { abstract } : {}), sections: [], component: true, assets: [...assets], faults };
  }
  try {
    const sections = divideSections(rest, html, abstractHeading ? [abstractHeading] : []);
    return { ...(abstract ? { abstract } : {}), sections, component: false, assets: [...assets], faults };
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    faults.push(notPlainFault(error));
    return { ...(abstract ? { abstract } : {}), sections: [], component: false, assets: [...assets], faults };
  }
}

/** A page of the site, or any other body without an abstract. */
export function compileText(
  source: string,
  options: BodyOptions,
): { html: string; component: boolean; assets: readonly string[]; faults: CompiledBody['faults'] } {
  const parsed = parseMdx(source);
  if ('fault' in parsed) return { html: '', component: false, assets: [], faults: [parsed.fault] };
  const nodes = parsed.tree.children ?? [];
  const assets = new Set<string>();
  const faults: PlacedFault[] = [];
  const code = nodes.find(holdsCode);
  if (code && options.trust === 'markdown')
    return { html: '', component: false, assets: [], faults: refuseCode(findCode(nodes)) };
  if (code) {
    collectAssets(nodes, assets);
    return {
      html: '',
      component: true,
      assets: [...assets],
      faults: checkedCode(source, parsed.tree, code),
    };
  }
  try {
    return {
      html: hastToHtml(nodes, { ...htmlOptions(options.assetRoot, assets), onRemoved: tell(faults) }),
      component: false,
      assets: [...assets],
      faults,
    };
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    return { html: '', component: false, assets: [...assets], faults: [notPlainFault(error)] };
  }
}

/** Markdown in a field, such as a summary. Markup that is not Markdown shows as text. */
export function compileMarkdown(source: string): {
  readonly html: string;
  readonly text: string;
  readonly faults: readonly Fault[];
} {
  const parsed = parseMarkdown(source);
  if ('fault' in parsed) return { html: '', text: '', faults: [parsed.fault] };
  try {
    const faults: PlacedFault[] = [];
    const html = hastToHtml(parsed.nodes, { ...fieldOptions, onRemoved: tell(faults) });
    return { html, text: tidy(plainText(parsed.nodes)), faults: faults.map(inField) };
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    return { html: '', text: '', faults: [inField(notPlainFault(error))] };
  }
}

/** A translated abstract in a field, as Markdown. */
export function compileAbstract(
  source: string,
  lang: string,
): { readonly abstract?: Abstract; readonly faults: readonly Fault[] } {
  const parsed = parseMarkdown(source);
  if ('fault' in parsed) return { faults: [parsed.fault] };
  const faults: PlacedFault[] = [];
  const abstract = readAbstract(parsed.nodes, lang, { ...fieldOptions, onRemoved: tell(faults) }, faults);
  return { ...(abstract ? { abstract } : {}), faults: faults.map(inField) };
}

/** The field itself says where it stands. */
const inField = ({ place: _, ...fault }: PlacedFault): Fault => fault;

function parseMarkdown(source: string): { nodes: readonly TreeNode[] } | { fault: Fault } {
  const overload = findOverload(source);
  if (overload) return { fault: inField(overload) };
  const tree = notTooDeep(markdownToHast(ended(source), { features: { math: true } }) as TreeNode);
  return { nodes: tree.children ?? [] };
}

const fieldOptions: Pick<HtmlOptions, 'addressOf'> = {
  addressOf(source, node) {
    if (source.startsWith('/')) return source;
    throw new NotPlain(node, `the picture ${quote(source)} stands in a field, and only bodies show files beside them`, {
      name: 'picture-in-field',
      hint: 'show it in the body, or as `image`',
    });
  },
};

/**
 * The source that Astro compiles for a publication's body with code: the abstract is blanked, since it is shown as
 * data, and every line keeps its number, so that an error names the author's own line.
 */
export function publicationComponentSource(source: string, assetRoot: string): string {
  const parsed = parseMdx(source);
  if ('fault' in parsed) return source;
  const { abstractNodes, abstractHeading } = divideBody(parsed.tree.children ?? []);
  let text = source;
  for (const node of [
    ...abstractNodes.filter((item) => item.type !== 'mdxjsEsm'),
    ...(abstractHeading ? [abstractHeading] : []),
  ]) {
    if (!node.position) continue;
    const { start, end } = node.position;
    text =
      text.slice(0, start.offset) +
      text.slice(start.offset, end.offset).replace(/[^\n]/g, ' ') +
      text.slice(end.offset);
  }
  return componentSource(text, assetRoot);
}

/** The source that Astro compiles for any other body with code: as it is, with pictures where they are served. */
export function componentSource(source: string, assetRoot: string): string {
  const parsed = parseMdx(source);
  return 'fault' in parsed ? source : servePictures(source, parsed.tree, assetRoot);
}

/** Sätteri 0.10.5 reads beyond the end of `export (|` and the like when no line feed follows, and takes the process with it. */
const ended = (source: string): string => `${source}\n`;

function parseMdx(source: string): { tree: TreeNode } | { fault: PlacedFault } {
  const overload = findOverload(source);
  if (overload) return { fault: overload };
  try {
    return { tree: notTooDeep(mdxToHast(ended(source), { features: { math: true } }) as TreeNode) };
  } catch (error) {
    return { fault: mdxFault(error, source) };
  }
}

/** What is wrong with the code of a body. The tree holds `import` and `export` unread; compiled, they are read. */
function checkedCode(source: string, tree: TreeNode, code: TreeNode): readonly PlacedFault[] {
  try {
    mdxToJs(ended(source), { features: { math: true } });
  } catch (error) {
    return [mdxFault(error, source, placeOf(code))];
  }
  return checkCode(tree);
}

function mdxFault(error: unknown, source: string, unknownPlace: Place = { line: 1, column: 1 }): PlacedFault {
  if (error instanceof RangeError) throw error;
  const message = error instanceof Error ? error.message : String(error);
  const [, line = String(unknownPlace.line), column = String(unknownPlace.column), what = message] =
    /^(\d+):(\d+)(?:-\d+:\d+)?: ([\s\S]*)$/.exec(message) ?? [];
  // A tag that is never closed is found at the end, and mended where it starts.
  const [, opening = line, openingColumn = column] = /closing tag .*\((\d+):(\d+)/.exec(what) ?? [];
  const place = { line: Number(opening), column: Number(openingColumn) };
  return { ...explainMdx(what, source.split('\n')[place.line - 1] ?? '', place.column), place };
}

/** Levels of nesting; no text needs more, and the stack of every machine holds as many. */
const nestingLimit = 100;

/** Throws a RangeError where nodes stand in each other too deep, at the same depth on every machine. */
function notTooDeep(tree: TreeNode): TreeNode {
  const visit = (node: TreeNode, depth: number) => {
    if (depth > nestingLimit) throw new RangeError(`nested in more than ${nestingLimit} levels`);
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(tree, 0);
  return tree;
}

function readAbstract(
  nodes: readonly TreeNode[],
  lang: string,
  html: HtmlOptions,
  faults: PlacedFault[],
): Abstract | undefined {
  try {
    const sections = splitAbstract(nodes.filter((node) => node.type !== 'mdxjsEsm'))
      .map(({ label, nodes: parts }) => ({
        ...(label ? { label } : {}),
        html: hastToHtml(parts, html).trim(),
        text: tidy(plainText(parts)),
      }))
      .filter((section) => section.text !== '');
    return sections.length > 0 ? { lang, sections } : undefined;
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    const expression = error.node.type.endsWith('Expression');
    faults.push({
      ...notPlainFault(error),
      ...(expression || error.node.type.startsWith('mdxJsx')
        ? {
            name: 'code-in-abstract',
            message: `the abstract holds code (${error.message}), and an abstract must be plain text so that it can be cited and searched`,
            hint: expression
              ? `write \\{${error.node.value ?? ''}\\} to show the braces as they are`
              : 'move the component below a ## heading',
          }
        : {}),
    });
    return undefined;
  }
}

const notPlainFault = ({ fault, node }: NotPlain): PlacedFault => ({ ...fault, place: placeOf(node) });

/** What is left out of one text and said; whoever has more to mend sees the rest in the next run. */
const mostLeftOut = 20;

const tell =
  (faults: PlacedFault[]): HtmlOptions['onRemoved'] =>
  (fault, node) => {
    if (faults.length < mostLeftOut) faults.push({ ...fault, place: placeOf(node) });
  };

const placeOf = (node: TreeNode): Place => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** Paragraphs apart by a line feed, everything else by one space. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
