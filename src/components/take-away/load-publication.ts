/** The page of a publication in the reader's language, read for what it shows; none of its scripts run. */
export interface LoadedPublication {
  /** The one that it has now: an old address leads to it. */
  readonly slug: string;
  readonly page: Document;
}

/**
 * Loads the page of a publication, by a slug that it has or had; `list` is the address below which they stand. Undefined
 * where there is none any more.
 */
export async function loadPublication(
  slug: string,
  list: string,
  signal: AbortSignal,
): Promise<LoadedPublication | undefined> {
  const page = await loadPage(`${list}${encodeURIComponent(slug)}/`, signal);
  // A host may answer what is missing with a page of its own and no error.
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

/** By XMLHttpRequest, which reads a page as a document without a string of HTML in between. */
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
