import { doiKey, parseDoi } from '../../domain/identifiers/doi.ts';
import { parseOrRepair } from '../../domain/problems/parse-or-repair.ts';
import type { Notice, PublicationStatus } from '../../domain/publication/publication.ts';
import { readCslDate } from '../../formats/csl/read-csl-item.ts';
import { readUpdateType } from '../../formats/crossref/update-types.ts';
import type { ForeignProblem } from '../../formats/record/foreign-record.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../../formats/record/json-values.ts';
import { parsePubmedXml } from '../../formats/pubmed/parse-pubmed-xml.ts';
import { askService, crossrefPause } from '../fetch/ask-service.ts';
import { askPubmed, pubmedBatch } from '../fetch/fetch-records.ts';
import { batchesOf, crossrefBatch } from '../fetch/fetch-searches.ts';
import { readAnswer } from '../fetch/read-answer.ts';
import type { Network } from '../fetch/services.ts';

/** What services say about one publication. */
export interface FoundUpdates {
  readonly notices: readonly Notice[];
  /** A status that PubMed gives without a notice. */
  readonly status?: PublicationStatus;
  /** Updates of kinds that are no notice of content, such as `partial_retraction`, with their DOI. */
  readonly others: readonly { readonly kind: string; readonly doi: string }[];
}

export interface WatchedPublication {
  readonly doi?: string;
  readonly pmid?: string;
}

export interface UpdateSearch {
  readonly ofDoi: ReadonlyMap<string, FoundUpdates>;
  readonly ofPmid: ReadonlyMap<string, FoundUpdates>;
  /** One for each request that failed: then the publications in it were not looked at. */
  readonly problems: readonly ForeignProblem[];
}

/**
 * Asks Crossref and PubMed, in batches, what was said about publications after they appeared. Crossref has the notices of
 * publishers and of Retraction Watch, on the work (`updated-by`) and on the notice (`update-to`); both are read, and PubMed's
 * comments and corrections. Keys of `ofDoi` are those of `doiKey`.
 */
export async function fetchUpdates(
  publications: readonly WatchedPublication[],
  network: Network,
): Promise<UpdateSearch> {
  const problems: ForeignProblem[] = [];
  const dois = [...new Set(publications.flatMap(({ doi }) => doi ?? []).map(doiKey))];
  const ofDoi = new Map<string, MutableUpdates>();
  let offline = false;
  const batches = [
    ...batchesOf(
      dois.filter((doi) => !doi.includes(',')),
      crossrefBatch,
    ),
    ...dois.filter((doi) => doi.includes(',')).map((doi) => [doi]),
  ];
  for (const batch of batches) {
    if (offline) break;
    for (const url of updateUrls(batch, network)) {
      const answer = await askCrossref(url, network);
      if (answer.problem) problems.push(answer.problem);
      if (answer.absent) problems.push(refused(batch));
      offline ||= answer.offline === true;
      for (const work of answer.works) addWork(ofDoi, work);
    }
    network.effects.progress(Math.min(ofDoi.size, dois.length), dois.length);
  }
  const ofPmid = new Map<string, FoundUpdates>();
  const pmids = [...new Set(publications.flatMap(({ pmid }) => pmid ?? []))];
  for (const batch of batchesOf(pmids, pubmedBatch)) {
    const answer = await askPubmed(batch, network);
    if (answer.problem) problems.push(answer.problem);
    if (answer.offline) break;
    if (answer.body === undefined) continue;
    for (const { pmid, notices, status } of parsePubmedXml(answer.body).records)
      if (pmid !== undefined) ofPmid.set(pmid, { notices, others: [], ...(status === undefined ? {} : { status }) });
  }
  return { ofDoi, ofPmid, problems };
}

interface MutableUpdates extends FoundUpdates {
  readonly notices: Notice[];
  readonly others: { readonly kind: string; readonly doi: string }[];
}

/** The works themselves, and the notices that update them. A comma divides filters, so a DOI with one is asked for alone. */
function updateUrls(dois: readonly string[], { services, contact }: Network): readonly string[] {
  const mail = contact === undefined ? '' : `mailto=${encodeURIComponent(contact)}`;
  const [only = ''] = dois;
  if (only.includes(',')) return [`${services.crossref}/works/${encodeURIComponent(only)}${mail && `?${mail}`}`];
  const filter = (name: string): string => dois.map((doi) => `${name}:${encodeURIComponent(doi)}`).join(',');
  return [
    `${services.crossref}/works?filter=${filter('doi')}&select=DOI,updated-by&rows=${dois.length}${mail && `&${mail}`}`,
    `${services.crossref}/works?filter=${filter('updates')}&select=DOI,update-to&rows=1000${mail && `&${mail}`}`,
  ];
}

async function askCrossref(
  url: string,
  { contact, effects }: Network,
): Promise<{ works: readonly UnknownMap[]; problem?: ForeignProblem; absent?: boolean; offline?: boolean }> {
  const answer = await askService(
    {
      url,
      accept: 'application/json',
      service: 'Crossref',
      isWhole: (body) => isMap(readAnswer(body)?.['message']),
      pause: crossrefPause(contact),
    },
    effects,
  );
  const message = answer.body === undefined ? undefined : readAnswer(answer.body)?.['message'];
  const works = isMap(message) ? (Array.isArray(message['items']) ? list(message['items']) : [message]) : [];
  return {
    works: works.filter(isMap),
    ...(answer.problem ? { problem: answer.problem } : {}),
    ...(answer.absent ? { absent: true } : {}),
    ...(answer.offline ? { offline: true } : {}),
  };
}

/** Adds what updates this work, and which works it updates. */
function addWork(ofDoi: Map<string, MutableUpdates>, work: UnknownMap): void {
  const own = text(work['DOI']);
  for (const update of list(work['updated-by']).filter(isMap)) add(ofDoi, own, text(update['DOI']), update);
  for (const update of list(work['update-to']).filter(isMap)) add(ofDoi, text(update['DOI']), own, update);
}

function add(ofDoi: Map<string, MutableUpdates>, of: string, by: string, update: UnknownMap): void {
  if (of === '') return;
  const key = doiKey(of);
  const found = ofDoi.get(key) ?? { notices: [], others: [] };
  ofDoi.set(key, found);
  const kind = text(update['type']);
  const doi = parseOrRepair(parseDoi, by) ?? '';
  const type = readUpdateType(kind);
  const date = readCslDate(update['updated']);
  if (type === 'harmless') return;
  if (type === undefined) {
    if (!found.others.some((other) => other.kind === kind && other.doi === doi)) found.others.push({ kind, doi });
  } else if (!found.notices.some((notice) => notice.type === type && doiKey(notice.doi ?? '') === doiKey(doi)))
    found.notices.push({ type, ...(date ? { date } : {}), ...(doi === '' ? {} : { doi }) });
}

const refused = (dois: readonly string[]): ForeignProblem => ({
  severity: 'error',
  name: 'not-watched',
  message: `Crossref did not answer whether these were retracted or corrected: ${dois.join(', ')}`,
  hint: 'run the command again later',
});
