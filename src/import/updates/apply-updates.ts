import { doiKey } from '../../domain/identifiers/doi.ts';
import { severityOf } from '../../domain/publication/status-severity.ts';
import {
  publicationStatuses,
  type Notice,
  type NoticeType,
  type PublicationStatus,
} from '../../domain/publication/publication.ts';
import { toDraftNotice } from '../draft/draft-relations.ts';
import { entriesOf, textOf } from '../draft/written-value.ts';
import type { ExistingPublication } from '../match/existing.ts';
import { editFile } from '../write/edit-file.ts';
import { fillFile } from '../write/fill-file.ts';
import type { FoundUpdates, UpdateSearch } from './fetch-updates.ts';

/** What is new about one publication. */
export interface PublicationUpdate {
  readonly file: string;
  readonly title: string;
  /** The status that the services give, if it is more serious than that of the file. */
  readonly status?: PublicationStatus;
  /** Notices that the file lacks. */
  readonly notices: readonly Notice[];
  readonly others: FoundUpdates['others'];
  /** Fields that were written: `status`, `notices`. */
  readonly written: readonly string[];
  /** Why a person must write the rest: what the office has written is never changed. */
  readonly conflict?: string;
}

/**
 * Compares publications with what services say about them. Writes the status where the file has none, and notices that agree with
 * the status after those that the file has; reports the others. `isIgnored`: true for the DOI or PMID of a notice that the office has rejected.
 */
export function applyUpdates(
  publications: readonly ExistingPublication[],
  search: UpdateSearch,
  isIgnored: (key: string) => boolean,
  write: (file: string, text: string, before: string) => void,
): readonly PublicationUpdate[] {
  return publications.flatMap((publication) => {
    const found = findUpdates(publication, search, isIgnored);
    if (!found) return [];
    const { fields } = publication;
    const hasStatus = textOf(fields['status']).trim() !== '';
    const ownNotices = entriesOf(fields['notices']);
    const hasNotices = ownNotices.length > 0;
    const draft = {
      source: 'updates',
      line: 1,
      fields: {
        ...(found.status === undefined || hasStatus ? {} : { status: found.status }),
        ...(hasNotices || found.notices.length === 0 ? {} : { notices: found.notices.map(toDraftNotice) }),
      },
      body: '',
      unplaced: [],
    };
    const filling = publication.broken
      ? { text: publication.text, filled: [] }
      : fillFile(publication, draft, new Set());
    const status = hasStatus ? ownStatus(fields) : found.status;
    const added = publication.broken || !hasNotices ? [] : found.notices.filter(agreesWith(status));
    const edited = editFile(
      filling.text,
      'publications',
      added.map((notice, at) => ({
        type: 'insert',
        path: ['notices'],
        index: ownNotices.length + at,
        value: toDraftNotice(notice),
      })),
    );
    const text = 'text' in edited ? edited.text : filling.text;
    if (text !== publication.text) write(publication.file, text, publication.text);
    const written = [...filling.filled, ...(text === filling.text ? [] : ['notices'])];
    const left =
      found.notices.length - (hasNotices ? (text === filling.text ? 0 : added.length) : found.notices.length);
    const lacks = [
      ...(found.status !== undefined && !written.includes('status') ? ['status'] : []),
      ...(left > 0 || (found.notices.length > 0 && !written.includes('notices')) ? ['notices'] : []),
    ];
    const conflict = publication.broken
      ? 'the file cannot be read: npm run check shows the line'
      : `the file has its own ${lacks.join(' and ')}, which only you change`;
    return [
      {
        file: publication.file,
        title: textOf(fields['title']),
        ...found,
        written,
        ...(lacks.length > 0 ? { conflict } : {}),
      },
    ];
  });
}

/** True if a retraction, a withdrawal or a concern is not in the file: the site still shows the publication without it. */
export const isUnseen = ({ status, written, conflict }: PublicationUpdate): boolean =>
  conflict !== undefined && severityOf(status) >= severityOf('concern') && !written.includes('status');

