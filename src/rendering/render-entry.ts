import { createApp } from 'astro/app/entrypoint';

/** Whole pages are written to files, so nothing is gained by streaming them. */
const app = Object.assign(createApp({ streaming: false }), {
  /** Astro would answer with a page about the error; here the error goes to who asked for the page. */
  renderError: (_request: Request, { error, status }: { readonly error?: unknown; readonly status: number }) =>
    Promise.reject<Response>(error instanceof Error ? error : new Error(`the page answered ${status}`)),
});

/** HTML of a page. `path` is its address in the site, base path included. Throws when a template fails. */
export async function renderPage(path: string, locals: App.Locals): Promise<string> {
  const response = await app.render(new Request(`http://localhost${path}`), { locals });
  if (response.status !== 200 && !(response.status === 404 && locals.page.kind === 'not-found'))
    throw new Error(`${path} answered ${response.status}`);
  return response.text();
}
