import { closest } from '../domain/problems/suggestion.ts';
import type { Fault, Problem } from '../domain/problems/problem.ts';
import { leavesSite, type LinkingFile, type TextLink } from '../domain/pages/text-link.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';
import { quote } from '../domain/text/quote.ts';
import type { Catalog } from '../catalog/build-catalog.ts';
import { siteAddresses } from './site-addresses.ts';

export interface SiteLinkOptions {
  readonly files: readonly LinkingFile[];
  readonly catalog: Catalog;
  /** All publications, also drafts that the catalog lacks. */
  readonly publications: () => readonly Pick<ConnectedPublication, 'slug' | 'file' | 'draft'>[];
  /** Ids of files with errors, such as `people/x`: their pages exist once the errors are corrected. */
  readonly excluded: ReadonlySet<string>;
  /** Paths in the site of files that are copied into it, such as `publications/x/figure.png`. */
  readonly copied: ReadonlySet<string>;
  /** Fragments that links to a page may have; undefined where they are known only after rendering. */
  readonly fragmentsOf: (address: string) => ReadonlySet<string> | undefined;
}

/** Links to pages, files and fragments of this site that do not exist. */
export function checkSiteLinks(options: SiteLinkOptions): Problem[] {
  const { files, catalog, copied } = options;
  if (files.length === 0) return [];
  const publications = options.publications();
  const bySlug = new Map(publications.map((publication) => [publication.slug, publication]));
  const drafts = new Set(publications.flatMap(({ file, draft }) => (draft ? [file] : [])));
  // The plan of a large site takes seconds, and most links lead to publications or files.
  let planned: ReadonlySet<string> | undefined;
  const addresses = () => (planned ??= siteAddresses(catalog));
  const known: KnownAddresses = {
    publicationAt: (to) => bySlug.get(slugAt(to, catalog) ?? ''),
    exists: (to) => copied.has(to.slice(1)) || addresses().has(to.replace(/(?<=\/)index\.html$/, '')),
    addresses,
  };
  return files.flatMap(({ file, links }) =>
    links.flatMap((link): readonly Problem[] => {
      const { written: _w, to: _t, fragment: _f, ...place } = link;
      const fault = leavesSite(link) ? undefined : findFault(link, drafts.has(file), known, options);
      // A whole address may lead to another program of the same host.
      const severity = /^https?:/i.test(link.written) ? 'warning' : 'error';
      return fault ? [{ severity, file, ...place, ...fault }] : [];
    }),
  );
}

interface KnownAddresses {
  readonly publicationAt: (to: string) => { readonly draft: boolean } | undefined;
  readonly exists: (to: string) => boolean;
  readonly addresses: () => ReadonlySet<string>;
}

function findFault(
  { written, to, fragment }: TextLink,
  inDraft: boolean,
  known: KnownAddresses,
  { excluded, fragmentsOf, catalog }: SiteLinkOptions,
): Fault | undefined {
  if (to === '')
    return { name: 'link-dead', message: 'the link leads nowhere', hint: 'write its address, or delete the link' };
  const publication = known.publicationAt(to);
  if (publication?.draft && !inDraft)
    return {
      name: 'link-dead',
      message: `the link ${quote(written)} leads to a draft, which is not published`,
      hint: 'publish the draft, or delete the link',
    };
  if (excluded.has(withoutLocale(to, catalog).slice(1).replace(/\/$/, ''))) return undefined;
  if (!publication && !known.exists(to)) {
    const what = to.endsWith('/') ? 'page' : 'file';
    return {
      name: 'link-dead',
      message: `the link ${quote(written)} leads to ${to}, and the site has no such ${what}`,
      hint: /^www\./i.test(written) ? `write https://${written}` : hintFor(to, known, catalog),
    };
  }
  const fragments = fragment === undefined ? undefined : fragmentsOf(to);
  if (fragment === undefined || fragments === undefined || fragments.has(fragment)) return undefined;
  return unknownFragment(written, fragment, to, [...fragments]);
}

/** The fault of a link to a part of a page that the page does not have. `fragments`: those that it has. */
export function unknownFragment(written: string, fragment: string, to: string, fragments: readonly string[]): Fault {
  const near = closest(fragment, fragments);
  return {
    name: 'fragment-unknown',
    message: `the link ${quote(written)} leads to a part of ${to} that does not exist: #${fragment}`,
    hint: near
      ? `did you mean #${near}?`
      : fragments.length === 0
        ? `delete #${fragment}`
        : `write one of ${fragments
            .slice(0, 12)
            .map((name) => `#${name}`)
            .join(', ')}`,
  };
}

function hintFor(to: string, { exists, publicationAt, addresses }: KnownAddresses, catalog: Catalog): string {
  const { base } = catalog.site;
  const inner = to.startsWith(`${base}/`) ? to.slice(base.length) : undefined;
  if (base !== '' && inner !== undefined && (publicationAt(inner) || exists(inner)))
    return `write ${inner}: the path of the site is added to every address`;
  const plain = withoutLocale(to, catalog);
  if (plain !== to && exists(plain)) return `did you mean ${plain}?`;
  // A similar address is in the same folder: to compare with every address of a large site takes too long.
  const folder = to.slice(0, to.replace(/\/$/, '').lastIndexOf('/') + 1);
  const beside = [...addresses()].filter((address) => address.startsWith(folder));
  const near = closest(
    to,
    beside.length > nearLimit ? beside.filter((address) => address[folder.length] === to[folder.length]) : beside,
  );
  if (near) return `did you mean ${near}?`;
  return to.endsWith('/')
    ? 'correct the address, which starts from the root of the site, or delete the link'
    : 'put the file beside this one and write ./ before its name, or put it into the folder public';
}

/** Addresses that are compared; of more, only those with the same first letter. */
const nearLimit = 5000;

const withoutLocale = (to: string, { site: { locales } }: Catalog): string => {
  const [, first = ''] = to.split('/', 2);
  return locales.slice(1).includes(first) ? to.slice(first.length + 1) : to;
};

const slugAt = (to: string, catalog: Catalog): string | undefined =>
  /^\/publications\/([^/]+)\/$/.exec(withoutLocale(to, catalog))?.[1];
