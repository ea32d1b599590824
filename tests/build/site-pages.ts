import { siteFolder, type BuiltSite } from '../support/build-site.ts';
import { attribute, readHtml, type Element, type Html } from '../support/read-html.ts';

/**
 * Content folders whose sites obey every rule for machines. MACHINES_FOLDERS names more, such as parts of large corpora.
 */
export const machineFolders = [
  siteFolder('gallery'),
  ...(process.env['MACHINES_FOLDERS'] ?? '').split(':').filter(Boolean),
];

/** A page of a built site, parsed. */
export interface SitePage {
  /** Path of the file, such as `fa/index.html`. */
  readonly path: string;
  /** Address without base path, such as `/fa/`. */
  readonly address: string;
  readonly html: Html;
  readonly ids: ReadonlySet<string>;
}

export function readPages(site: BuiltSite): SitePage[] {
  return site
    .files()
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const html = readHtml(site.read(path));
      return {
        path,
        address: `/${path.replace(/(^|\/)index\.html$/, '$1')}`,
        html,
        ids: new Set(html.all('*').flatMap((element) => attribute(element, 'id') ?? [])),
      };
    });
}

/**
 * Addresses of this site that lead nowhere: files that are not there, capitals included, and fragments that the page does
 * not have. `base`: the path at which the site is served.
 */
export function deadLinks(pages: readonly SitePage[], site: BuiltSite, origin: string, base = ''): string[] {
  const files = new Set(site.files().map((path) => `/${path}`));
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const dead = new Set<string>();
  for (const page of pages) {
    for (const [element, address] of addressesOf(page)) {
      const url = new URL(address, `${origin}${base}${page.address}`);
      // Links of the pages themselves name no host; one that does was written by an author, and may lead to another server.
      if (url.origin !== origin || (element.tagName === 'a' && /^https?:/.test(address))) continue;
      const whole = decodeURIComponent(url.pathname);
      const path = whole.startsWith(`${base}/`) ? whole.slice(base.length) : undefined;
      const target = path === undefined ? undefined : byAddress.get(path);
      const says = `${page.path}: <${element.tagName}> ${address}`;
      if (!target && !(path !== undefined && files.has(path))) dead.add(says);
      else if (url.hash.length > 1 && target && !target.ids.has(decodeURIComponent(url.hash.slice(1))))
        dead.add(`${says} (no such fragment)`);
    }
  }
  return [...dead];
}

/** Every address that a page names in markup, with the element that names it. */
function* addressesOf({ html }: SitePage): Generator<[Element, string]> {
  for (const element of html.all('*')) {
    for (const name of ['href', 'src', 'poster', 'action']) {
      const address = attribute(element, name);
      if (address !== undefined) yield [element, address];
    }
    for (const candidate of attribute(element, 'srcset')?.split(',') ?? [])
      yield [element, candidate.trim().split(/\s/)[0]!];
    const refresh =
      attribute(element, 'http-equiv')?.toLowerCase() === 'refresh'
        ? /url=(.*)$/i.exec(attribute(element, 'content') ?? '')?.[1]
        : undefined;
    if (refresh !== undefined) yield [element, refresh];
  }
}

/** Letters and digits alone, so that spaces, quotes and other signs between them make no difference. */
export const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
