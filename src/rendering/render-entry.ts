import { createApp } from 'astro/app/entrypoint';

/** Whole pages are written to files, so nothing is gained by streaming them. */
const app = createApp({ streaming: false });

/** HTML of a page. `path` is its address in the site, base path included. Throws when a template fails. */
export async function renderPage(path: string, locals: App.Locals): Promise<string> {
  const response = await app.render(new Request(`http://localhost${path}`), { locals });
  if (response.status !== 200 && !(response.status === 404 && locals.page.kind === 'not-found'))
    throw new Error(`${path} answered ${response.status}`);
  return response.text();
}
