import { basename } from 'node:path';
import type { AssetOwner, Assets } from '../../compile/read-assets.ts';
import type { Versions } from '../../catalog/resolve-references.ts';
import type { Site } from '../../domain/institute/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { digestOfRunningCode } from '../../project/code-digest.ts';
import type { Shard } from '../../rendering/shards/shard.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import type { Connected } from './connect-content.ts';
import { digestText } from '../digest-text.ts';
import type { PlanSources } from './plan-state.ts';
import { listFolder } from '../list-folder.ts';

/**
 * What a run keeps of how the content is connected. While no file is added, removed or connected in another way, the next
 * run need not load all publications: the store deletes it in every other case (`SourceTable.save`). Content with errors has
 * none.
 */
export interface Connection {
  /** Digest of the rest that it depends on: program, settings, and other files. */
  readonly key: string;
  /** Whose citations are proved: the part of the site, or all. */
  readonly proved: string;
  readonly publications: number;
  /** Files of drafts, which are not in the catalog. */
  readonly drafts: readonly string[];
  /** Content files that refer to other files. */
  readonly owners: readonly StoredOwner[];
  /** Digest of what `owners` refer to. */
  readonly assets: string;
  /** Digest of the formats that are withheld. */
  readonly withheld: string;
  readonly named: readonly string[];
  /** Problems that come from more than one file, with their lines. */
  readonly problems: readonly AcrossProblem[];
  /** Slugs of publications to whose parts links lead. */
  readonly linked: readonly string[];
  readonly versions: readonly (readonly [slug: string, versions: Versions])[];
}

/** `found`: its line was found by its field, so that it moves with the text of the file. */
export interface AcrossProblem {
  readonly problem: Problem;
  readonly found?: true;
}

/** More changed files than these are connected anew, because the plan is read once for each of them. */
const changeLimit = 20;

const nameOf = (drafts: boolean): string => (drafts ? 'connection with drafts' : 'connection');

export const connectionKey = (
  site: Site,
  { drafts, others, publicDir }: { drafts: boolean; others: ReadonlySet<string>; publicDir: string },
): string =>
  digestText(
    JSON.stringify([
      digestOfRunningCode([
        'src/build/compile-content.ts',
        'src/build/save-pages.ts',
        'src/build/proof/prove-publication.ts',
      ]),
      site,
      drafts,
      [...others].sort(),
      listFolder(publicDir).toSorted(),
    ]),
  );

/** A connection with the publications that have changed since the plan that goes with it. */
export interface KeptConnection extends Omit<Connection, 'owners'> {
  readonly owners: readonly AssetOwner[];
  /** Digest of the plan that was made of it. */
  readonly state: string;
  /** Content files. */
  readonly changed: readonly string[];
}

/** The connection that the last run kept; undefined where the content must be connected anew. */
export function readConnection(
  store: CatalogStore,
  { key, drafts, shard }: { readonly key: string; readonly drafts: boolean; readonly shard: Shard | undefined },
): KeptConnection | undefined {
  const name = nameOf(drafts);
  const [json, state] = [store.setting(name), store.setting(`${name} state`)];
  if (json === undefined || state === undefined) return undefined;
  const connection = JSON.parse(json) as Connection;
  if (connection.key !== key || ![provedAll, provedBy(shard)].includes(connection.proved)) return undefined;
  const changed = [...store.sources.unplanned().keys()].filter((file) => !connection.drafts.includes(file));
  if (changed.length > changeLimit) return undefined;
  // Parts of their pages may be gone.
  if (changed.some((file) => connection.linked.includes(basename(file, '.mdx')))) return undefined;
  return { ...connection, owners: connection.owners.map(fromStored), state, changed };
}

/** Keeps how the content is connected. `problems`: all of the content, with their lines. */
export function keepConnection(
  store: CatalogStore,
  connected: Connected,
  { key, drafts, shard, state, withheld, problems }: KeepOptions,
): void {
  const across = new Map(connected.across.map((problem) => [placeless(problem), problem]));
  const connection: Connection = {
    key,
    proved: provedBy(shard),
    publications: connected.catalog.publications.length,
    drafts: connected.drafts,
    owners: connected.owners.map(toStored),
    assets: assetsState(connected.assets),
    withheld: withheldState(withheld),
    named: [...connected.named],
    problems: problems.flatMap((problem): readonly AcrossProblem[] => {
      const before = across.get(placeless(problem));
      if (!before) return [];
      return [before.line === undefined && problem.line !== undefined ? { problem, found: true } : { problem }];
    }),
    versions: [...connected.catalog.versions],
    linked: [...connected.linked].flatMap((address) => /\/publications\/([^/]+)\/$/.exec(address)?.[1] ?? []),
  };
  store.transaction(() => {
    store.setSetting(nameOf(drafts), JSON.stringify(connection));
    setPlanState(store, drafts, state);
  });
}

interface KeepOptions {
  readonly key: string;
  readonly drafts: boolean;
  readonly shard: Shard | undefined;
  readonly state: string;
  readonly withheld: PlanSources['withheld'];
  readonly problems: readonly Problem[];
}

/** Remembers of which state of the content the plan is, with the connection. */
export const setPlanState = (store: CatalogStore, drafts: boolean, state: string): void =>
  store.setSetting(`${nameOf(drafts)} state`, state);

/** Keeps the problems between files where some have moved, or differ because of a title. */
export function keepAcross(store: CatalogStore, drafts: boolean, problems: readonly AcrossProblem[]): void {
  const json = store.setting(nameOf(drafts));
  if (json !== undefined)
    store.setSetting(nameOf(drafts), JSON.stringify({ ...(JSON.parse(json) as Connection), problems }));
}

/** A problem as text, without its line. */
export const placeless = ({ file, field, message }: Problem): string => `${file}\n${field}\n${message}`;

/** Digest of the files that content refers to, and of what was found in them. */
export const assetsState = ({ files, sizes, problems }: Assets): string =>
  digestText(JSON.stringify([files, [...sizes], problems]));

export const withheldState = (withheld: PlanSources['withheld']): string =>
  digestText(JSON.stringify([...withheld].sort()));

const provedAll = 'all';
const provedBy = (shard: Shard | undefined): string => (shard ? `${shard.number}/${shard.of}` : provedAll);

const toStored = ({ outputs, ...owner }: AssetOwner): StoredOwner => ({
  ...owner,
  ...(outputs === undefined ? {} : { outputs: [...outputs] }),
});

const fromStored = ({ outputs, ...owner }: StoredOwner): AssetOwner => ({
  ...owner,
  ...(outputs === undefined ? {} : { outputs: new Map(outputs) }),
});

interface StoredOwner extends Omit<AssetOwner, 'outputs'> {
  readonly outputs?: readonly (readonly [name: string, output: string])[];
}
