import { build, type Plugin, type Rolldown } from 'vite';
import { shortKey } from '../model/short-key.ts';

/** The files of the desk by their names: `desk.js`, `desk.css`, and the fonts and further modules that these name. */
export type DeskFiles = ReadonlyMap<string, string | Uint8Array>;

/** Compiles the desk for browsers. `entry`: path of the module that starts it. */
export async function bundleDesk(entry: string): Promise<DeskFiles> {
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    // Addresses are relative: all files of the desk are in one folder, at whatever address that is.
    base: './',
    publicDir: false,
    plugins: [withoutJsonSchemas, withoutZodMessages, withShortKeys],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      rolldownOptions: {
        input: { desk: entry },
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

/** zod includes code that writes schemas as JSON Schema, which the desk never calls. Its functions are replaced by empty ones. */
const withoutJsonSchemas: Plugin = {
  name: 'colophon-without-json-schemas',
  transform: (code, id) => {
    if (!/\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/.test(id)) return undefined;
    const names = [...code.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name);
    return { code: names.map((name) => `export const ${name} = () => undefined;\n`).join(''), map: null };
  },
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
    if (!/\/strings\/field-help-\w+\.ts$/.test(id)) return undefined;
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
