import type { OfferedFormatId } from '../../domain/publication/offered-format.ts';
import type { PublicationContext } from '../../domain/publication/publication-context.ts';
import type { Publication } from '../../domain/publication/publication.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import type { ProvedCitations } from '../../store/citation-cache.ts';
import { provedKey } from './proof-keys.ts';
import { proveUnlessProved, writePublication, type ProvedParts } from './prove-publication.ts';

/** A publication whose citations are to be written and proved. Its record is in the store. */
export interface ProofJob {
  readonly slug: string;
  readonly key: string;
  /** False where the citations are only written. */
  readonly proves: boolean;
  /** False where the citations are only proved: those that need no reader are not written. */
  readonly writes: boolean;
  /** Content file of the record. */
  readonly file: string;
  /** Whether the record is the one that was last published. */
  readonly lastGood: boolean;
  /** JSON of what its citations take from other files. */
  readonly context: string;
}

/** What a thread that proves is sent. */
export interface ProofBatch {
  readonly jobs: readonly ProofJob[];
  /** Parts of publications that came back in other threads since the last batch. */
  readonly proved: readonly string[];
}

export interface ProofReply {
  readonly citations: readonly ProvedCitations[];
  /** Parts of publications that came back in this batch. */
  readonly proved: readonly string[];
}

export interface ProofSettings {
  readonly formats: readonly OfferedFormatId[];
  /** Parts of publications that have come back in every format. */
  readonly proved: ProvedParts;
}

/** Writes and proves the citations of publications of the store, as each job says. */
export const proveStored = (
  jobs: readonly ProofJob[],
  store: CatalogStore,
  { formats, proved }: ProofSettings,
): readonly ProvedCitations[] =>
  jobs.map(({ slug, key, proves, writes, file, lastGood, context }) => {
    const publication = JSON.parse(
      store.sources.requireRecord(file, lastGood ? 'last good' : undefined),
    ) as Publication;
    const cited = { publication, context: JSON.parse(context) as PublicationContext };
    const facts = { slug, context };
    const read = proves ? proveUnlessProved(cited, formats, proved) : undefined;
    if (!read && !writes) return { ...facts, key: provedKey(key), texts: [], withheld: [] };
    return { ...facts, key, ...(read ?? writePublication(cited, formats)) };
  });
