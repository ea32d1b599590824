import { parseCrossrefJson } from '../../formats/crossref/parse-crossref-json.ts';
import { parseCslJson } from '../../formats/csl/parse-csl-json.ts';
import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { ForeignProblem, ForeignRecord, ParsedRecords } from '../../formats/record/foreign-record.ts';
import { parsePubmedXml } from '../../formats/pubmed/parse-pubmed-xml.ts';
import { askService, type ServiceAnswer } from './ask-service.ts';
import { isJson } from './read-answer.ts';
import { readOrcidWorks } from './orcid-works.ts';
import type { RequestedIdentifier } from './requested-identifiers.ts';
import type { Network } from './services.ts';

/**
 * Fetches the records of identifiers, in their order: DOIs from Crossref, or through doi.org if Crossref does not know
 * them, PMIDs from PubMed, and for an ORCID iD the works in its record, since a year. One request at a time, with a pause after each.
 * A request that a service rejects temporarily is sent again.
 * https://www.crossref.org/documentation/retrieve-metadata/rest-api/ · https://www.ncbi.nlm.nih.gov/books/NBK25499/ ·
 * https://info.orcid.org/documentation/api-tutorials/api-tutorial-read-data-on-a-record/
 */
export async function fetchRecords(
  identifiers: readonly RequestedIdentifier[],
  network: Network,
  since?: PartialDate,
): Promise<ParsedRecords> {
  const { effects } = network;
  const problems: ForeignProblem[] = [];
  const wanted: RequestedIdentifier[] = [];
  for (const identifier of identifiers) {
    if (identifier.kind !== 'orcid') wanted.push(identifier);
    else {
      const works = await worksOf(identifier.value, since, network);
      wanted.push(...works.identifiers);
      problems.push(...works.problems);
      if (works.offline) return { records: [], problems };
    }
  }
  const unique = [...new Map(wanted.map((one) => [`${one.kind}:${one.value.toLowerCase()}`, one])).values()];
  const found = new Map<string, ForeignRecord>();
  const pmids = unique.filter(({ kind }) => kind === 'pmid').map(({ value }) => value);
  for (let at = 0; at < pmids.length; at += pubmedBatch) {
    const batch = pmids.slice(at, at + pubmedBatch);
    const answer = await askPubmed(batch, network);
    if (answer.problem) problems.push(answer.problem);
    if (answer.offline) return { records: [...found.values()], problems };
    const parsed = answer.body === undefined ? { records: [], problems: [] } : parsePubmedXml(answer.body);
    problems.push(...parsed.problems);
    for (const record of parsed.records) if (record.pmid !== undefined) found.set(`pmid:${record.pmid}`, record);
    for (const pmid of batch)
      if (answer.body !== undefined && !found.has(`pmid:${pmid}`))
        problems.push(unknownIdentifier(`pmid:${pmid}`, 'PubMed'));
    effects.progress(found.size, unique.length);
  }
  for (const { kind, value } of unique) {
    if (kind !== 'doi') continue;
    const { record, problem, offline } = await fetchDoi(value, network);
    if (problem) problems.push(problem);
    if (record) found.set(`doi:${value.toLowerCase()}`, record);
    if (offline) break;
    effects.progress(found.size, unique.length);
  }
  return { records: unique.flatMap(({ kind, value }) => found.get(`${kind}:${value.toLowerCase()}`) ?? []), problems };
}

/** PubMed's records of up to `pubmedBatch` PMIDs, in one answer. */
export function askPubmed(
  pmids: readonly string[],
  { services, contact, effects }: Network,
  fresh = false,
): Promise<ServiceAnswer> {
  const mail = contact === undefined ? '' : `&email=${encodeURIComponent(contact)}`;
  return askService(
    {
      url: `${services.pubmed}/efetch.fcgi?db=pubmed&retmode=xml&id=${pmids.join(',')}&tool=colophon${mail}`,
      accept: 'application/xml',
      service: 'PubMed',
      isWhole: (body) => /<\/PubmedArticleSet>\s*$|<PubmedArticleSet\s*\/>/.test(body),
      fresh,
    },
    effects,
  );
}

async function fetchDoi(
  doi: string,
  { services, contact, effects }: Network,
): Promise<{ record?: ForeignRecord; problem?: ForeignProblem; offline?: boolean }> {
  const mail = contact === undefined ? '' : `?mailto=${encodeURIComponent(contact)}`;
  const answer = await askService(
    {
      url: `${services.crossref}/works/${encodeURIComponent(doi)}${mail}`,
      accept: 'application/json',
      service: 'Crossref',
      isWhole: isJson,
    },
    effects,
  );
  if (answer.body !== undefined) return first(parseCrossrefJson(answer.body), doi);
  if (!answer.absent) return answer;
  // DataCite and other agencies also register DOIs. All of them return CSL-JSON.
  const other = await askService(
    {
      url: `${services.doi}/${encodeURI(doi)}`,
      accept: 'application/vnd.citationstyles.csl+json',
      service: 'doi.org',
      isWhole: isJson,
    },
    effects,
  );
  if (other.body !== undefined) return first(parseCslJson(other.body), doi);
  return other.absent ? { problem: unknownIdentifier(`doi:${doi}`, 'Crossref or doi.org') } : other;
}

const first = (
  { records, problems }: ParsedRecords,
  doi: string,
): { record?: ForeignRecord; problem?: ForeignProblem } => {
  const [record] = records;
  const [problem] = problems;
  if (record) return { record: record.doi === undefined ? { ...record, doi } : record };
  return problem ? { problem } : { problem: unknownIdentifier(`doi:${doi}`, 'Crossref') };
};

async function worksOf(
  orcid: string,
  since: PartialDate | undefined,
  { services, effects }: Network,
): Promise<{ identifiers: readonly RequestedIdentifier[]; problems: readonly ForeignProblem[]; offline?: boolean }> {
  const answer = await askService(
    { url: `${services.orcid}/${orcid}/works`, accept: 'application/json', service: 'ORCID', isWhole: isJson },
    effects,
  );
  if (answer.body !== undefined) return readOrcidWorks(answer.body, orcid, since);
  const problem = answer.absent ? unknownIdentifier(`orcid:${orcid}`, 'ORCID') : answer.problem;
  return { identifiers: [], problems: problem ? [problem] : [], ...(answer.offline ? { offline: true } : {}) };
}

const unknownIdentifier = (identifier: string, service: string): ForeignProblem => ({
  severity: 'error',
  name: 'unknown-identifier',
  message: `${service} does not know ${identifier}`,
  hint: 'compare it with the paper, letter by letter; a new identifier may need some days until it is known',
});

export const pubmedBatch = 100;
