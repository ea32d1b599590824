import { join } from 'node:path';
import type { BuiltSite } from '../../support/build-site.ts';
import { attribute, type Element } from '../../support/read-html.ts';
import type { SitePage } from '../site-pages.ts';

/*
 * What a page must tell machines, checked on the HTML alone, from the public rules: Google Scholar's inclusion
 * guidelines (GS), the tags that Zotero's translators read (Z), COinS (L), https://schema.org (J), FAIR Signposting (S),
 * and https://ogp.me. Each rule that a page breaks is a sentence.
 */

/** A page of a built site, and where its rules look. */
export interface Checked {
  readonly site: BuiltSite;
  readonly origin: string;
  readonly page: SitePage;
}

/** A rule that the page follows where `holds` is true; `found` is what it says instead. */
export type Expect = (rule: string, holds: boolean, found?: unknown) => void;

export interface Meta {
  readonly name: string;
  readonly content: string;
}

export const metasOf = ({ html }: SitePage): Meta[] =>
  html
    .all('meta', (element) => inHead(element))
    .flatMap((element) => {
      // A tag may have a name and a property.
      const content = attribute(element, 'content');
      return ['name', 'property'].flatMap((kind) => {
        const name = attribute(element, kind);
        return name !== undefined && content !== undefined ? [{ name, content }] : [];
      });
    });

export const inHead = (element: Element): boolean =>
  element.parentNode !== null && 'tagName' in element.parentNode && element.parentNode.tagName === 'head';

/** Collects what `expect` finds wrong, each with the page where it stands. */
export function collectFaults({ path }: SitePage): { readonly faults: readonly string[]; readonly expect: Expect } {
  const faults: string[] = [];
  return {
    faults,
    expect: (rule, holds, found = '') => {
      if (!holds) faults.push(`${path}: ${rule}${found === '' ? '' : ` (${JSON.stringify(found)})`}`);
    },
  };
}

/** The file of an address of the site. */
export const fileOf = (url: string, { site, origin }: Checked): string =>
  join(site.settings.outDir, decodeURI(url.slice(origin.length)).replace(/\/$/, '/index.html'));
