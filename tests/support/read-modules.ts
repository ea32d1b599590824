import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';

/** Modules by path below `src/`, with forward slashes. */
export type Modules = ReadonlyMap<string, Module>;

export const readModules = (sources: readonly (readonly [string, string])[]): Modules =>
  new Map(sources.map(([file, text]) => [file, readModule(file, text)]));

/** Reads all modules in a folder. */
export function readSources(folder: string): Modules {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'));
  const read = files.filter((path) => /\.(?:astro|css|json|[cm]?[jt]sx?)$/.test(path));
  return readModules(read.map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const));
}

export interface Edge {
  /** As written; absent for a computed import. */
  readonly target?: string;
  readonly typeOnly: boolean;
  /** True for an address of a file to start: a thread, a process, an entry point, a script. */
  readonly started: boolean;
  readonly inScript: boolean;
}

export interface Module {
  readonly edges: readonly Edge[];
  readonly globals: readonly string[];
  /** Lines of statements with effects when the module is loaded. */
  readonly work: readonly number[];
}

function readModule(file: string, text: string): Module {
  if (file.endsWith('.css')) return { ...emptyModule, edges: readStyles(text) };
  if (file.endsWith('.astro')) return readTemplate(text);
  return file.endsWith('.json') ? emptyModule : readCode(text);
}

const emptyModule: Module = { edges: [], globals: [], work: [] };

const edgeTo = (target: string | undefined, options: Partial<Edge> = {}): Edge => ({
  ...(target === undefined ? {} : { target }),
  typeOnly: false,
  started: false,
  inScript: false,
  ...options,
});

const readStyles = (text: string): Edge[] =>
  [...text.matchAll(/@import\s+(?:url\(\s*)?['"]([^'"]+)['"]/g)].map(([, target]) => edgeTo(target));

/** An Astro template: its frontmatter and markup run when a page is rendered, its scripts in the browser. */
function readTemplate(text: string): Module {
  const [, head = '', body = text] = /^\s*---\r?\n(.*?)^---\s*?$(.*)/ms.exec(text) ?? [];
  const { edges, globals } = readCode(head);
  const markup = body.replace(/<(script|style)\b.*?<\/\1>/gs, '');
  const loaded = [...markup.matchAll(/\bimport\(\s*(?:['"]([^'"]+)['"])?/g)].map(([, target]) => edgeTo(target));
  const scripts = [...body.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
  const sent = scripts.flatMap(([, attributes = '', code = '']): readonly Edge[] => {
    const [, source] = /\bsrc="([^"]+)"/.exec(attributes) ?? [];
    if (source !== undefined) return [edgeTo(source, { started: true, inScript: true })];
    return readCode(code).edges.map((edge) => ({ ...edge, inScript: true }));
  });
  return { edges: [...edges, ...loaded, ...sent], globals, work: [] };
}

function readCode(text: string): Module {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const edges: Edge[] = [];
  const globals = new Set<string>();
  const add = (target: ts.Node | undefined, options: Partial<Edge> = {}) =>
    edges.push(edgeTo(target && ts.isStringLiteralLike(target) ? target.text : undefined, options));
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      // Address of a script of the page.
      const sent = /\.js\?url['"]$/.test(node.moduleSpecifier.getText(source));
      add(node.moduleSpecifier, { typeOnly: isTypeOnly(node.importClause), started: sent, inScript: sent });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, { typeOnly: node.isTypeOnly });
    else if (ts.isImportTypeNode(node))
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, { typeOnly: true });
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    else if (ts.isCallExpression(node) && node.expression.getText(source).startsWith('import.meta.glob'))
      add(undefined);
    else if (ts.isNewExpression(node) && isModuleAddress(node, source)) add(node.arguments?.[0], { started: true });
    else if (ts.isIdentifier(node) && nodeGlobals.has(node.text) && isUsed(node)) globals.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const lineOf = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  return { edges, globals: [...globals], work: source.statements.filter(isWork).map(lineOf) };
}

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean => {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    !clause.name &&
    !!names &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every((element) => element.isTypeOnly)
  );
};

/** True for `new URL('./file.ts', import.meta.url)`, not for the address of a folder. */
const isModuleAddress = (node: ts.NewExpression, source: ts.SourceFile): boolean => {
  const [path, base] = node.arguments ?? [];
  return (
    node.expression.getText(source) === 'URL' &&
    base?.getText(source) === 'import.meta.url' &&
    !!path &&
    ts.isStringLiteralLike(path) &&
    /\.[a-z]+$/.test(path.text)
  );
};

/** True when the identifier is the object of an expression, not a declared name or a property. */
const isUsed = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) ||
    ts.isElementAccessExpression(node.parent) ||
    ts.isCallExpression(node.parent)) &&
  node.parent.expression === node;

/** True for statements with effects at load time: all but declarations, and declarations with `await`. */
const isWork = (statement: ts.Statement): boolean => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.some(
      ({ initializer }) => initializer !== undefined && awaits(initializer),
    );
  const declares =
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isExportAssignment(statement) ||
    ts.isModuleDeclaration(statement) ||
    ts.isEmptyStatement(statement);
  return !(
    declares ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
};

const awaits = (node: ts.Node): boolean =>
  ts.isAwaitExpression(node) ||
  (!ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => awaits(child) || undefined) ?? false));

const nodeGlobals = new Set(['process', 'Buffer', 'require', '__dirname', '__filename', 'global']);

/** Path below `src/` of a relative import; undefined for a package. */
export const resolvePath = (file: string, target: string): string | undefined =>
  target.startsWith('.') ? posix.join(posix.dirname(file), target.replace(/\?.*$/, '')) : undefined;
