import { doiKey } from '../../domain/identifiers/doi.ts';
import { foldName, parsePersonName } from '../../domain/people/person-name.ts';
import type { ForeignAuthor, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { severityOf } from '../../domain/publication/status-severity.ts';
import type { FoundRecord } from './fetch-list.ts';
import type { ServiceName } from './list-requests.ts';

/** The records of one publication. */
export type RecordGroup = readonly FoundRecord[];

/** Groups records that share a DOI, PMID or PMCID, in the order in which they were found. */
export function groupRecords(found: readonly FoundRecord[]): readonly RecordGroup[] {
  const groupOf = new Map<string, FoundRecord[]>();
  const groups = new Set<FoundRecord[]>();
  for (const one of found) {
    const keys = recordKeys(one.record);
    const known = [...new Set(keys.flatMap((key) => (groupOf.has(key) ? [groupOf.get(key)!] : [])))];
    const group = known[0] ?? [];
    for (const other of known.slice(1)) {
      group.push(...other);
      groups.delete(other);
      for (const [key, value] of groupOf) if (value === other) groupOf.set(key, group);
    }
    group.push(one);
    groups.add(group);
    for (const key of keys) groupOf.set(key, group);
  }
  return [...groups];
}

/** `doi:…`, `pmid:…` and `pmcid:…`, in a form that is the same in all services. */
export const recordKeys = ({ doi, pmid, pmcid }: Pick<ForeignRecord, 'doi' | 'pmid' | 'pmcid'>): readonly string[] => [
  ...(doi === undefined ? [] : [`doi:${doiKey(doi.trim())}`]),
  ...(pmid === undefined ? [] : [`pmid:${pmid.trim()}`]),
  ...(pmcid === undefined ? [] : [`pmcid:${pmcid.trim().toUpperCase()}`]),
];

/**
 * One record from those of several services: the best one, whose empty fields the others fill. Lists of people and
 * addresses are never mixed, only taken whole where the best one has none; but an author gets the ORCID iD that another
 * service has at the same position, for the same family name.
 */
export function mergeRecords(group: RecordGroup): ForeignRecord {
  const sorted = [...group].sort((a, b) => preference.indexOf(a.service) - preference.indexOf(b.service));
  const [{ record: best }, ...others] = sorted as [FoundRecord, ...FoundRecord[]];
  return others.reduce((merged, { record }) => fillRecord(merged, record), best);
}

function fillRecord(into: ForeignRecord, from: ForeignRecord): ForeignRecord {
  const names = filledFields.filter(
    (name) => isEmpty(into[name]) && !isEmpty(from[name]) && !contradicts(name, into, from),
  );
  const status = [into.status, from.status].sort((a, b) => severityOf(b) - severityOf(a))[0];
  return {
    ...into,
    ...(Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<ForeignRecord>),
    ...(status === undefined ? {} : { status }),
    ...(into.authors.length > 0
      ? { authors: fillOrcids(into.authors, from.authors) }
      : { authors: from.authors, affiliations: from.affiliations }),
    notices: [
      ...into.notices,
      ...from.notices.filter((notice) => !into.notices.some((one) => one.type === notice.type)),
    ],
  };
}

const filledFields = [
  ...['doi', 'pmid', 'pmcid', 'arxiv', 'isbn', 'lang', 'container', 'abbreviation', 'issn', 'eissn', 'publisher'],
  ...['volume', 'issue', 'pages', 'articleNumber', 'online', 'openAccess', 'license', 'copyright', 'keywords', 'mesh'],
  ...['meshLabels', 'trials', 'funding', 'preprint', 'publishedVersion', 'abstracts', 'links'],
] as readonly (keyof ForeignRecord)[];

/**
 * True for a value that does not fit the record: the place in a journal is not combined from two services, and no ISSN is
 * taken twice.
 */
const contradicts = (name: keyof ForeignRecord, into: ForeignRecord, from: ForeignRecord): boolean =>
  ((name === 'pages' || name === 'articleNumber') && (into.pages !== undefined || into.articleNumber !== undefined)) ||
  ((name === 'volume' || name === 'issue') && into.pages !== undefined && into.volume !== from.volume) ||
  (name === 'eissn' && into.issn === from.eissn) ||
  (name === 'issn' && into.eissn === from.issn) ||
  (name === 'meshLabels' && into.mesh.length > 0);

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

const fillOrcids = (into: readonly ForeignAuthor[], from: readonly ForeignAuthor[]): readonly ForeignAuthor[] =>
  into.length !== from.length
    ? into
    : into.map((author, index) => {
        const other = from[index];
        return author.orcid === undefined &&
          other?.orcid !== undefined &&
          !from.some((one, at) => at !== index && one.orcid === other.orcid) &&
          familyOf(author) === familyOf(other)
          ? { ...author, orcid: other.orcid }
          : author;
      });

function familyOf({ name }: ForeignAuthor): string {
  const read = parsePersonName(name);
  return foldName(read.ok ? read.value.family : name);
}

const preference: readonly ServiceName[] = ['PubMed', 'Crossref', 'Europe PMC', 'OpenAlex'];