function findUpdates(
  { fields }: ExistingPublication,
  { ofDoi, ofPmid }: UpdateSearch,
  isIgnored: (key: string) => boolean,
): Pick<PublicationUpdate, 'status' | 'notices' | 'others'> | undefined {
  const doi = textOf(fields['doi']).trim();
  const both = [doi === '' ? undefined : ofDoi.get(doiKey(doi)), ofPmid.get(textOf(fields['pmid']).trim())];
  const all = both.flatMap((updates) => updates?.notices ?? []).filter((notice) => !keysOf(notice).some(isIgnored));
  const notices: Notice[] = [];
  for (const notice of all) if (!notices.some((known) => isSameNotice(known, notice))) notices.push(notice);
  const isNamed = both.some((updates) => (updates?.notices.length ?? 0) > 0);
  const statuses = [
    ...notices.map(({ type }) => statusOf[type]),
    // Use PubMed's own status, unless the office has rejected all notices that it comes from.
    ...(isNamed && all.length === 0 ? [] : both.flatMap((updates) => updates?.status ?? [])),
  ];
  const status = statuses.sort((a, b) => severityOf(b) - severityOf(a))[0];
  const own = ownStatus(fields);
  const ownNotices = entriesOf(fields['notices']).map(readOwnNotice);
  const isNewStatus = severityOf(status) > severityOf(own);
  const fresh = notices.filter((notice) => !ownNotices.some((known) => isSameNotice(known, notice)));
  const others = both
    .flatMap((updates) => updates?.others ?? [])
    .filter((other) => !isIgnored(`doi:${doiKey(other.doi)}`) && !ownNotices.some(isAbout(other.doi)));
  if (!isNewStatus && fresh.length === 0 && others.length === 0) return undefined;
  return { ...(isNewStatus && status !== undefined ? { status } : {}), notices: fresh, others };
}

const ownStatus = (fields: ExistingPublication['fields']): PublicationStatus | undefined =>
  publicationStatuses.find((one) => one === textOf(fields['status']).trim());

/** True for a notice that is not more serious than the status of the publication. */
const agreesWith =
  (status: PublicationStatus | undefined) =>
  ({ type }: Notice): boolean =>
    severityOf(statusOf[type]) <= severityOf(status);

type OwnNotice = { readonly type: string; readonly doi?: string; readonly url?: string };

const readOwnNotice = (entry: Readonly<Record<string, unknown>>): OwnNotice => ({
  type: textOf(entry['type']).trim(),
  ...(textOf(entry['doi']) === '' ? {} : { doi: textOf(entry['doi']).trim() }),
  ...(textOf(entry['url']) === '' ? {} : { url: textOf(entry['url']).trim() }),
});

const isAbout =
  (doi: string) =>
  (notice: OwnNotice): boolean =>
    notice.doi !== undefined && doiKey(notice.doi) === doiKey(doi);

/**
 * The same notice has the same DOI or address. A publication is retracted once, so that two notices of that kind, one with a
 * DOI and one with a PubMed address, are one; and an office may write a notice without either.
 */
function isSameNotice(a: OwnNotice, b: OwnNotice): boolean {
  if (a.doi !== undefined && b.doi !== undefined) return doiKey(a.doi) === doiKey(b.doi);
  if (a.url !== undefined && b.url !== undefined) return a.url === b.url;
  if (a.type !== b.type) return false;
  return a.type !== 'correction' || (a.doi ?? a.url) === undefined || (b.doi ?? b.url) === undefined;
}

const keysOf = ({ doi, url }: Notice): readonly string[] => [
  ...(doi === undefined ? [] : [`doi:${doiKey(doi)}`]),
  ...(/pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)/.exec(url ?? '')?.slice(1, 2) ?? []).map((pmid) => `pmid:${pmid}`),
];

const statusOf: Readonly<Record<NoticeType, PublicationStatus>> = {
  retraction: 'retracted',
  withdrawal: 'withdrawn',
  concern: 'concern',
  correction: 'corrected',
};
