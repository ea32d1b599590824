import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Connect, ViteDevServer } from 'vite';
import { prepareCards } from '../../cards/card-fonts.ts';
import { listFolder } from '../../build/list-folder.ts';
import { bodiesModule } from '../../astro/integration.ts';
import { partsModule, partsVariable } from '../../astro/page-parts.ts';
import { catalogVariable } from '../../store/open-catalog.ts';
import type { Site } from '../../domain/institute/site.ts';
import { liveDesk } from './desk/live-desk.ts';
import { refuseOthers } from './refuse-others.ts';
import { startReader, type ContentRead } from './content-reader.ts';
import { serveIndex } from './live-index.ts';
import { serveAssets } from './serve-assets.ts';
import { showProblems } from './show-problems.ts';
import { watchFolder } from './watch-folder.ts';
import { formatProblems } from '../report-problems.ts';
import type { Settings } from '../../project/settings.ts';

/** Milliseconds from the last change until the content is read: editors write a file in several steps. */
const debounce = 30;

/** Astro integration that compiles the content for the development server, and compiles it again when files change. */
export const liveContent = (settings: Settings, base: string): AstroIntegration => ({
  name: 'colophon:live-content',
  hooks: {
    'astro:server:setup': ({ server, logger }) => watchContent(settings, base, server, logger),
  },
});

/**
 * Updates the catalog when content changes, and reloads open pages. Errors are reported in the terminal and in every page; a
 * page whose file has errors stays as it last was, and everything else is shown in its present state.
 */
async function watchContent(
  settings: Settings,
  base: string,
  server: ViteDevServer,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const folder = relative(process.cwd(), settings.contentDir) || '.';
  let lastReport = '';
  let lastComponents: string | undefined;
  let lastSite: Site | undefined;
  const forgetBodies = (components: string) => {
    if (lastComponents !== undefined && components !== lastComponents) invalidateBodies(server, settings.contentDir);
    lastComponents = components;
  };
  const offer = serveAssets(server, base, settings.contentDir);
  const findIndex = serveIndex(settings, server);
  const show = showProblems(server);
  const reload = () => server.ws.send({ type: 'full-reload' });
  const take = ({ site, problems, assets, components }: ContentRead, milliseconds: number) => {
    if (components !== undefined) {
      process.env[partsVariable] = JSON.stringify(site?.parts ?? []);
      forgetBodies(`${components} ${codeStamps(settings.contentDir)}`);
      offer(assets);
    }
    show(problems);
    if (site && site.base !== (lastSite?.base ?? base))
      logger.warn(
        `the path of the site is now "${site.base}/" instead of "${base}/": stop npm run dev and start it again`,
      );
    if (site) lastSite = site;
    if (lastSite) desk({ site: lastSite, problems });
    const report = formatProblems(problems, folder);
    if (report !== lastReport && report !== '') logger.warn(`\n${report}`);
    if (report === '' && lastReport !== '') logger.info('no problems');
    lastReport = report;
    logger.info(`content read in ${Math.round(milliseconds)} ms`);
    reload();
  };
  const read = startReader(settings, {
    changed: reload,
    read: take,
    indexed: () => {
      findIndex();
      logger.info('search index ready');
    },
    indexFailed: (message) => logger.error(message),
  });
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();
  /** The next reading, which begins when no more changes come. */
  let waiting: PromiseWithResolvers<void> | undefined;
  const changed = () => {
    waiting ??= Promise.withResolvers();
    clearTimeout(timer);
    timer = setTimeout(() => {
      const done = waiting;
      waiting = undefined;
      busy = read().catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
      done?.resolve(busy);
    }, debounce);
  };
  const desk = liveDesk(settings, server, base, logger, {
    reread: changed,
    upToDate: () => waiting?.promise ?? busy,
  });
  process.env[catalogVariable] = settings.catalogFile;
  await prepareCards(settings);
  await read();
  refuseOthers(server);
  redirectToBase(server, base);
  const close = watchFolder(settings.contentDir, changed);
  server.httpServer?.once('close', close);
}

/** Names and times of the institute's own components and parts of pages. */
const codeStamps = (contentDir: string): string =>
  ['parts', 'components']
    .map((name) => join(contentDir, name))
    .flatMap((folder) =>
      listFolder(folder).map((name) => `${name} ${statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs}`),
    )
    .join(' ');

/** Lets Vite load bodies again. It does not watch a content folder outside the project, nor the list of the bodies. */
function invalidateBodies({ environments }: ViteDevServer, contentDir: string): void {
  for (const { name, moduleGraph, hot } of Object.values(environments)) {
    const stale = [...moduleGraph.idToModuleMap.values()].filter(
      ({ id, file }) => id === `\0${bodiesModule}` || id === `\0${partsModule}` || file?.startsWith(`${contentDir}/`),
    );
    for (const module of stale) moduleGraph.invalidateModule(module);
    // The pages that are open reload when everything is ready.
    if (stale.length > 0 && name !== 'client') hot.send({ type: 'full-reload' });
  }
}

/** Redirects `/` to the path of the site, `base`. */
function redirectToBase({ httpServer, middlewares }: ViteDevServer, base: string): void {
  if (base === '') return;
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    if (request.url === '/' || request.url === base) response.writeHead(302, { Location: `${base}/` }).end();
    else next();
  };
  // Astro answers with 404 what is outside the base path, and puts its handler before all others until the server listens.
  httpServer?.once('listening', () => middlewares.stack.unshift({ route: '', handle }));
}
