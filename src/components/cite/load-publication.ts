/** The parsed page of a publication in the reader's language; its scripts do not run. */
export interface LoadedPublication {
  /** The current slug: an old address leads to it. */
  readonly slug: string;
  readonly page: Document;
}

/**
 * Loads the page of a publication by its slug or an old one; `list` is the address of the list of publications. Undefined
 * when the publication no longer exists. Rejects when the page cannot be loaded.
 */
export async function loadPublication(
  slug: string,
  list: string,
  signal: AbortSignal,
): Promise<LoadedPublication | undefined> {
  const page = await loadPage(`${list}${encodeURIComponent(slug)}/`, signal);
  // Some hosts respond to a missing address with a page of their own and status 200.
  const own = page && slugOf(page);
  if (own === undefined) return undefined;
  if (page!.querySelector('article h1')) return { slug: own, page: page! };
  return own === slug ? undefined : loadPublication(own, list, signal);
}

const slugOf = (page: Document): string | undefined => {
  const address = page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const segment = /\/publications\/([^/]+)\/$/.exec(address)?.[1];
  return segment === undefined ? undefined : decodeURIComponent(segment);
};

/** Uses XMLHttpRequest, which parses a page without a string of HTML, as Trusted Types require. */
function loadPage(address: string, signal: AbortSignal): Promise<Document | undefined> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error(`${address} answered ${request.status}`));
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      if (request.status === 404 || request.status === 410) resolve(undefined);
      else if (request.status === 200) resolve(request.responseXML ?? undefined);
      else fail();
    });
    for (const event of ['error', 'abort'] as const) request.addEventListener(event, fail);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send();
  });
}
