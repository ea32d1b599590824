import { markdownToHast, mdxToHast } from 'satteri';
import type { Abstract, BodySection } from '../domain/publication.ts';
import type { Fault } from '../domain/problem.ts';
import { slugify } from '../domain/slug.ts';
import { splitAbstract } from './split-abstract.ts';
import { checkCode } from './check-code.ts';
import { hastToHtml, NotPlain, plainText, type TreeNode } from './hast-to-html.ts';
import type { Place } from './read-frontmatter.ts';

export interface CompiledBody {
  readonly abstract?: Abstract;
  readonly sections: readonly BodySection[];
  /** The part after the abstract holds code and is left to Astro. */
  readonly component: boolean;
  readonly assets: readonly string[];
  /** Places are counted from the first line of the body. */
  readonly faults: readonly (Fault & { readonly place: Place })[];
}

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
  const { abstractNodes, abstractHeading, rest } = divide(parsed.tree.children ?? []);
  const assets = new Set<string>();
  const html = htmlOptions(options.assetRoot, assets);
  const faults: (Fault & { place: Place })[] = [];
  const abstract = readAbstract(abstractNodes, options.lang, html, faults);
  const code = rest.find(holdsCode) ?? abstractNodes.find((node) => node.type === 'mdxjsEsm');
  if (code) {
    if (options.trust === 'markdown') faults.push(codeRefused(code));
    faults.push(...checkCode(parsed.tree));
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
  const code = nodes.find(holdsCode);
  if (code) {
    collectAssets(nodes, assets);
    return {
      html: '',
      component: true,
      assets: [...assets],
      faults: [...(options.trust === 'markdown' ? [codeRefused(code)] : []), ...checkCode(parsed.tree)],
    };
  }
  try {
    return {
      html: hastToHtml(nodes, htmlOptions(options.assetRoot, assets)),
      component: false,
      assets: [...assets],
      faults: [],
    };
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    return { html: '', component: false, assets: [...assets], faults: [notPlainFault(error)] };
  }
}

/** Markdown in a field, such as a summary. Markup that is not Markdown shows as text. */
export function compileMarkdown(source: string): { html: string; text: string } {
  const tree = notTooDeep(markdownToHast(source, { features: { math: true } }) as TreeNode);
  const html = hastToHtml(tree.children ?? [], { addressOf: (address) => address });
  return { html, text: tidy(plainText(tree.children ?? [])) };
}

/** A translated abstract in a field, as Markdown. */
export function compileAbstract(source: string, lang: string): Abstract | undefined {
  const tree = notTooDeep(markdownToHast(source, { features: { math: true } }) as TreeNode);
  return readAbstract(tree.children ?? [], lang, { addressOf: (address) => address }, []);
}

/**
 * The source that Astro compiles for a publication's body with code: the abstract is blanked, since it is shown as
 * data, and every line keeps its number, so that an error names the author's own line.
 */
