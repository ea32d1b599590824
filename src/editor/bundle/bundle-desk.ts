import { build, type Rolldown } from 'vite';

/** The files of the desk by their names: `desk.js`, `desk.css`, and the fonts and further modules that these name. */
export type DeskFiles = ReadonlyMap<string, string | Uint8Array>;

/** Compiles the desk for browsers. `entry`: path of the module that starts it. */
export async function bundleDesk(entry: string): Promise<DeskFiles> {
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    // The files are beside each other, wherever the page is.
    base: './',
    publicDir: false,
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

/** The style sheet of a page has one name, whichever module brings it. */
const nameOf = (file: string): string => (file.endsWith('.css') ? 'desk.css' : file);
