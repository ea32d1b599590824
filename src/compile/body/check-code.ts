import type { Fault } from '../../domain/problems/problem.ts';
import { closest } from '../../domain/problems/suggestion.ts';
import { findExternalMedia } from './find-external-media.ts';
import type { TreeNode } from './hast-to-html.ts';
import type { Place } from '../yaml/read-frontmatter.ts';

/** Components that every body may use without importing them (src/components/body). */
export const bodyComponents = ['Figure', 'KeyPoints', 'Note', 'Table', 'Video'] as const;

/** Names that JavaScript itself gives to an expression, and `props`, which MDX does. */
const given = new Set([
  'props',
  'Array',
  'Boolean',
  'Date',
  'Intl',
  'JSON',
  'Math',
  'Number',
  'Object',
  'String',
  'undefined',
  'NaN',
  'Infinity',
  'true',
  'false',
  'null',
]);

/** Components and names that a body uses and nobody defines: the build would fail on them, with less clear words. */
export function checkCode(tree: TreeNode): (Fault & { place: Place })[] {
  const defined = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') for (const name of definedNames(node.value ?? '')) defined.add(name);
  });
  const faults: (Fault & { place: Place })[] = [];
  visit(tree, (node) => {
    const place = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
    for (const source of sourcesOf(node)) {
      const elsewhere = findExternalMedia(source);
      if (elsewhere) faults.push({ ...elsewhere, place });
    }
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      const name = /^\s*([A-Za-z_$][\w$]*)\s*$/.exec(node.value ?? '')?.[1];
      if (name && !defined.has(name) && !given.has(name)) {
        faults.push({
          name: 'mdx-unknown-name',
          message: `{${name}} is read as code, and nothing called ${name} is defined`,
          hint: `write \\{${name}\\} to show it as it is`,
          place,
        });
      }
    } else if (node.type.startsWith('mdxJsx') && node.name && /^[A-Z]/.test(node.name)) {
      const name = node.name.split('.', 1)[0]!;
      if (defined.has(name) || bodyComponents.some((component) => component === name)) return;
      const near = closest(name, bodyComponents);
      faults.push({
        name: 'unknown-component',
        message: `<${name}> is not a component that this site has`,
        hint: near
          ? `did you mean <${near}>?`
          : `import it at the top of the body, or use one of ${bodyComponents.join(', ')}`,
        place,
      });
    }
  });
  return faults;
}

/** Addresses of what an element shows, where they are written out. */
function sourcesOf({ properties, attributes = [] }: TreeNode): readonly string[] {
  const written = attributes.map(({ name = '', value }): [string, unknown] => [name, value]);
  return [...Object.entries(properties ?? {}), ...written].flatMap(([name, value]) =>
    /^(?:src|poster|captions)$/.test(name) && typeof value === 'string' ? value : [],
  );
}

function visit(node: TreeNode, visitor: (node: TreeNode) => void): void {
  visitor(node);
  for (const child of node.children ?? []) visit(child, visitor);
}

/** Names that `import` and `export` statements bring into a body. */
function definedNames(code: string): string[] {
  const names: string[] = [];
  for (const [, statement = ''] of code.matchAll(/\bimport\s([^'"]*)/g)) {
    const [clause = '', from] = statement.split(/\sfrom\b/, 2);
    if (from === undefined) continue;
    for (const part of clause.replace(/[{}]/g, ',').split(',')) {
      const name = part
        .trim()
        .split(/\sas\s/)
        .at(-1)
        ?.trim();
      if (name) names.push(name);
    }
  }
  for (const [, name] of code.matchAll(
    /\bexport\s+(?:const|let|var|function|class|async\s+function)\s+([A-Za-z_$][\w$]*)/g,
  ))
    if (name) names.push(name);
  return names;
}
