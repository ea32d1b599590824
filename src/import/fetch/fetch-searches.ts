import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { ForeignProblem, ParsedRecords } from '../../formats/record/foreign-record.ts';
import { parseCrossrefJson } from '../../formats/crossref/parse-crossref-json.ts';
import { parsePubmedXml } from '../../formats/pubmed/parse-pubmed-xml.ts';
import { askService, crossrefPause } from './ask-service.ts';
import { fetchList, type FoundRecord } from './fetch-list.ts';
import { askPubmed, pubmedBatch } from './fetch-records.ts';
import { fetchInstituteNames, unsearchedChildren, type InstituteNames } from './institute-names.ts';
import { listRequests } from './list-requests.ts';
import { groupRecords, mergeRecords, recordKeys, type RecordGroup } from './merge-records.ts';
import { isJson } from './read-answer.ts';
import type { RequestedSearch } from './requested-identifiers.ts';
import type { Network } from './services.ts';

/**
 * Searches the services, and returns one record for each publication: PubMed's where there is one, else Crossref's, else
 * the one that was found, with the values that only the others have. `namesOf`: names of the institute with a ROR identifier.
 */
export async function fetchSearches(
  searches: readonly RequestedSearch[],
  since: PartialDate | undefined,
  namesOf: (ror: string) => readonly string[],
  network: Network,
): Promise<ParsedRecords> {
  const found: FoundRecord[] = [];
  const problems: ForeignProblem[] = [];
  const searchedRors = searches.flatMap(({ kind, value }) => (kind === 'ror' ? [value] : []));
  for (const search of searches) {
    const { names, children, problem } =
      search.kind === 'ror' ? await fetchInstituteNames(search.value, namesOf(search.value), network) : noNames;
    if (problem) problems.push(problem);
    const unsearched = unsearchedChildren(search.value, children, searchedRors);
    if (unsearched) problems.push(unsearched);
    for (const request of listRequests(search, since, names, network)) {
      const listed = await fetchList(request, network.effects);
      found.push(...listed.found);
      problems.push(...listed.problems);
    }
  }
  const groups = groupRecords(found);
  const more = await fetchBetterRecords(groups, network);
  const merged = groupRecords([...found, ...more.found]).map(mergeRecords);
  return { records: merged, problems: [...problems, ...more.problems] };
}

const noNames: InstituteNames = { names: [], children: [] };

/** PubMed's records of groups with a PMID, and Crossref's of the others with a DOI, where they were not found yet. */
async function fetchBetterRecords(
  groups: readonly RecordGroup[],
  network: Network,
): Promise<{ readonly found: readonly FoundRecord[]; readonly problems: readonly ForeignProblem[] }> {
  const found: FoundRecord[] = [];
  const problems: ForeignProblem[] = [];
  const pmids = groups.flatMap((group) => valuesOf(group, 'pmid').slice(0, 1));
  for (const batch of batchesOf(pmids, pubmedBatch)) {
    const answer = await askPubmed(batch, network);
    if (answer.problem) problems.push(answer.problem);
    if (answer.body === undefined) continue;
    const parsed = parsePubmedXml(answer.body);
    problems.push(...parsed.problems);
    found.push(...parsed.records.map((record): FoundRecord => ({ service: 'PubMed', record })));
  }
  const inPubmed = new Set(found.flatMap(({ record }) => recordKeys(record)));
  const dois = groups
    .filter((group) => !group.some(({ service }) => service === 'Crossref'))
    .filter((group) => !group.some(({ record }) => recordKeys(record).some((key) => inPubmed.has(key))))
    .flatMap((group) => valuesOf(group, 'doi').slice(0, 1))
    // A comma divides filters.
    .filter((doi) => !doi.includes(','));
  for (const batch of batchesOf(dois, crossrefBatch)) {
    const answer = await askService(
      {
        url: crossrefWorksUrl(batch, network),
        accept: 'application/json',
        service: 'Crossref',
        isWhole: isJson,
        pause: crossrefPause(network.contact),
      },
      network.effects,
    );
    if (answer.problem) problems.push(answer.problem);
    if (answer.body === undefined) continue;
    // DOIs of other agencies are not in the answer: what was found elsewhere is imported then.
    const parsed = parseCrossrefJson(answer.body);
    found.push(...parsed.records.map((record): FoundRecord => ({ service: 'Crossref', record })));
  }
  return { found, problems };
}

const crossrefWorksUrl = (dois: readonly string[], { services, contact }: Network): string =>
  `${services.crossref}/works?filter=${dois.map((doi) => `doi:${encodeURIComponent(doi)}`).join(',')}&rows=${dois.length}${contact === undefined ? '' : `&mailto=${encodeURIComponent(contact)}`}`;

const valuesOf = (group: RecordGroup, name: 'doi' | 'pmid'): readonly string[] => [
  ...new Set(group.flatMap(({ record }) => record[name]?.trim() ?? [])),
];

export const batchesOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** Addresses of 25 DOIs are shorter than any server's limit. */
export const crossrefBatch = 25;
