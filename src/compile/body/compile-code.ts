import { slugify } from '../../domain/identifiers/slug.ts';
import type { BodyCode } from '../../domain/pages/body-code.ts';
import { findPicture, findTarget, type TextPlace } from './link-target.ts';
import { findImportedNames } from './check-code.ts';
import { compileMdx, parseMdx, type MdxRewriter } from './parse-body.ts';
import { renderMath } from './render-math.ts';
import { fileAttributes } from './text-links.ts';
import type { TreeNode } from './tree-node.ts';

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
  const content = compileMdx(blank(source, [...omitted, ...statements]), rewriterFor(place));
  const imports = statements.flatMap(({ position }) =>
    position ? source.slice(position.start.offset, position.end.offset).trim() : [],
  );
  return imports.length === 0 ? { content } : { content, imports: imports.join('\n\n') };
}

/** The module of what a body imports and exports, each statement on the line of its author. */
export function importsModule(source: string): string {
  const parsed = parseMdx(source);
  if ('fault' in parsed) return source;
  const statements = (parsed.tree.children ?? []).filter(isStatement);
  const names = statements.flatMap(({ value = '' }) => findImportedNames(value));
  return `${keepOnly(source, statements)}\n\nexport const contentImports = { ${[...new Set(names)].join(', ')} };\n`;
}

const isStatement = ({ type }: TreeNode): boolean => type === 'mdxjsEsm';

/** Addresses, headings and formulas as in a body without code. */
function rewriterFor(place: TextPlace): MdxRewriter {
  const ids = new Set<string>();
  return {
    addressOf: (name, value, element) =>
      name === 'href' && element !== 'link'
        ? findTarget(value, place).address
        : fileAttributes.has(name) || value.startsWith('./')
          ? findPicture(value, place).address
          : value,
    headingId: (text) => {
      const base = slugify(text);
      let id = base;
      for (let number = 2; ids.has(id); number += 1) id = `${base}-${number}`;
      ids.add(id);
      return id;
    },
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
