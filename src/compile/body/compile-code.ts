import type { BodyCode } from '../../domain/pages/body-code.ts';
import { findPicture, findTarget, type TextPlace } from './link-target.ts';
import { findImportedNames } from './check-code.ts';
import { headingId } from './heading-id.ts';
import { compileMdx, parseMdx, type MdxRewriter } from './parse-body.ts';
import { renderMath } from './render-math.ts';
import { fileAttributes } from './text-links.ts';
import { literalText, type TreeNode } from './tree-node.ts';

/**
 * The code of a body. `omitted`: nodes that are not part of it, such as the abstract, which pages show as data. Every other
 * line keeps its number.
 */
export function compileCode(
  source: string,
  nodes: readonly TreeNode[],
  omitted: readonly TreeNode[],
  place: TextPlace,
): BodyCode {
  const statements = nodes.filter(isStatement);
  const headings = new Set<string>();
  const content = compileMdx(blank(source, [...omitted, ...statements]), rewriterFor(place, headings));
  const imports = statements.flatMap(({ position }) =>
    position ? source.slice(position.start.offset, position.end.offset).trim() : [],
  );
  const own = findIds(nodes);
  return {
    content,
    ...(imports.length === 0 ? {} : { imports: imports.join('\n\n') }),
    ...(own ? { ids: [...new Set([...headings, ...own])] } : {}),
  };
}

/** The `id`s that elements have; undefined where code may add others: an import, an expression, or an `id` that is computed. */
function findIds(nodes: readonly TreeNode[]): readonly string[] | undefined {
  const ids: string[] = [];
  for (const node of nodes) {
    const { type, value = '', attributes = [], children = [], properties = {} } = node;
    if (isStatement(node) || (/^mdx(?:Text|Flow)Expression$/.test(type) && literalText(value) === undefined))
      return undefined;
    if (attributes.some((attribute) => attribute.type !== 'mdxJsxAttribute')) return undefined;
    const id = attributes.find(({ name }) => name === 'id')?.value ?? properties['id'];
    if (typeof id === 'string') ids.push(id);
    else if (id !== undefined && id !== null) return undefined;
    const inner = findIds(children);
    if (!inner) return undefined;
    ids.push(...inner);
  }
  return ids;
}

/** The module of what a body imports and exports, each statement on its line of the source. */
export function importsModule(source: string): string {
  const parsed = parseMdx(source);
  if ('fault' in parsed) return source;
  const statements = (parsed.tree.children ?? []).filter(isStatement);
  const names = statements.flatMap(({ value = '' }) => findImportedNames(value));
  return `${keepOnly(source, statements)}\n\nexport const contentImports = { ${[...new Set(names)].join(', ')} };\n`;
}

const isStatement = ({ type }: TreeNode): boolean => type === 'mdxjsEsm';

/** Addresses, headings and formulas as in a body without code. `ids`: receives the fragments of headings. */
function rewriterFor(place: TextPlace, ids: Set<string>): MdxRewriter {
  return {
    addressOf: (name, value, element) =>
      name === 'href' && element !== 'link'
        ? findTarget(value, place).address
        : fileAttributes.has(name) || value.startsWith('./')
          ? findPicture(value, place).address
          : value,
    headingId: (text) => headingId(text, ids),
    math: renderMath,
  };
}

/** The source with spaces in place of nodes. */
const blank = (source: string, nodes: readonly TreeNode[]): string =>
  nodes.reduce((text, { position }) => {
    if (!position) return text;
    const { start, end } = position;
    return text.slice(0, start.offset) + spaces(text.slice(start.offset, end.offset)) + text.slice(end.offset);
  }, source);

/** The source with spaces in place of everything but nodes, which follow each other. */
function keepOnly(source: string, nodes: readonly TreeNode[]): string {
  let text = '';
  for (const { position } of nodes) {
    if (!position) continue;
    text += spaces(source.slice(text.length, position.start.offset));
    text += source.slice(position.start.offset, position.end.offset);
  }
  return text;
}

const spaces = (text: string): string => text.replace(/[^\n]/g, ' ');
