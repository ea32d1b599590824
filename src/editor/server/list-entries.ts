import type { ContentKind } from '../../domain/institute/content-kind.ts';
import type { Site } from '../../domain/institute/site.ts';
import { chooseText } from '../../domain/languages/localized-text.ts';
import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { compareText, type Problem } from '../../domain/problems/problem.ts';
import type { OwnEntry } from '../../domain/publication/entry.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { isMap } from '../../domain/values/unknown-map.ts';
import { createUrls, type Urls } from '../../urls.ts';
import type { DeskEntry } from '../model/record.ts';

/** A compiled file of the content folder. */
export interface ListedSource {
  readonly path: string;
  readonly kind: ContentKind;
  readonly id: string;
  readonly hasRecord: boolean;
  /** JSON of what lists show of a publication; empty for other kinds. */
  readonly entry: string;
  /** The fields of a file with errors that could be read; not of publications. */
  readonly readable?: unknown;
}

/** The compiled files, as the catalog has them. */
export interface ListedSources {
  /** Digest of the bytes of each file, by path. */
  stamps(): Iterable<readonly [path: string, stamp: { readonly digest: string }]>;
  find(path: string): ListedSource | undefined;
  /** JSON of the record of a file. */
  findRecordOf(path: string): string | undefined;
}

/** Entries of the last list, so that a new one reads only the files that have changed. */
export type EntryCache = Map<string, KnownEntry>;

interface KnownEntry {
  readonly digest: string;
  readonly entry: Omit<DeskEntry, 'errors' | 'warnings'>;
  /** Date of a publication, such as `2024-05-12`; empty where there is none that can be read. */
  readonly date: string;
  /** Title or id of the journal or book of a publication; else empty. */
  readonly container: string;
}

/**
 * All files as the list of the desk shows them: publications from the newest to the oldest, after those without a readable date;
 * other kinds by title. `known`: entries of an earlier call with the same settings of the site; it is updated.
 */
export function listEntries(
  sources: ListedSources,
  problems: readonly Problem[],
  site: Pick<Site, 'url' | 'base' | 'locales' | 'institute'>,
  known: EntryCache,
): readonly DeskEntry[] {
  const counts = countByFile(problems);
  const urls = createUrls({ siteUrl: site.url, base: site.base, locales: site.locales });
  const locale = site.locales[0] ?? 'en';
  const present = new Map(sources.stamps());
  for (const path of known.keys()) if (!present.has(path)) known.delete(path);
  for (const [path, { digest }] of present) {
    if (known.get(path)?.digest === digest) continue;
    const source = sources.find(path);
    if (source) known.set(path, { digest, ...readEntry(source, sources, urls, locale) });
  }
  const settings: Omit<DeskEntry, 'errors' | 'warnings'> = {
    file: 'site.yaml',
    kind: 'site',
    id: 'site',
    title: chooseText(site.institute, locale)?.text ?? 'site.yaml',
    detail: 'site.yaml',
    address: urls.home(locale),
  };
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sorted = [...known.values()].sort(
    (a, b) =>
      compareText(a.entry.kind, b.entry.kind) ||
      (a.date === '' || b.date === '' ? compareText(a.date, b.date) : compareText(b.date, a.date)) ||
      compare(a.entry.title, b.entry.title) ||
      compareText(a.entry.file, b.entry.file),
  );
  const withContainer = ({ entry, container }: KnownEntry): typeof entry => {
    const title = known.get(`journals/${container}.yaml`)?.entry.title ?? container;
    return title === '' ? entry : { ...entry, detail: `${entry.detail} · ${title}` };
  };
  return [...sorted.map(withContainer), settings].map((entry) => ({
    ...entry,
    ...(counts.get(entry.file) ?? { errors: 0, warnings: 0 }),
  }));
}

function readEntry(
  { path: file, kind, id, hasRecord, entry, readable }: ListedSource,
  { findRecordOf }: ListedSources,
  urls: Urls,
  locale: string,
): Omit<KnownEntry, 'digest'> {
  const listed = entry === '' ? undefined : (JSON.parse(entry) as OwnEntry);
  const record = listed ? undefined : hasRecord ? parseRecord(findRecordOf(file)) : readable;
  return {
    entry: {
      file,
      kind,
      id,
      title: (listed ? richTextToPlain(listed.title) : titleOf(record, locale)) || id,
      detail: listed ? detailOf(listed) : kind === 'pages' ? (file.split('/')[1] ?? '') : id,
      ...(hasRecord && !isHidden(record) ? { address: addressOf(kind, id, file, urls, locale) } : {}),
    },
    date: listed ? formatPartialDate(listed.published) : '',
    container: listed?.journal ?? listed?.container ?? '',
  };
}

function addressOf(kind: ContentKind, id: string, file: string, urls: Urls, locale: string): string {
  switch (kind) {
    case 'publications':
      return urls.publication(id, locale);
    case 'people':
      return urls.person(id, locale);
    case 'units':
      return urls.unit(id, locale);
    case 'journals':
      return urls.journal(id, locale);
    case 'topics':
      return urls.topic(id, locale);
    case 'pages':
      return urls.text(id, file.split('/')[1] ?? locale);
  }
}

function countByFile(problems: readonly Problem[]): ReadonlyMap<string, { errors: number; warnings: number }> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { file, severity } of problems) {
    const own = counts.get(file) ?? { errors: 0, warnings: 0 };
    own[severity === 'error' ? 'errors' : 'warnings'] += 1;
    counts.set(file, own);
  }
  return counts;
}

const parseRecord = (json: string | undefined): unknown => (json === undefined ? undefined : JSON.parse(json));

/** Whether a record is a person without a page. */
const isHidden = (record: unknown): boolean =>
  isMap(record) && (record['page'] === false || record['private'] === true);

/** The title, label or name of a record of the institute. */
function titleOf(record: unknown, locale: string): string {
  if (!isMap(record)) return '';
  const { title, label, name, names } = record;
  const first: unknown = Array.isArray(names) ? (names as readonly unknown[])[0] : undefined;
  for (const value of [title, label, name, first]) {
    if (typeof value === 'string') return value;
    if (!isMap(value)) continue;
    const { family, given } = value;
    if (typeof family === 'string') return typeof given === 'string' ? `${family}, ${given}` : family;
    const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const chosen = chooseText(Object.fromEntries(texts), locale)?.text;
    if (chosen !== undefined) return chosen;
  }
  return '';
}

/** The first authors, and the year. */
function detailOf({ authors, published }: OwnEntry): string {
  const names = authors.slice(0, 3).map(({ name }) => name);
  const who = `${names.join('; ')}${authors.length > 3 ? ' …' : ''}`;
  return [who, String(published.year)].filter((part) => part !== '').join(' · ');
}
