import type { ContentKind } from '../../domain/institute/content-kind.ts';
import { chooseText, type LocalizedText } from '../../domain/languages/localized-text.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { PublicationSummary } from '../../domain/publication/publication-summary.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { createUrls, type UrlOptions } from '../../urls.ts';
import type { DeskEntry } from '../model/record.ts';

/** A compiled file. */
export interface ListedSource {
  readonly path: string;
  readonly kind: ContentKind;
  readonly id: string;
  readonly hasRecord: boolean;
  readonly summary?: PublicationSummary;
  /** What can be read of a file with errors, besides publications. */
  readonly readable?: unknown;
}

/** All files as the list of the desk shows them. `recordOf`: JSON of the record of a file. */
export function listEntries(
  sources: Iterable<ListedSource>,
  recordOf: (file: string) => string | undefined,
  problems: readonly Problem[],
  site: UrlOptions & { readonly institute: LocalizedText },
): readonly DeskEntry[] {
  const counts = countByFile(problems);
  const urls = createUrls(site);
  const locale = site.locales[0] ?? 'en';
  const countsOf = (file: string) => counts.get(file) ?? { errors: 0, warnings: 0 };
  const addressOf = ({ kind, id, path }: ListedSource): string => {
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
        return urls.text(id, path.split('/')[1] ?? locale);
    }
  };
  const entries = [...sources].map((source): DeskEntry => {
    const { path: file, kind, id, hasRecord, summary } = source;
    const record = summary ? undefined : hasRecord ? parseRecord(recordOf(file)) : source.readable;
    return {
      file,
      kind,
      id,
      title: (summary ? richTextToPlain(summary.title) : titleOf(record, locale)) || id,
      detail: summary ? detailOf(summary) : kind === 'pages' ? (file.split('/')[1] ?? '') : id,
      ...(hasRecord && !isHidden(record) ? { address: addressOf(source) } : {}),
      ...countsOf(file),
    };
  });
  const settings: DeskEntry = {
    file: 'site.yaml',
    kind: 'site',
    id: 'site',
    title: chooseText(site.institute, locale)?.text ?? 'site.yaml',
    detail: 'site.yaml',
    address: urls.home(locale),
    ...countsOf('site.yaml'),
  };
  return [...entries, settings];
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

/** A person without a page. */
const isHidden = (record: unknown): boolean =>
  isRecord(record) && (record['page'] === false || record['private'] === true);

/** The title, label or name of a record of the institute. */
function titleOf(record: unknown, locale: string): string {
  if (!isRecord(record)) return '';
  const { title, label, name, names } = record;
  const first: unknown = Array.isArray(names) ? (names as readonly unknown[])[0] : undefined;
  for (const value of [title, label, name, first]) {
    if (typeof value === 'string') return value;
    if (!isRecord(value)) continue;
    const { family, given } = value;
    if (typeof family === 'string') return typeof given === 'string' ? `${family}, ${given}` : family;
    const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const chosen = chooseText(Object.fromEntries(texts), locale)?.text;
    if (chosen !== undefined) return chosen;
  }
  return '';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first authors, the year, and the journal or book. */
function detailOf({ authors, published, journal, container }: PublicationSummary): string {
  const names = authors.slice(0, 3).map(({ name }) => name);
  const who = `${names.join('; ')}${authors.length > 3 ? ' …' : ''}`;
  return [who, String(published.year), journal ?? container ?? ''].filter((part) => part !== '').join(' · ');
}
