import { doiKey } from '../domain/identifiers/doi.ts';
import type { Journal } from '../domain/institute/institute.ts';
import type { VersionReference } from '../domain/publication/publication-context.ts';
import type { Problem } from '../domain/problems/problem.ts';
import type { ConnectedPublication } from './connect-publication.ts';
import type { Institute } from './institute.ts';
import { createJournalFinder } from './journal-finder.ts';
import { unknownReference } from './unknown-reference.ts';

/** Other versions of a publication. */
export interface Versions {
  readonly preprint?: VersionReference;
  readonly publishedVersion?: VersionReference;
  readonly preferred?: VersionReference;
}

export interface Resolution {
  /** By what publications print as `journal`. */
  readonly journalNamed: ReadonlyMap<string, Journal>;
  /** Journals with a file, and journals that only publications name. */
  readonly journals: ReadonlyMap<string, Journal>;
  /** By slug, of publications that have other versions. */
  readonly versions: ReadonlyMap<string, Versions>;
  readonly problems: readonly Problem[];
}

/** Resolves the references of publications to journals, and to other publications. `publications`: in site order. */
export function resolveReferences(publications: readonly ConnectedPublication[], institute: Institute): Resolution {
  const problems: Problem[] = [];
  const { find, ...journals } = createJournalFinder(institute.journals, problems);
  const versions = new Map<string, Versions>();
  // Few publications have other versions.
  let known: ReturnType<typeof slugsOf> | undefined;
  const resolve = (file: string, field: string, value: string | undefined): VersionReference | undefined => {
    if (value === undefined) return undefined;
    const { bySlug, byDoi } = (known ??= slugsOf(publications));
    if (value.startsWith('10.')) {
      const slug = byDoi.get(doiKey(value));
      return slug ? { slug, doi: value } : { doi: value };
    }
    const slug = bySlug.get(value);
    if (slug === undefined)
      problems.push(...unknownReference(file, field, 'publication', value, bySlug.keys(), institute));
    return slug ? { slug } : undefined;
  };
  for (const { slug, file, journal, versions: written, preferred: instead } of publications) {
    if (journal !== undefined) find(journal, file);
    const preprint = resolve(file, 'versions.preprint', written.preprint);
    const publishedVersion = resolve(file, 'versions.published', written.published);
    const preferred = resolve(file, 'preferred', instead);
    if (preprint || publishedVersion || preferred)
      versions.set(slug, {
        ...(preprint ? { preprint } : {}),
        ...(publishedVersion ? { publishedVersion } : {}),
        ...(preferred ? { preferred } : {}),
      });
  }
  return { ...journals, versions, problems };
}

/** Slugs of publications by their slugs and aliases, and by their DOIs. */
const slugsOf = (publications: readonly ConnectedPublication[]) => ({
  bySlug: new Map(publications.flatMap(({ slug, aliases }) => [slug, ...aliases].map((name) => [name, slug] as const))),
  byDoi: new Map(publications.flatMap(({ doi, slug }) => (doi ? [[doiKey(doi), slug] as const] : []))),
});
