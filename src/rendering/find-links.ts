import { percentDecode } from '../domain/text/percent-encoding.ts';

/** A link of a page or file of the site to another. */
export interface InnerLink {
  /** Path in the site of the file that it needs, such as `people/x/index.html`. */
  readonly path: string;
  readonly fragment?: string;
  /** As it is written. */
  readonly written: string;
}

/** Where the links of a file start. */
export interface LinkSource {
  /** Path of the file in the site. */
  readonly output: string;
  /** Path before every address. */
  readonly base: string;
  /** Address of the site, with its path. */
  readonly site: string;
}

/** The links of a file inside the site, each once. Files of other kinds than HTML, CSS, scripts and sitemaps have none. */
export function findLinks(text: string, source: LinkSource): readonly InnerLink[] {
  const extension = source.output.slice(source.output.lastIndexOf('.'));
  const written = finders[extension]?.(text, source.site) ?? [];
  const links = [...new Set(written)].map((address) => toInnerLink(address, source));
  return links.filter((link) => link !== undefined);
}

type Finder = (text: string, site: string) => Iterable<string>;

const finders: Readonly<Partial<Record<string, Finder>>> = {
  '.html': findInHtml,
  '.css': (text) => matches(text, /url\(\s*["']?([^"')\s]+)/g),
  '.js': (text) => matches(text, /\b(?:from|import)[\s(]*["'](\.{1,2}\/[^"']+)["']/g),
  '.xml': (text) => matches(text, /<loc>([^<]+)<\/loc>/g),
};

/** Attributes that hold an address, and `content` where it holds one. */
const attributes = /\s(?:(href|src|poster|srcset)="([^"]*)"|content="(http[^"]*)")/g;

/**
 * Tags whose whole addresses are pages and files of the site. Whole addresses in other tags come from records and settings, and
 * may belong to another program on the same host.
 */
const ownAddress =
  /^<(?:link rel="(?:canonical|alternate|linkset|search)"|meta (?:name|property)="(?:og:url|og:image|citation_pdf_url|citation_abstract_html_url)")/;

function* findInHtml(html: string, site: string): Generator<string> {
  for (const { 1: name, 2: value, 3: content = '', index } of html.matchAll(attributes)) {
    const start = html.lastIndexOf('<', index);
    // The match is in a text, such as an example of HTML, and not in a tag.
    if (html.lastIndexOf('>', index) > start) continue;
    const written = value ?? content;
    const address = written.includes('&') ? written.replaceAll('&amp;', '&').replaceAll('&#38;', '&') : written;
    if (name === 'srcset') for (const part of address.split(',')) yield part.trim().split(/\s/, 1)[0]!;
    else if (address.startsWith('http')) {
      if (address.startsWith(`${site}/`) && ownAddress.test(html.slice(start, index))) yield address;
    } else yield address;
  }
  yield* matches(html, /"contentUrl":"([^"]+)"/g);
}

function* matches(text: string, pattern: RegExp): Generator<string> {
  for (const [, address] of text.matchAll(pattern)) if (address !== undefined) yield address;
}

/** Undefined for a link that leaves the site, and for one that holds no address. */
function toInnerLink(written: string, { output, base, site }: LinkSource): InnerLink | undefined {
  if (plainAddress.test(written) && written.startsWith(`${base}/`))
    return { path: fileAt(written.slice(base.length + 1)), written };
  // A part of the page itself.
  if (plainFragment.test(written)) return { path: output, fragment: written.slice(1), written };
  const whole = written === site || written.startsWith(`${site}/`);
  if (!whole && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) return undefined;
  const address = whole ? base + written.slice(site.length) : written;
  const start = `http://site${base}/${output.replace(/(?<=^|\/)index\.html$/, '')}`;
  const url = URL.parse(address, start);
  if (!url) return { path: written, written };
  const inner = url.pathname.startsWith(`${base}/`) ? url.pathname.slice(base.length + 1) : `..${url.pathname}`;
  return {
    path: percentDecode(fileAt(inner)),
    ...(url.hash.length > 1 ? { fragment: percentDecode(url.hash.slice(1)) } : {}),
    written,
  };
}

/** An address from the root of the host that needs no parser: most links are such. */
const plainAddress = /^(?:\/[\w-][\w.-]*)+\/?$/;

/** A fragment that needs no parser. */
const plainFragment = /^#[\w-]+$/;

const fileAt = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** Whether a page has a part with this name. */
export const hasFragment = (html: string, fragment: string): boolean =>
  html.includes(` id="${fragment.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
