import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { Connect, ViteDevServer } from 'vite';
import { chooseText } from '../../../domain/languages/localized-text.ts';
import type { Site } from '../../../domain/institute/site.ts';
import type { Problem } from '../../../domain/problems/problem.ts';
import { bundledDesk } from '../../../build/desk/bundled-desk.ts';
import type { DeskFiles } from '../../../editor/bundle/bundle-desk.ts';
import { checkFile, checkText, type CheckedFile } from '../../../editor/server/check-text.ts';
import { resolveContentFile } from '../../../editor/server/content-path.ts';
import type { DeskEffects } from '../../../editor/server/desk-api.ts';
import { withEditLink } from '../../../editor/server/edit-link.ts';
import { openFile } from '../../../editor/server/folder-files.ts';
import { listEntries, type EntryCache } from '../../../editor/server/list-entries.ts';
import { serveDesk } from '../../../editor/server/serve-desk.ts';
import type { DeskEntry } from '../../../editor/model/record.ts';
import { compileContextOf } from '../../../build/compile-context.ts';
import type { Settings } from '../../../project/settings.ts';
import { CatalogStore } from '../../../store/catalog-store.ts';
import { tryLockContent } from '../../lock-content.ts';
import { writeAtomically } from '../../write-atomically.ts';
import { rewritePage } from '../rewrite-page.ts';
import { previewImport } from './preview-import.ts';
import { proposeFile } from './propose-file.ts';

/** What the desk takes from the last reading of the content. */
export interface LiveContent {
  readonly site: Site;
  readonly problems: readonly Problem[];
}

/** Readings of changed content. */
export interface ContentReading {
  /** Schedules a reading. */
  readonly reread: () => void;
  /** Resolves when all that was written before is read, and open pages are asked to reload. */
  readonly upToDate: () => Promise<void>;
}

/** Milliseconds that a save waits for an import to end. */
const lockPatience = 3000;

/**
 * The desk at `/edit/` of the development server, and a link to it in every page that shows a content file. Returns a function
 * that gives it each new reading of the content.
 */
export function liveDesk(
  settings: Settings,
  server: ViteDevServer,
  base: string,
  logger: AstroIntegrationLogger,
  { reread, upToDate }: ContentReading,
): (content: LiveContent) => void {
  let content: LiveContent | undefined;
  let entries: readonly DeskEntry[] | undefined;
  const known: EntryCache = new Map();
  let knownSite = '';
  /** The file that was checked last, as it is on the disk. */
  let checked: (CheckedFile & { readonly file: string; readonly content: LiveContent }) | undefined;
  const token = randomBytes(32).toString('base64url');
  const list = (): readonly DeskEntry[] => {
    if (!content) return [];
    entries ??= readEntries(settings, content, known);
    return entries;
  };
  const effects: DeskEffects = {
    contentDir: settings.contentDir,
    list: async () => {
      await upToDate();
      return list();
    },
    publications: () => list().flatMap(({ file, kind }) => (kind === 'publications' ? [file] : [])),
    check: (file, text) => {
      const place = resolveContentFile(settings.contentDir, file);
      if (!content || !place.ok) return [];
      const { kind } = place.value;
      const context = compileContextOf(content.site);
      const opened = openFile(settings.contentDir, file);
      if (!opened.ok) return checkText(file, kind, text, undefined, context);
      const savedText = opened.value.text;
      // Kept, because a file that is edited is checked again at each pause.
      if (checked?.file !== file || checked.text !== savedText || checked.content !== content)
        checked = {
          file,
          content,
          text: savedText,
          problems: content.problems.filter((problem) => problem.file === file),
          own: checkFile(file, kind, savedText, context),
        };
      return checkText(file, kind, text, checked, context);
    },
    propose: (kind, title) => proposeFile(settings.contentDir, kind, title, content?.site.locales[0] ?? 'en'),
    importFrom: (request) => previewImport(settings, content?.site, request),
    write: writeAtomically,
    lock: () => tryLockContent(settings.contentDir, lockPatience),
    written: reread,
  };
  let bundle: Promise<DeskFiles> | undefined;
  const files = (): Promise<DeskFiles> => (bundle ??= readBundle(settings));
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    const url = request.originalUrl ?? request.url ?? '/';
    if (base !== '' && !url.startsWith(`${base}/`)) return next();
    const address = url.slice(base.length);
    const site = content?.site;
    const desk = {
      effects,
      token,
      base,
      locales: site?.locales ?? ['en'],
      files,
      holdsCode: site?.trust !== 'markdown',
      institute: (site && chooseText(site.institute, site.locales[0] ?? 'en')?.text) ?? 'Colophon',
    };
    serveDesk(request, response, address, desk).then(
      (answered) => {
        if (answered) return;
        const path = url.split(/[?#]/, 1)[0]!;
        const entry =
          request.method === 'GET' && path.endsWith('/')
            ? findEntry(list(), path, site?.locales ?? [], base)
            : undefined;
        if (entry) rewritePage(response, (html) => withEditLink(html, entry.file, base));
        next();
      },
      (error: unknown) => {
        // The page was closed while it sent something.
        if (request.destroyed && !request.complete) return;
        logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        if (!response.headersSent) response.writeHead(500);
        response.end();
      },
    );
  };
  // Astro puts its handler before all others until the server listens.
  server.httpServer?.once('listening', () => {
    server.middlewares.stack.unshift({ route: '', handle });
    // It is compiled before the desk is opened, which would wait a second for it. Where that fails, the request says why.
    files().catch((error: unknown) => logger.error(String(error)));
  });
  return (next) => {
    content = next;
    entries = undefined;
    const nextSite = JSON.stringify(next.site);
    if (nextSite !== knownSite) known.clear();
    knownSite = nextSite;
    // The list is made before the desk is opened, because the first one takes seconds with ten thousand files.
    setImmediate(list);
  };
}

/** The script, the style and the fonts of the desk. */
async function readBundle({ cacheDir }: Settings): Promise<DeskFiles> {
  const folder = await bundledDesk(join(cacheDir, 'dev-desk'), 'src/editor/view/main.ts');
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

function readEntries(
  { catalogFile }: Settings,
  { site, problems }: LiveContent,
  known: EntryCache,
): readonly DeskEntry[] {
  const store = new CatalogStore(catalogFile, 'read');
  try {
    return listEntries(store.sources, problems, site, known);
  } finally {
    store.close();
  }
}

/** The entry whose page is at a path, in any language. */
function findEntry(
  entries: readonly DeskEntry[],
  path: string,
  locales: readonly string[],
  base: string,
): DeskEntry | undefined {
  const locale = locales.slice(1).find((one) => path.startsWith(`${base}/${one}/`));
  const inDefault = locale === undefined ? path : base + path.slice(`${base}/${locale}`.length);
  return entries.find(({ address }) => address === path) ?? entries.find(({ address }) => address === inDefault);
}
