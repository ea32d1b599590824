import { isFileAddress } from '../domain/pages/site-file.ts';
import type { PageRow } from '../domain/pages/page-row.ts';

/** What the keys of pages and files are made from, beside their own data. */
export interface KeySources {
  readonly digest: (text: string) => string;
  /** Digest of the entry of a publication. */
  readonly entryDigestOf: (slug: string) => string;
  /** Key of the page of a publication. */
  readonly pageKeyOf: (slug: string) => string;
  /** Changes when a citation of the publication does. */
  readonly citationKeyOf: (slug: string) => string;
}

/** The key of a page or file: it changes exactly when what is shown does. `slugs`: those of `entries`. */
export function rowKey(
  { address, kind, data, source }: Pick<PageRow, 'address' | 'kind' | 'data' | 'source'>,
  slugs: readonly string[],
  { digest, entryDigestOf, pageKeyOf, citationKeyOf }: KeySources,
): string {
  if (!isFileAddress(address)) return digest([data, source, ...slugs.map(entryDigestOf)].join('\n'));
  const keyOf = kind === 'citations' ? citationKeyOf : pageKeyOf;
  return digest(`${data}\n${slugs.map(keyOf).join('\n')}`);
}
