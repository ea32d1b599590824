import type { Connect, ViteDevServer } from 'vite';
import { escapeHtml } from '../../domain/text/rich-text.ts';
import { idOfFile } from '../../editor/model/kind-of-file.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { countProblems } from '../report-problems.ts';
import { rewritePage } from './rewrite-page.ts';

/** Pages that are kept, those of the last requests. */
const pageLimit = 100;
/** Errors that a page lists; the terminal lists all. */
const listLimit = 10;

/**
 * Shows the errors of the content in every page of the development server. The catalog has the last good record of a file with
 * errors, but not of a body that imports something: its page is shown as it was last asked for. Returns a function that sets
 * the problems.
 */
export function showProblems({ httpServer, middlewares }: ViteDevServer): (problems: readonly Problem[]) => void {
  const lastGood = new Map<string, string>();
  let errors: readonly Problem[] = [];
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    const path = (request.originalUrl ?? request.url ?? '/').split(/[?#]/, 1)[0]!;
    if (request.method === 'GET' && path.endsWith('/'))
      rewritePage(response, (html, status) => {
        if (status === 200) keep(path, html);
        const own = errors.filter(({ file }) => isPageOf(path, file));
        const shown = status === 404 && own.length > 0 ? (lastGood.get(path) ?? html) : html;
        return errors.length > 0
          ? withErrors(shown, [...own, ...errors.filter((error) => !own.includes(error))])
          : html;
      });
    next();
  };
  const keep = (path: string, html: string) => {
    lastGood.delete(path);
    lastGood.set(path, html);
    if (lastGood.size > pageLimit) lastGood.delete(lastGood.keys().next().value!);
  };
  // Astro puts its handler before all others until the server listens.
  httpServer?.once('listening', () => middlewares.stack.unshift({ route: '', handle }));
  return (problems) => {
    errors = problems.filter(({ severity }) => severity === 'error');
  };
}

/** Whether a page shows a content file: its id is a part of the address. */
function isPageOf(path: string, file: string): boolean {
  return path.split('/').includes(encodeURI(idOfFile(file)));
}

/** The page with a list of errors at its end. */
export function withErrors(html: string, errors: readonly Problem[]): string {
  const items = errors.slice(0, listLimit).map(({ file, line, column, field, message, hint }) => {
    const place = [file, ...(line === undefined ? [] : [line, column ?? 1])].join(':');
    return `<li style="margin-block:.5rem"><code>${escapeHtml(place)}</code> ${escapeHtml(field ? `${field}: ${message}` : message)}<br>→ ${escapeHtml(hint)}</li>`;
  });
  const more = errors.length - items.length;
  const list = `<aside id="colophon-problems" role="alert" lang="en" dir="ltr" style="position:fixed;inset:auto 0 0;max-block-size:60vh;overflow:auto;text-align:left;padding:1rem 1.5rem;z-index:2147483647;background:#7a1020;color:#fff;font:1rem/1.5 system-ui,sans-serif"><details open><summary>${countProblems(errors)} in the content. The site is built when none is left.</summary><ul style="margin:0;padding-inline-start:1.25rem">${items.join('')}${more > 0 ? `<li>… and ${more} more, which npm run check lists</li>` : ''}</ul></details></aside>`;
  const end = html.lastIndexOf('</body>');
  return end === -1 ? html + list : html.slice(0, end) + list + html.slice(end);
}
