import { plainName } from '../../domain/pages/plain-name.ts';
import { percentDecode } from '../../domain/text/percent-encoding.ts';

/** Where a text is: links and files in it are found from there. */
export interface TextPlace {
  /** Path before every address of the site. */
  readonly base: string;
  /** Address of the site, with its path. */
  readonly site: string;
  /** Address of the page without base path, such as `/fa/about/`. Absent for a text that has no files beside it. */
  readonly page?: string;
  /** Address of a file beside the text that is not below the address of the page, by its normal name. */
  readonly files?: ReadonlyMap<string, string>;
}

/** A file beside the text, an address of this site, an address of another site, or something else, such as `mailto:`. */
export type LinkTarget =
  | { readonly kind: 'file'; readonly file: string; readonly address: string }
  | { readonly kind: 'site'; readonly to: string; readonly fragment?: string; readonly address: string }
  | { readonly kind: 'outside'; readonly to: string; readonly address: string }
  | { readonly kind: 'other'; readonly address: string };

/**
 * Where an address in a text leads. `address` of the result is what a page writes: it has the base path, and is the same in
 * every language of the page.
 */
export function findTarget(written: string, place: TextPlace): LinkTarget {
  const { base, site, page } = place;
  if (site !== '' && written.startsWith(`${site}/`))
    return { ...findTarget(written.slice(site.length), place), address: written };
  if (/^(?:https?:)?\/\//i.test(written))
    return { kind: 'outside', to: written.startsWith('//') ? `https:${written}` : written, address: written };
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return { kind: 'other', address: written };
  const [, path = '', query = '', fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? [];
  const suffix = query + (fragment === undefined ? '' : `#${fragment}`);
  const rest = fragment === undefined || fragment === '' ? {} : { fragment: percentDecode(fragment) };
  if (path === '') return { kind: 'site', to: suffix === '' ? '' : (page ?? ''), ...rest, address: written };
  if (!path.startsWith('/') && isFile(path))
    return { kind: 'file', file: percentDecode(path), address: fileAddress(percentDecode(path), place) + suffix };
  const { pathname } = new URL(path, `http://site${page ?? '/'}`);
  const to = isFile(pathname) || pathname.endsWith('/') ? pathname : `${pathname}/`;
  return { kind: 'site', to: percentDecode(to), ...rest, address: base + to + suffix };
}

/** The same for a picture, whose relative address is always that of a file. */
export const findPicture = (written: string, place: TextPlace): LinkTarget =>
  /^[a-z][a-z0-9+.-]*:|^\/|^#/i.test(written)
    ? findTarget(written, place)
    : { kind: 'file', file: percentDecode(written), address: fileAddress(percentDecode(written), place) };

/** Address of a file beside a text, with the base path. */
const fileAddress = (file: string, { base, page = '/', files }: TextPlace): string =>
  base + (files?.get(plainName(file)) ?? page + encodeFile(file));

/** Whether a path names a file and not a page: its last part has an extension. */
const isFile = (path: string): boolean => /\.[a-z0-9]{1,8}$/i.test(path);

const encodeFile = (file: string): string => plainName(file).split('/').map(encodeURIComponent).join('/');
