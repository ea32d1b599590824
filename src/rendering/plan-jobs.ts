import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { PageRow } from '../domain/pages/page-row.ts';
import { findAltered, type AlteredFiles } from './altered/altered-files.ts';
import type { CatalogStore, RenderedPage } from '../store/catalog-store.ts';
import type { Asset } from '../compile/read-assets.ts';
import type { Site } from '../domain/institute/site.ts';
import { isFileAddress } from '../domain/pages/site-file.ts';
import type { Settings } from '../project/settings.ts';
import type { Templates } from './render-job.ts';
import { identityOf } from './publish-site.ts';
import type { RenderJob } from './render-job.ts';
import { TakenPaths } from './taken-paths.ts';

/** What a site is built from. */
export interface SiteSources {
  readonly settings: Settings;
  readonly site: Site;
  readonly store: CatalogStore;
  readonly templates: Templates;
  readonly assets: readonly Asset[];
  /** Further files of the site, which are made before its pages. */
  readonly copied?: readonly CopiedFile[];
  /** Digest of the data that all pages share. */
  readonly siteDigest: string;
  /** The altered files, if they were found while the content was read; undefined: they are looked for now. */
  readonly altered: AlteredFiles | undefined;
}

/** A file that is copied into the site. */
export interface CopiedFile {
  /** Path in the site. */
  readonly output: string;
  readonly source: string;
  readonly digest: string;
}

/** The work of a build: the new site compared with the published one. */
export interface Plan {
  readonly stale: readonly RenderJob[];
  readonly unchanged: readonly RenderJob[];
  readonly obsolete: readonly RenderedPage[];
  /** True when the cache describes the published folder. */
  readonly published: boolean;
  /** Deferred files of the published site, by address. */
  readonly deferredBefore: ReadonlyMap<string, RenderedPage>;
  readonly taken: TakenPaths<SiteJob>;
  readonly altered: AlteredFiles;
}

/** Prefix of the addresses of deferred files: those that are made while the pages are rendered. */
export const deferredPrefix = 'deferred:';

/** The plan with the deferred files added. */
export function planDeferred(plan: Plan, files: readonly CopiedFile[]): Plan {
  const before = new Map(plan.deferredBefore);
  const stale = [...plan.stale];
  const unchanged = [...plan.unchanged];
  const jobs = files.map(({ output, source, digest }) => ({
    ...{ address: deferredPrefix + output, locale: '', kind: 'copy' },
    ...{ source, output, key: digest },
  }));
  for (const job of plan.taken.pass(jobs)) {
    const { address, key } = job;
    const old = before.get(address);
    before.delete(address);
    if (old?.key === key && !plan.altered.has(`${address}\n`))
      unchanged.push({ ...job, previous: old.files, unchanged: true });
    else stale.push({ ...job, previous: old?.files ?? '', unchanged: false });
  }
  return { ...plan, stale, unchanged, obsolete: [...plan.obsolete, ...before.values()] };
}

/** Compares every page and file of the site with the published one: stale, unchanged or obsolete. */
export function planJobs(sources: SiteSources): Plan {
  const { settings, store } = sources;
  const published =
    store.setting('published') === identityOf(settings.outDir) && identityOf(settings.outDir) !== undefined;
  const rendered = new Map(published ? store.rendered().map((page) => [`${page.address}\n${page.locale}`, page]) : []);
  const altered = sources.altered ?? (published ? findAltered(store, settings.outDir) : new Set());
  const stale: RenderJob[] = [];
  const unchanged: RenderJob[] = [];
  const taken = takenPaths(settings);
  for (const job of taken.pass(listJobs(sources))) {
    const id = `${job.address}\n${job.locale}`;
    const old = rendered.get(id);
    rendered.delete(id);
    if (old?.key === job.key && !altered.has(id)) unchanged.push({ ...job, previous: old.files, unchanged: true });
    else stale.push({ ...job, previous: old?.files ?? '', unchanged: false });
  }
  const remaining = [...rendered.values()];
  return {
    stale,
    unchanged,
    obsolete: remaining.filter(({ address }) => !address.startsWith(deferredPrefix)),
    published,
    taken,
    altered,
    deferredBefore: new Map(
      remaining.filter(({ address }) => address.startsWith(deferredPrefix)).map((row) => [row.address, row]),
    ),
  };
}

