import { parseCrossrefJson } from '../../formats/crossref/parse-crossref-json.ts';
import { parseCslJson } from '../../formats/csl/parse-csl-json.ts';
import type { ForeignProblem, ForeignRecord, ParsedRecords } from '../../formats/record/foreign-record.ts';
import { parsePubmedXml } from '../../formats/pubmed/parse-pubmed-xml.ts';
import { readOrcidWorks } from './orcid-works.ts';
import type { RequestedIdentifier } from './requested-identifiers.ts';

/** Addresses of the services, without a trailing slash. */
export interface Services {
  readonly crossref: string;
  readonly pubmed: string;
  readonly orcid: string;
  readonly doi: string;
}

export const publicServices: Services = {
  crossref: 'https://api.crossref.org',
  pubmed: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
  orcid: 'https://pub.orcid.org/v3.0',
  doi: 'https://doi.org',
};

export interface ServiceResponse {
  readonly status: number;
  readonly body: string;
  /** Why the answer was not read, such as its size. It is not asked for again. */
  readonly refused?: string;
  /** Seconds to wait before the next request, from the service. */
  readonly retryAfter?: number;
}

export interface FetchEffects {
  /** Sends a GET request. Throws if there is no connection. */
  readonly request: (url: string, accept: string) => Promise<ServiceResponse>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly cached: (url: string) => string | undefined;
  readonly keep: (url: string, body: string) => void;
  readonly progress: (done: number, all: number) => void;
}

/**
 * Fetches the records of identifiers, in their order: DOIs from Crossref, or through doi.org if Crossref does not know
 * them, PMIDs from PubMed, and for an ORCID iD the works in its record. One request at a time, with a pause after each.
 * A request that a service rejects temporarily is sent again.
 * https://www.crossref.org/documentation/retrieve-metadata/rest-api/ · https://www.ncbi.nlm.nih.gov/books/NBK25499/ ·
 * https://info.orcid.org/documentation/api-tutorials/api-tutorial-read-data-on-a-record/
 */
export async function fetchRecords(
  identifiers: readonly RequestedIdentifier[],
  services: Services,
  contact: string | undefined,
  effects: FetchEffects,
): Promise<ParsedRecords> {
  const problems: ForeignProblem[] = [];
  const wanted: RequestedIdentifier[] = [];
  for (const identifier of identifiers) {
    if (identifier.kind !== 'orcid') wanted.push(identifier);
    else {
      const works = await worksOf(identifier.value, services, effects);
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
    const mail = contact === undefined ? '' : `&email=${encodeURIComponent(contact)}`;
    const answer = await request(
      `${services.pubmed}/efetch.fcgi?db=pubmed&retmode=xml&id=${batch.join(',')}&tool=colophon${mail}`,
      'application/xml',
      'PubMed',
      effects,
    );
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
    const { record, problem, offline } = await fetchDoi(value, services, contact, effects);
    if (problem) problems.push(problem);
    if (record) found.set(`doi:${value.toLowerCase()}`, record);
    if (offline) break;
    effects.progress(found.size, unique.length);
  }
  return { records: unique.flatMap(({ kind, value }) => found.get(`${kind}:${value.toLowerCase()}`) ?? []), problems };
}

async function fetchDoi(
  doi: string,
  services: Services,
  contact: string | undefined,
  effects: FetchEffects,
): Promise<{ record?: ForeignRecord; problem?: ForeignProblem; offline?: boolean }> {
  const mail = contact === undefined ? '' : `?mailto=${encodeURIComponent(contact)}`;
  const answer = await request(
    `${services.crossref}/works/${encodeURIComponent(doi)}${mail}`,
    'application/json',
    'Crossref',
    effects,
  );
  if (answer.body !== undefined) return first(parseCrossrefJson(answer.body), doi);
  if (!answer.absent) return answer;
  // DataCite and other agencies also register DOIs. All of them return CSL-JSON.
  const other = await request(
    `${services.doi}/${encodeURI(doi)}`,
    'application/vnd.citationstyles.csl+json',
    'doi.org',
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
  services: Services,
  effects: FetchEffects,
): Promise<{ identifiers: readonly RequestedIdentifier[]; problems: readonly ForeignProblem[]; offline?: boolean }> {
  const answer = await request(`${services.orcid}/${orcid}/works`, 'application/json', 'ORCID', effects);
  if (answer.body !== undefined) return readOrcidWorks(answer.body, orcid);
  const problem = answer.absent ? unknownIdentifier(`orcid:${orcid}`, 'ORCID') : answer.problem;
  return { identifiers: [], problems: problem ? [problem] : [], ...(answer.offline ? { offline: true } : {}) };
}

interface RequestResult {
  readonly body?: string;
  /** True if the service does not know the identifier. */
  readonly absent?: boolean;
  /** True if there is no connection: more requests would fail too. */
  readonly offline?: boolean;
  readonly problem?: ForeignProblem;
}

async function request(url: string, accept: string, service: string, effects: FetchEffects): Promise<RequestResult> {
  const kept = effects.cached(url);
  if (kept !== undefined) return { body: kept };
  let last = '';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    let answer: ServiceResponse;
    try {
      answer = await effects.request(url, accept);
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
      if (attempt + 1 === attempts) return { offline: true, problem: offline(service, last) };
      await effects.wait(pause * 2 ** (attempt + 2));
      continue;
    }
    if (answer.refused !== undefined) return { problem: answerRefused(service, answer.refused) };
    await effects.wait(pause);
    if (answer.status === 200) {
      effects.keep(url, answer.body);
      return { body: answer.body };
    }
    if (answer.status === 404 || answer.status === 406 || answer.status === 400) return { absent: true };
    last = `its response was ${answer.status}`;
    if (answer.status !== 429 && answer.status < 500) break;
    if (attempt + 1 < attempts) await effects.wait(Math.min(answer.retryAfter ?? 2 ** attempt, maxWaitSeconds) * 1000);
  }
  return { problem: serviceRefused(service, last) };
}

const unknownIdentifier = (identifier: string, service: string): ForeignProblem => ({
  severity: 'error',
  name: 'unknown-identifier',
  message: `${service} does not know ${identifier}`,
  hint: 'compare it with the paper, letter by letter; a new identifier may need some days until it is known',
});

const offline = (service: string, reason: string): ForeignProblem => ({
  severity: 'error',
  name: 'no-network',
  message: `${service} cannot be reached (${reason}), so nothing was fetched from it`,
  hint: 'connect to the network and run the command again; records that were already fetched are kept and not requested again',
});

const serviceRefused = (service: string, reason: string): ForeignProblem => ({
  severity: 'error',
  name: 'service-refused',
  message: `${service} returned no record: ${reason}, also after several requests`,
  hint: 'run the command again later; records that were already fetched are kept and not requested again',
});

const answerRefused = (service: string, reason: string): ForeignProblem => ({
  severity: 'error',
  name: 'service-refused',
  message: `the answer of ${service} was not read: ${reason}`,
  hint: 'fetch the record from its publisher, and import the file',
});

const attempts = 4;
/** Milliseconds between requests: at most three per second, as NCBI requires without a key. Crossref allows more. */
const pause = 350;
const maxWaitSeconds = 60;
const pubmedBatch = 100;
