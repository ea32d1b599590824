import { join } from 'node:path';
import ts from 'typescript';
import { projectDir } from '../../src/project/settings.ts';

/** A node of the JSON-LD graph of a page. */
export type GraphNode = Readonly<Record<string, unknown>> & { readonly '@type': string };

/**
 * Violations of https://schema.org in these nodes: properties outside the domain of their class, and values outside the
 * range of a property. The TypeScript compiler checks each node as a literal of its type in schema-dts.
 */
export function schemaFaults(nodes: readonly GraphNode[]): string[] {
  const distinct = [...new Map(nodes.map((node) => [shapeOf(node), node])).values()];
  const types = [...new Set(distinct.map((node) => node['@type']))];
  const text = [
    `import type { ${types.map((type) => `${type} as Type${type}`).join(', ')} } from 'schema-dts';`,
    ...distinct.map((node, index) => `export const node${index}: Type${node['@type']} = ${JSON.stringify(node)};`),
  ].join('\n');
  const file = join(projectDir, 'tests/support/nodes-of-pages.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, text, version) : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    const node = distinct[line - 1];
    return `${node?.['@type'] ?? ''} ${JSON.stringify(node?.['@id']) ?? ''}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
  });
}

/** Classes and properties of a node and its inner nodes; nodes of the same shape are checked once. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join()}]`;
  if (typeof value !== 'object' || value === null) return typeof value;
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}:${name === '@type' ? String(inner) : shapeOf(inner)}`)
    .join()}}`;
}
