import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { recoverOutput } from '../../rendering/publish-site.ts';
import { readSite } from '../../build/read-site.ts';
import { print, printError } from '../print.ts';
import { listen, serveFolder } from '../serve-folder.ts';
import type { Settings } from '../../project/settings.ts';

/** Serves the built site on the port `wanted`, or on the next free one. Returns an exit code only when there is no site. */
export async function runPreview(settings: Settings, wanted: number): Promise<number | undefined> {
  recoverOutput(settings.outDir);
  if (!existsSync(join(settings.outDir, 'index.html'))) {
    printError(
      `There is no site in ${relative(process.cwd(), settings.outDir) || '.'} yet.\n→ run npm run build first, or npm start, which does both`,
    );
    return 1;
  }
  const { site } = readSite(settings.contentDir, settings);
  const base = site?.base ?? '';
  const port = await listen(serveFolder(settings.outDir, base, site ? [new URL(site.url).hostname] : []), wanted);
  print(`The site is at http://localhost:${port}${base}/  (stop with Ctrl+C)`);
  return undefined;
}
