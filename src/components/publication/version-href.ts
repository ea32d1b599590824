import { doiUrl } from '../../domain/identifiers/doi.ts';
import type { VersionReference } from '../../domain/publication/publication-context.ts';
import type { Urls } from '../../urls.ts';

export interface VersionHref {
  readonly href: string;
  /** True when the link leads to another site. */
  readonly leaves: boolean;
}

/** Link to another version of the work: its page on this site, else its DOI; undefined when it has neither. */
export function versionHref(
  version: VersionReference | undefined,
  urls: Urls,
  locale: string,
): VersionHref | undefined {
  if (version?.slug !== undefined) return { href: urls.publication(version.slug, locale), leaves: false };
  return version?.doi === undefined ? undefined : { href: doiUrl(version.doi), leaves: true };
}
