import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalog, type Catalog, type Content } from '../../catalog/build-catalog.ts';
import { locateSource } from '../../compile/locate-problems.ts';
import { readAssets, type AssetOwner, type Assets } from '../../compile/read-assets.ts';
import type { Site } from '../../domain/institute/site.ts';
import type { LinkingFile } from '../../domain/pages/text-link.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { checkSiteLinks } from '../../site-plan/check-site-links.ts';
import { reservedAddresses } from '../../site-plan/page-rows.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import { assetCache } from '../asset-cache.ts';
import { assetOwners, namedFiles } from '../content/asset-owners.ts';
import { loadContent, type FoundInFiles } from '../content/load-content.ts';
import type { HeldFiles } from '../hold-back.ts';
import { listFolder } from '../list-folder.ts';
import { fragmentsOf } from '../page-fragments.ts';

export interface ConnectOptions {
  readonly folder: string;
  readonly site: Site;
  readonly store: CatalogStore;
  readonly publicDir: string;
  readonly drafts: boolean;
  /** Paths of the other files beside publications. */
  readonly others: ReadonlySet<string>;
  readonly held: HeldFiles;
}

export interface Connected {
  readonly catalog: Catalog;
  readonly assets: Assets;
  readonly owners: readonly AssetOwner[];
  /** Content files with the links in their texts. */
  readonly linking: readonly LinkingFile[];
  /** Paths of the files that content refers to. They are not reported as content in the wrong format. */
  readonly named: ReadonlySet<string>;
  /** Addresses of pages of which the parts were asked for, because links lead to them. */
  readonly linked: ReadonlySet<string>;
  /** Files of drafts that are not in the catalog. */
  readonly drafts: readonly string[];
  readonly problems: readonly Problem[];
  /** Those of `problems` that come from more than one file. */
  readonly across: readonly Problem[];
}

/** Builds the catalog from the store, and finds the problems across files. */
export async function connectContent(options: ConnectOptions): Promise<Connected> {
  const { folder, site, store, publicDir, drafts, others, held } = options;
  const found: FoundInFiles = { problems: [], linking: [] };
  const { problems, linking } = found;
  const content = loadContent(store, site, held, found);
  const catalog = buildCatalog(content, { drafts });
  const { readable } = content;
  const owners = [...assetOwners(catalog.publications, catalog.institute, catalog, others)];
  const assets = await readAssetsOf(owners, folder, store);
  const assetsOfFaulty = await readAssetsOf(
    assetOwners(readable.publications, readable, { pages: readable.pages, site }, others),
    folder,
    store,
  );
  const linked = new Set<string>();
  const links = checkSiteLinks({
    files: linking,
    catalog,
    publications: () => [...catalog.publications, ...catalog.drafts, ...readable.publications],
    excluded: content.excluded,
    copied: new Set([
      ...[...assets.files, ...assetsOfFaulty.files].map(({ output }) => output),
      ...listFolder(publicDir),
    ]),
    fragmentsOf(address) {
      linked.add(address);
      return fragmentsOf(address, site, store);
    },
  });
  const across = [
    ...[...catalog.problems, ...assetsOfFaulty.problems, ...links].filter(isNew(problems)),
    ...findReservedNames(content),
  ];
  return {
    catalog,
    assets,
    owners,
    linking,
    named: namedFiles(catalog.publications, catalog.drafts, content.pages, readable.publications, readable.pages),
    linked,
    drafts: catalog.drafts.map(({ file }) => file),
    problems: [...problems, ...across, ...assets.problems],
    across,
  };
}

/** The files that content files refer to. What did not change since an earlier run is not read again. */
export const readAssetsOf = (owners: Iterable<AssetOwner>, folder: string, store: CatalogStore): Promise<Assets> =>
  readAssets(folder, owners, (file, source) => locateSource(file, textIn(folder)(file), source), assetCache(store));

/** A function that reads the text of a file in a folder. */
export const textIn =
  (folder: string) =>
  (file: string): string =>
    new TextDecoder().decode(readFileSync(join(folder, file))).normalize('NFC');

/**
 * A function that returns whether a problem concerns another field than the known errors: further problems of a field that
 * cannot be read only follow from its error.
 */
function isNew(known: readonly Problem[]): (problem: Problem) => boolean {
  const fields = new Set(
    known.flatMap(({ severity, file, field }) =>
      severity === 'warning' || field === undefined ? [] : [`${file}\n${field}`],
    ),
  );
  return ({ file, field }) => field === undefined || !fields.has(`${file}\n${field}`);
}

/** Problems of text pages whose addresses the site itself uses. */
function findReservedNames({ pages, site }: Content): Problem[] {
  const reserved = new Set(reservedAddresses(site));
  return pages
    .filter(({ id }) => reserved.has(id))
    .map(({ id, file }) => ({
      severity: 'error',
      name: 'address-reserved',
      file,
      message: `the address /${id}/ belongs to the site itself`,
      hint: `rename the file, such as ${id}-text.mdx`,
    }));
}
