import { createApp } from 'astro/app/entrypoint';

/** Whole pages are written to files, so nothing is gained by streaming them. */
const app = createApp({ streaming: false });

/** HTML of the page at a path of the site, base path included. Throws when there is none, or when a template fails. */
export async function renderPage(path: string): Promise<string> {
  const request = new Request(`http://localhost${path}`);
  const response = await app.render(request);
  if (response.status !== 200 && !(response.status === 404 && /\/404\/?$/.test(path))) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}
