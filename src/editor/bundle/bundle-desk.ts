import { build, type Plugin, type Rolldown } from 'vite';
import { shortKey } from '../model/short-key.ts';

/** The files of the desk by their names: `desk.js`, `desk.css`, and the fonts and further modules that these name. */
export type DeskFiles = ReadonlyMap<string, string | Uint8Array>;

/** Compiles the desk for browsers. `entry`: path of the module that starts it. */
export async function bundleDesk(entry: string): Promise<DeskFiles> {
  const apart = new Map<string, string | Uint8Array>();
  const files = await bundle('desk', entry, [compileApart(apart)]);
  return new Map([...files, ...apart]);
}

/** Modules that are large and rarely loaded. */
const partsApart = /\/(import-file)\.ts$/;

/**
 * Compiles some modules with all that they import into a bundle of their own, which is added to `files`. In one bundle, what they
 * use of the modules that they share with the form would be loaded with the form.
 */
const compileApart = (files: Map<string, string | Uint8Array>): Plugin => ({
  name: 'colophon-parts-apart',
  enforce: 'pre',
  async resolveId(source, importer) {
    const [, name] = partsApart.exec(source) ?? [];
    const module = name === undefined ? undefined : await this.resolve(source, importer, { skipSelf: true });
    if (name === undefined || !module) return undefined;
    const compiled = await bundle(name, module.id, [], { preserveEntrySignatures: 'strict' });
    for (const [file, content] of compiled) files.set(file, content);
    return { id: `./${name}.js`, external: true };
  },
});

async function bundle(
  name: string,
  entry: string,
  plugins: readonly Plugin[],
  options: Rolldown.InputOptions = {},
): Promise<DeskFiles> {
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    // Addresses are relative: all files of the desk are in one folder, at whatever address that is.
    base: './',
    publicDir: false,
    // The usual build of this reader asks for Node's Buffer.
    resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
    plugins: [...plugins, withoutUnused, withoutUnusedMethods, withoutPreloading, withoutZodMessages, withShortKeys],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      rolldownOptions: {
        ...options,
        input: { [name]: entry },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).filter(
    (part): part is Rolldown.RolldownOutput => 'output' in part,
  );
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map((file) => [nameOf(file.fileName), file.type === 'chunk' ? file.code : file.source]),
    ),
  );
}

/**
 * Modules that a library imports, and the desk does not use: their functions do nothing, and their values are absent.
 * - zod: schemas as JSON Schema; the memory for values that contain themselves, which a file cannot have as it is read.
 * - yaml: the types of YAML 1.1 and of JSON. Fields are read as texts (`failsafe`), without known tags, and written by `core`.
 *   Lines are not folded.
 */
const unused: readonly (readonly [modules: RegExp, value: string])[] = [
  [/\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors|memoizer)\.js$/, 'function () {}'],
  [/\/yaml\/browser\/dist\/schema\/yaml-1\.1\/(?:binary|omap|pairs|set|timestamp)\.js$/, 'undefined'],
  [/\/yaml\/browser\/dist\/schema\/(?:yaml-1\.1|json)\/schema\.js$/, '[]'],
  [/\/yaml\/browser\/dist\/stringify\/foldFlowLines\.js$/, '(text) => text'],
];

const withoutUnused: Plugin = {
  name: 'colophon-without-unused',
  transform: (code, id) => {
    const value = unused.find(([modules]) => modules.test(id))?.[1];
    if (value === undefined) return undefined;
    const names = [...code.matchAll(/^export (?:(?:function|const|class) (\w+)|\{ (\w+(?:, \w+)*) \};)/gm)].flatMap(
      ([, name, list]) => (name === undefined ? (list ?? '').split(', ') : [name]),
    );
    return { code: names.map((name) => `export const ${name} = ${value};\n`).join(''), map: null };
  },
};

/**
 * Methods of zod that no schema calls: formats of texts, and other directions than reading. Each would load the classes that it
 * makes. A schema that calls one fails as soon as the desk is opened.
 */
const unusedMethods = new RegExp(
  String.raw`^    (?:async )?(?:${[
    ...[
      'email',
      'url',
      'jwt',
      'emoji',
      'guid',
      'uuid',
      'uuidv4',
      'uuidv6',
      'uuidv7',
      'nanoid',
      'cuid',
      'cuid2',
      'ulid',
    ],
    ...['base64', 'base64url', 'xid', 'ksuid', 'ipv4', 'ipv6', 'cidrv4', 'cidrv6', 'e164', 'datetime', 'date', 'time'],
    ...['duration', 'encode', 'decode', 'safeEncode', 'safeDecode', 'encodeAsync', 'decodeAsync', 'safeEncodeAsync'],
    ...['safeDecodeAsync', 'parseAsync', 'safeParseAsync', 'validate', 'validateAsync', 'toJSONSchema', 'and', 'catch'],
    ...['nonoptional', 'readonly', 'nullable', 'nullish', 'exactOptional', 'overwrite'],
  ].join('|')})(?:: (?:async )?function \w+)?\(.*\) \{\n[^]*?^    \},?\n`,
  'gm',
);

const withoutUnusedMethods: Plugin = {
  name: 'colophon-without-unused-methods',
  transform: (code, id) =>
    /\/zod\/v4\/classic\/schemas\.js$/.test(id) ? { code: code.replace(unusedMethods, ''), map: null } : undefined,
};

/** What Vite puts around each `import()`, for styles that are loaded with a part: the desk has one style sheet. */
const withoutPreloading: Plugin = {
  name: 'colophon-without-preloading',
  transform: (_, id) =>
    id.endsWith('vite/preload-helper.js')
      ? { code: 'export const __vitePreload = (load) => load();\n', map: null }
      : undefined,
};

/** Messages that zod has for every kind of fault: those of the schemas are our own (`src/schemas/explain-issue.ts`). */
const withoutZodMessages: Plugin = {
  name: 'colophon-without-zod-messages',
  transform: (_, id) =>
    /\/zod\/v4\/locales\/en\.js$/.test(id)
      ? { code: "export default () => ({ localeError: () => 'the value is not valid' });\n", map: null }
      : undefined,
};

/** The help of fields in other words, or another language, is named by short keys, which `deskWords` looks for too. */
const withShortKeys: Plugin = {
  name: 'colophon-short-keys',
  transform: (code, id) => {
    if (!/\/strings\/field-help-[\w-]+\.ts$/.test(id)) return undefined;
    const known = new Set<string>();
    const short = code.replace(/^[ \t]*(["'])((?:\\.|(?!\1).)+)\1:/gm, (_, quote: string, written: string) => {
      const key = shortKey(written.replace(/\\(.)/g, '$1'));
      if (known.has(key)) throw new Error(`Two sentences have the short key ${key}, the second is: ${written}`);
      known.add(key);
      return `${quote}${key}${quote}:`;
    });
    return { code: short, map: null };
  },
};

/** The style sheet has the name that the page links to, whichever module imports it. */
const nameOf = (file: string): string => (file.endsWith('.css') ? 'desk.css' : file);