export function publicationComponentSource(source: string, assetRoot: string): string {
  const parsed = parseMdx(source);
  if ('fault' in parsed) return source;
  const { abstractNodes, abstractHeading } = divide(parsed.tree.children ?? []);
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

/** Markdown pictures with the address at which they are served; from the last to the first, so that offsets hold. */
function servePictures(source: string, tree: TreeNode, assetRoot: string): string {
  const pictures: TreeNode[] = [];
  const collect = (node: TreeNode) => {
    if (node.tagName === 'img' && typeof node.properties?.['src'] === 'string' && isAsset(node.properties['src']))
      pictures.push(node);
    node.children?.forEach(collect);
  };
  collect(tree);
  return pictures.reverse().reduce((text, { position, properties }) => {
    const file = fileOf(String(properties?.['src']));
    // As it stands in the source: the name itself, in angle brackets where it holds a space, or encoded.
    for (const written of [file, `<${file}>`, encodeFile(file), String(properties?.['src'])]) {
      const at = position ? text.indexOf(`](${written}`, position.start.offset) : -1;
      if (at !== -1)
        return `${text.slice(0, at + 2)}${assetRoot}${encodeFile(file)}${text.slice(at + 2 + written.length)}`;
    }
    return text;
  }, source);
}

function parseMdx(source: string): { tree: TreeNode } | { fault: Fault & { place: Place } } {
  try {
    return { tree: notTooDeep(mdxToHast(source, { features: { math: true } }) as TreeNode) };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', what = message] = /^(\d+):(\d+)(?:-\d+:\d+)?: ([\s\S]*)$/.exec(message) ?? [];
    // A tag that is never closed is found at the end, and mended where it starts.
    const [, opening = line, openingColumn = column] = /closing tag .*\((\d+):(\d+)/.exec(what) ?? [];
    const place = { line: Number(opening), column: Number(openingColumn) };
    return { fault: { ...explainMdx(what, source.split('\n')[place.line - 1] ?? '', place.column), place } };
  }
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

/** What stands before the first `##` heading, or under `## Abstract`, and what comes after. */
function divide(nodes: readonly TreeNode[]): {
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

function readAbstract(
  nodes: readonly TreeNode[],
  lang: string,
  html: Parameters<typeof hastToHtml>[1],
  faults: (Fault & { place: Place })[],
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

function divideSections(
  nodes: readonly TreeNode[],
  html: Parameters<typeof hastToHtml>[1],
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
    const base = slugify(heading);
    let id = base;
    for (let number = 2; ids.has(id); number += 1) id = `${base}-${number}`;
    ids.add(id);
    sections.push({ heading, id, html: hastToHtml(nodes.slice(index + 1, start), html).trim() });
  }
  return sections;
}

const isHeading2 = (node: TreeNode): boolean => node.tagName === 'h2' && !classIs(node, 'sr-only');
const classIs = (node: TreeNode, name: string): boolean =>
  Array.isArray(node.properties?.['className']) && node.properties['className'].includes(name);

/** Whether Astro must compile this node: imports, components, attributes and expressions that are more than text. */
function holdsCode(node: TreeNode): boolean {
  if (node.type === 'mdxjsEsm') return true;
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
    return !/^\s*(\/\*[\s\S]*\*\/)?\s*$|^\s*(["'])[^"'\\\n]*\2\s*$|^\s*\d+(\.\d+)?\s*$/.test(node.value ?? '');
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
  return (node.children ?? []).some(holdsCode);
}
const codeElements = new Set([
  'audio',
  'button',
  'canvas',
  'embed',
  'form',
  'iframe',
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

/** Files that elements name in any attribute (`src`, `poster`, `captions`), and those that pictures show. */
function collectAssets(nodes: readonly TreeNode[], assets: Set<string>): void {
  for (const node of nodes) {
    const picture = node.properties?.['src'];
    if (typeof picture === 'string' && isAsset(picture)) assets.add(fileOf(picture));
    for (const { name, value } of node.attributes ?? []) {
      if (typeof value === 'string' && (name === 'src' || value.startsWith('./')) && isAsset(value)) assets.add(value);
    }
    collectAssets(node.children ?? [], assets);
  }
}

const htmlOptions = (root: string, assets: Set<string>) => ({
  addressOf: (source: string) => {
    if (!isAsset(source)) return source;
    assets.add(fileOf(source));
    return root + encodeFile(fileOf(source));
  },
});

/** Markdown encodes the signs of an address, and a file's name may hold spaces and letters of every script. */
function fileOf(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

const encodeFile = (file: string): string => file.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');

const isAsset = (source: string): boolean => !/^[a-z][a-z0-9+.-]*:|^\/|^#/i.test(source);

const codeRefused = (node: TreeNode): Fault & { place: Place } => ({
  name: 'code-not-trusted',
  message: 'the body holds code, and `trust: markdown` in site.yaml allows text only',
  hint: 'write it as Markdown, or set `trust: mdx` if everybody who can change content may run code in the build',
  place: placeOf(node),
});

const notPlainFault = (error: NotPlain): Fault & { place: Place } => ({
  name: error.message.startsWith('the formula') ? 'formula-malformed' : 'code-in-text',
  message: error.message,
  hint: error.message.startsWith('the formula')
    ? 'correct the formula, or write \\$ where a dollar sign is meant'
    : 'write it as Markdown, or move it below a ## heading',
  place: placeOf(error.node),
});

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

function explainMdx(what: string, line: string, column: number): Fault {
  const here = line.slice(Math.max(column - 1, 0), column + 20);
  if (line.includes('<!--'))
    return {
      name: 'mdx-comment',
      message: '<!-- … --> is not a comment in MDX',
      hint: 'write {/* … */}, or delete it',
    };
  if (/closing brace/i.test(what))
    return {
      name: 'mdx-brace',
      message: 'a brace starts code, and is never closed',
      hint: 'write \\{ and \\} to show braces as they are',
    };
  if (/unclosed|closing|end tag|Expected a closing/i.test(what))
    return {
      name: 'mdx-unclosed',
      message: `a tag is not closed (${shorten(what)})`,
      hint: 'close it, or write \\< where the sign itself is meant',
    };
  if (/</.test(line) && /character|name|tag/i.test(what)) {
    return {
      name: 'mdx-less-than',
      message: `"${here.trim() || line.trim().slice(0, 20)}" looks like the start of a tag, and is none`,
      hint: `write \\< for the sign itself: ${line
        .trim()
        .slice(0, 80)
        .replace(/<(?=[\d.=$-])/g, '\\<')}`,
    };
  }
  if (/expression|brace|\{|\}|acorn|parse/i.test(what))
    return {
      name: 'mdx-brace',
      message: `a brace starts code that cannot be read (${shorten(what)})`,
      hint: 'write \\{ and \\} to show braces as they are',
    };
  return {
    name: 'mdx-malformed',
    message: `the text cannot be read here (${shorten(what)})`,
    hint: 'put a backslash before {, } and <',
  };
}

const shorten = (text: string): string =>
  text
    .replace(/\s*\((?:note|mdx-|https?:|\d+:)[\s\S]*$/, '')
    .split('\n', 1)[0]!
    .slice(0, 160);