export const takenPaths = (settings: Settings): TakenPaths<SiteJob> =>
  new TakenPaths((job) => describeSource(job, settings));

/** Whether a job makes a page, and not another file. */
export const isPage = ({ source, address }: Pick<RenderJob, 'source' | 'address'>): boolean =>
  source === undefined && !isFileAddress(address);

/** A page or file of the site, whether it is to be made or not. */
export type SiteJob = Omit<RenderJob, 'previous' | 'unchanged'>;

/** Every page and file of the site but deferred files. It may be read several times, and is never in memory as a whole. */
export function listJobs({
  settings,
  site,
  store,
  templates,
  assets,
  copied = [],
  siteDigest,
}: SiteSources): Iterable<SiteJob> {
  const shared = createHash('sha256').update(`${templates.shared}\n${siteDigest}`).digest('hex').slice(0, 12);
  const imported = new Map([...templates.bodies].map(([file, digest]) => [pageOf(file), ` ${digest.slice(0, 12)}`]));
  const files = [
    ...staticFiles(templates),
    ...assets.map((asset) => ({ ...asset, source: join(settings.contentDir, asset.file) })),
    ...copied,
  ];
  return {
    *[Symbol.iterator]() {
      for (const row of store.pageKeys()) {
        for (const locale of localesOf(row, site)) {
          const citations =
            row.kind === 'publication' && row.slug !== null && locale === site.locales[0]
              ? { citations: row.slug }
              : {};
          yield {
            address: row.address,
            locale,
            kind: row.kind,
            output: outputOf(row, locale, site),
            key: `${row.key} ${shared}${imported.get(bodyOf(row)) ?? ''}`,
            ...citations,
          };
        }
      }
      for (const { output, source, digest } of files)
        yield { address: `copy:${output}`, locale: '', kind: 'copy', source, output, key: digest };
    },
  };
}

/** Kind, language and name of the page of a body, from its content file, such as `text fa about`. */
function pageOf(file: string): string {
  const name = basename(file, '.mdx');
  return file.startsWith('pages/') ? `text ${file.split('/')[1] ?? ''} ${name}` : `publication  ${name}`;
}

/** The same, from a row of the plan. */
const bodyOf = ({ kind, locale, slug, address }: Pick<PageRow, 'kind' | 'locale' | 'slug' | 'address'>): string =>
  `${kind} ${locale} ${slug ?? address.slice(1, -1)}`;

/** The origin of a path of the site, for messages. */
function describeSource(
  { address, kind, output, source }: SiteJob,
  { publicDir, contentDir, cacheDir }: Settings,
): string {
  if (address.startsWith(deferredPrefix)) return 'a file of the search';
  if (source === undefined)
    return kind === 'not-found'
      ? 'the page for missing addresses'
      : `${isFileAddress(address) ? 'the file' : 'the page'} ${address}`;
  if (source.startsWith(contentDir + sep)) return relative(contentDir, source).split(sep).join('/');
  if (source.startsWith(join(cacheDir, 'desk') + sep)) return 'the desk';
  return existsSync(join(publicDir, output)) ? `public/${output}` : 'a file of the templates';
}

/** A text page has the locale that it was written in; files and the page for missing addresses have one; other pages have all. */
function localesOf(
  { address, locale, kind }: Pick<PageRow, 'address' | 'locale' | 'kind'>,
  site: Site,
): readonly string[] {
  if (locale !== '') return [locale];
  return kind === 'not-found' || isFileAddress(address) ? site.locales.slice(0, 1) : site.locales;
}

function outputOf(row: Pick<PageRow, 'address' | 'kind'>, locale: string, site: Site): string {
  if (row.kind === 'not-found') return '404.html';
  if (isFileAddress(row.address)) return row.address.slice(1);
  const prefix = locale === site.locales[0] ? '' : `${locale}/`;
  return `${prefix}${row.address.slice(1)}index.html`;
}

/** Styles, scripts and fonts of the templates, and all of `public/`. */
function staticFiles({ folder }: Templates): { output: string; source: string; digest: string }[] {
  const root = join(folder, 'client');
  const walk = (directory: string): string[] =>
    readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(directory, entry.name)) : [join(directory, entry.name)],
    );
  return walk(root).map((source) => ({
    source,
    output: relative(root, source).split(sep).join('/'),
    digest: createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 22),
  }));
}
