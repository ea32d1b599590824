import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isOwnHost } from '../../domain/identifiers/own-machine.ts';
import { readSite } from '../../build/read-site.ts';
import type { Site } from '../../domain/institute/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { Settings } from '../../project/settings.ts';
import { listen } from '../serve-folder.ts';
import { withErrors } from './show-problems.ts';

/** Milliseconds between two looks at the settings. */
const interval = 300;

/**
 * The settings of the site. Where site.yaml has errors, they are shown at every address of the port until it has none: the
 * pages need its languages, and the server its path. `report`: called with each new list of errors.
 */
export async function awaitSettings(
  settings: Settings,
  port: number,
  report: (problems: readonly Problem[], port: number) => void,
): Promise<Site> {
  let read = readSite(settings.contentDir, settings);
  if (read.site) return read.site;
  const server = createServer((request, response) => {
    if (!isOwnHost(request.headers.host)) return void response.writeHead(403).end();
    const isPage = request.method === 'GET' && !request.url?.startsWith('/@');
    response.writeHead(isPage ? 503 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(isPage ? problemPage(read.problems) : '');
  });
  const taken = await listen(server, port);
  let reported = '';
  while (!read.site) {
    const found = JSON.stringify(read.problems);
    if (found !== reported) report(read.problems, taken);
    reported = found;
    await wait(interval);
    read = readSite(settings.contentDir, settings);
  }
  await new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  return read.site;
}

/** A page that asks for itself again every two seconds, so that the site replaces it. */
const problemPage = (problems: readonly Problem[]): string =>
  withErrors(
    `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>site.yaml has errors</title></head>
<body style="font:1rem/1.5 system-ui,sans-serif;padding:2rem"><h1>The site is not known yet</h1>
<p>It is shown as soon as site.yaml has no errors.</p></body></html>`,
    problems.filter(({ severity }) => severity === 'error'),
  );
