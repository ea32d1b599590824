import { availableParallelism } from 'node:os';
import type { Problem } from '../../domain/problems/problem.ts';
import type { OfferedFormatId } from '../../domain/publication/offered-format.ts';
import type { PublicationContext } from '../../domain/publication/publication-context.ts';
import { digestOfRunningCode } from '../../project/code-digest.ts';
import { feedThreads } from '../../rendering/feed-threads.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import type { ProvedCitations } from '../../store/citation-cache.ts';
import { digestText } from '../digest-text.ts';
import { provedKey, writtenKey } from './proof-keys.ts';
import type { ProofBatch, ProofJob, ProofReply } from './prove-stored.ts';

export interface Proof {
  /** Formats in which a publication is not offered, by slug, for publications that have one. */
  readonly withheld: ReadonlyMap<string, readonly OfferedFormatId[]>;
  /** A warning for each difference. */
  readonly problems: readonly Problem[];
}

export interface ProofOptions {
  /** Formats of the site. */
  readonly formats: readonly OfferedFormatId[];
  /** Whether these are all publications of the site: the citations of others are removed. */
  readonly whole: boolean;
  readonly catalogFile: string;
  readonly stage: ((name: string) => void) | undefined;
  readonly progress: ((done: number, total: number) => void) | undefined;
  /** Digest of a content file. */
  readonly digestOf: (file: string) => string;
  /** Whether the site shows the last good record of a content file. */
  readonly isLastGood: (file: string) => boolean;
  /**
   * Whether the citations of a publication are proved here. Those of others are written only, for the files of lists: another
   * part of the site proves them. All are proved where it is absent.
   */
  readonly isProvedHere?: (slug: string) => boolean;
  /** False where nothing is published: citations that need no reader to be proved are not written. */
  readonly writes: boolean;
}

/** Up to this many publications are proved in this thread: to start others would take longer. */
const singleThreadLimit = 100;
const batchSize = 50;

/** Publications, and what the citations of each take from other files. */
export interface Cited<Publication extends { readonly slug: string; readonly file: string }> {
  readonly publications: readonly Publication[];
  readonly contextOf: (publication: Publication) => PublicationContext;
}

/** A publication that is not proved in its present state, and its position among all. */
interface Stale extends ProofJob {
  readonly position: number;
}

/**
 * Writes the citations of publications into the store, and compares each with its record. A publication is proved
 * again when its record, what its citations take from other files, or the code has changed.
 */
export async function proveCitations<Publication extends { readonly slug: string; readonly file: string }>(
  cited: Cited<Publication>,
  store: CatalogStore,
  options: ProofOptions,
): Promise<Proof> {
  const { formats } = options;
  const stale = findStale(cited, store, options);
  const first = take(stale, singleThreadLimit + 1);
  if (first.length > singleThreadLimit) await proveInThreads(first, stale, cited.publications.length, store, options);
  else if (first.length > 0) {
    // The readers of all formats are loaded only when there is something to read.
    const { proveStored } = await import('./prove-stored.ts');
    save(store, proveStored(first, store, { formats, proved: new Set() }));
  }
  const withheld = store.citations.withheld();
  const problems = [...withheld.values()].flatMap((own) => own.flatMap(({ problems: found }) => found));
  return {
    withheld: new Map([...withheld].map(([slug, own]) => [slug, own.map(({ format }) => format)])),
    problems,
  };
}

/**
 * Publications that are not proved in their present state, one after the other, because what all citations take from other files
 * would need much memory. Removes the citations of those that are gone at its end.
 */
function* findStale<Publication extends { readonly slug: string; readonly file: string }>(
  { publications, contextOf }: Cited<Publication>,
  store: CatalogStore,
  { formats, whole, digestOf, isLastGood, isProvedHere = () => true, writes }: ProofOptions,
): Generator<Stale, void> {
  const code = [digestOfRunningCode(['src/build/proof/prove-publication.ts']), ...formats].join(' ');
  if (store.setting('citations') !== code) {
    store.transaction(() => {
      store.citations.removeAllProved();
      store.setSetting('citations', code);
    });
  }
  const known = whole ? store.citations.provedKeys() : new Map<string, string>();
  for (const [position, publication] of publications.entries()) {
    const { slug, file } = publication;
    const context = JSON.stringify(contextOf(publication));
    const key = digestText(`${file}\n${digestOf(file)}\n${context}`);
    const proves = isProvedHere(slug);
    const kept = whole ? known.get(slug) : store.citations.measuredOf(slug)?.key;
    known.delete(slug);
    const isProved = kept === provedKey(key);
    const isKept = kept === key || (isProved ? !writes : !proves && kept === writtenKey(key));
    if (isKept) continue;
    yield {
      position,
      slug,
      file,
      context,
      key: proves ? key : writtenKey(key),
      proves: proves && !isProved,
      writes,
      lastGood: isLastGood(file),
    };
  }
  if (known.size > 0) store.transaction(() => store.citations.removeProved(known.keys()));
}

/** At most `count` values that an iterator gives next. */
function take<Value>(values: Iterator<Value, void>, count: number): Value[] {
  const taken: Value[] = [];
  while (taken.length < count) {
    const { done, value } = values.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

async function proveInThreads(
  first: readonly Stale[],
  others: Iterator<Stale, void>,
  total: number,
  store: CatalogStore,
  { formats, catalogFile, stage, progress }: ProofOptions,
): Promise<void> {
  stage?.('citations');
  const waiting = [...first];
  // What has come back in one thread need not be read back in another.
  const proved = new Set<string>();
  const inOrder: string[] = [];
  /** Number of parts that each thread has been sent. */
  const sent: number[] = [];
  await feedThreads<ProofBatch, ProofReply>({
    script: new URL('./prove-worker.ts', import.meta.url),
    options: {
      workerData: { catalogFile, formats },
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 },
    },
    threads: Math.min(availableParallelism(), 8, Math.ceil(total / batchSize)),
    next(thread) {
      const jobs = waiting.length > 0 ? waiting.splice(0, batchSize) : take(others, batchSize);
      progress?.(jobs[0]?.position ?? total, total);
      if (jobs.length === 0) return undefined;
      const fresh = inOrder.slice(sent[thread]);
      sent[thread] = inOrder.length;
      return { jobs, proved: fresh };
    },
    take({ citations, proved: found }) {
      for (const part of found) {
        if (!proved.has(part)) inOrder.push(part);
        proved.add(part);
      }
      save(store, citations);
    },
    describe: ({ jobs }) => `proved the citations of ${jobs[0]!.slug} to ${jobs.at(-1)!.slug}`,
    hint: 'please report it, with the publication at which it stops: move half of them away and try again until you know it',
  });
}

const save = (store: CatalogStore, proved: readonly ProvedCitations[]): void =>
  store.transaction(() => store.citations.saveProved(proved));
