import { closest } from '../../domain/problems/suggestion.ts';
import type { LocatedFault } from '../located-fault.ts';
import { findExternalMedia } from './find-external-media.ts';
import { positionOf, type TreeNode } from './tree-node.ts';

/** Components that every body may use without importing them (src/components/body). */
export const bodyComponents = ['Figure', 'KeyPoints', 'Note', 'Table', 'Video'] as const;

/** The component that an element in small letters means, such as `Note` for `note`; undefined where there is none. */
export const bodyComponentNamed = (tag: string): string | undefined =>
  bodyComponents.find((name) => name.toLowerCase() === tag.toLowerCase());

/** Names that every expression may use: globals of JavaScript, and `props` of MDX. */
const globalNames = new Set([
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

/**
 * Faults for components and names that a body uses and nothing defines. The build would fail on them with a less clear
 * message.
 */
export function checkCode(tree: TreeNode): LocatedFault[] {
  const defined = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') for (const name of findDefinedNames(node.value ?? '')) defined.add(name);
  });
  const faults: LocatedFault[] = [];
  visit(tree, (node) => {
    const position = positionOf(node);
    for (const source of sourcesOf(node)) {
      const external = findExternalMedia(source);
      if (external) faults.push({ ...external, position });
    }
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      const name = /^\s*([A-Za-z_$][\w$]*)\s*$/.exec(node.value ?? '')?.[1];
      if (name && !defined.has(name) && !globalNames.has(name)) {
        faults.push({
          name: 'mdx-unknown-name',
          message: `{${name}} is read as code, and ${name} is not defined`,
          hint: `write \\{${name}\\} to show it as it is`,
          position,
        });
      }
    } else if (node.type.startsWith('mdxJsx') && node.name && /^[A-Z]/.test(node.name)) {
      const name = node.name.split('.', 1)[0]!;
      if (defined.has(name) || bodyComponents.some((component) => component === name)) return;
      const near = closest(name, bodyComponents);
      faults.push({
        name: 'unknown-component',
        message: `<${name}> is not a component of this site`,
        hint: near
          ? `did you mean <${near}>?`
          : `import it at the top of the body, or use one of ${bodyComponents.join(', ')}`,
        position,
      });
    }
  });
  return faults;
}

/** Addresses of the files that an element shows, where they are texts and not code. */
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

/** Names that `import` and `export` statements define in a body. */
function findDefinedNames(code: string): string[] {
  const exported = code.matchAll(/\bexport\s+(?:const|let|var|function|class|async\s+function)\s+([A-Za-z_$][\w$]*)/g);
  return [...findImportedNames(code), ...[...exported].flatMap(([, name]) => name ?? [])];
}

/** Names that `import` statements define in a body. */
export function findImportedNames(code: string): string[] {
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
  return names;
}
