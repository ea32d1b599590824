import { formatPartialDate, type PartialDate } from '../../domain/dates/partial-date.ts';
import { rorUrl } from '../../domain/identifiers/ror.ts';
import { foldName } from '../../domain/people/person-name.ts';
import { parseCrossrefJson } from '../../formats/crossref/parse-crossref-json.ts';
import { parseEuropepmcJson } from '../../formats/europepmc/parse-europepmc-json.ts';
import type { ForeignRecord, ParsedRecords } from '../../formats/record/foreign-record.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../../formats/record/json-values.ts';
import { parseOpenalexJson } from '../../formats/openalex/parse-openalex-json.ts';
import { crossrefPause } from './ask-service.ts';
import { readAnswer } from './read-answer.ts';
import type { RequestedSearch } from './requested-identifiers.ts';
import type { Network } from './services.ts';

export type ServiceName = 'PubMed' | 'Crossref' | 'Europe PMC' | 'OpenAlex';

/** A list of one service, which is asked for page by page. */
export interface ListRequest {
  readonly service: ServiceName;
  /** The address of a page. The cursor of the first is `*` in every service. */
  readonly pageUrl: (cursor: string) => string;
  /** The page in an answer; undefined for an answer of another shape. */
  readonly readPage: (body: string) => ListPage | undefined;
  readonly read: (body: string) => ParsedRecords;
  readonly pause?: number;
  /**
   * For a list in the order of relevance, which ends with records that do not belong to the search: true for one that does.
   * Reading stops at the first page without one.
   */
  readonly belongs?: (record: ForeignRecord) => boolean;
}

export interface ListPage {
  /** Number of items on this page. */
  readonly items: number;
  /** Number of items of the whole list. */
  readonly total: number;
  readonly next: string | undefined;
}

/**
 * The lists that answer a search. `names`: those of the institute, for a search by its ROR identifier.
 * https://developers.openalex.org/api-reference/works ·
 * https://www.crossref.org/documentation/retrieve-metadata/rest-api/rest-api-filters/ ·
 * https://europepmc.org/RestfulWebService · https://europepmc.org/searchsyntax
 */
export function listRequests(
  { kind, value }: RequestedSearch,
  since: PartialDate | undefined,
  names: readonly string[],
  network: Network,
): readonly ListRequest[] {
  switch (kind) {
    case 'ror':
      return [
        openalexList(`authorships.institutions.ror:${rorUrl(value)}`, since, network),
        crossrefList({ filter: [`ror-id:${rorUrl(value)}`] }, since, network),
        ...names.flatMap((name) => affiliationLists(name, since, network, false)),
      ];
    case 'affiliation':
      return affiliationLists(value, since, network, true);
    case 'issn':
      return [
        openalexList(`primary_location.source.issn:${value}`, since, network),
        crossrefList({ filter: [`issn:${value}`] }, since, network),
        europepmcList(`ISSN:${value}`, since, network),
      ];
    // Not OpenAlex, which assigns papers to people by comparing them, and so mixes up people with the same name.
    case 'orcid':
      return [
        crossrefList({ filter: [`orcid:${value}`] }, since, network),
        europepmcList(`AUTHORID:"${value}"`, since, network),
      ];
    case 'europepmc':
      return [europepmcList(value, since, network)];
  }
}

/** `openalex`: false where OpenAlex was asked by the identifier already, with which it has compared the addresses itself. */
function affiliationLists(
  name: string,
  since: PartialDate | undefined,
  network: Network,
  openalex: boolean,
): readonly ListRequest[] {
  const wanted = ` ${foldName(name)} `;
  const belongs = ({ affiliations }: ForeignRecord): boolean =>
    affiliations.some((one) => ` ${foldName(one.name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))} `.includes(wanted));
  const words = name.replace(/["():,|!&]+/g, ' ').trim();
  return [
    ...(openalex ? [{ ...openalexList(`raw_affiliation_strings.search:"${words}"`, since, network), belongs }] : []),
    { ...crossrefList({ affiliation: name }, since, network), belongs },
    europepmcList(`AFF:"${words}"`, since, network),
  ];
}

function openalexList(filter: string, since: PartialDate | undefined, { services, contact }: Network): ListRequest {
  const filters = [filter, ...(since ? [`from_publication_date:${firstDay(since)}`] : [])].join(',');
  return {
    service: 'OpenAlex',
    pageUrl: (cursor) =>
      addressOf(`${services.openalex}/works`, {
        filter: filters,
        select: openalexFields,
        per_page: '100',
        cursor,
        ...(contact === undefined ? {} : { mailto: contact }),
      }),
    readPage: (body) => {
      const answer = readAnswer(body);
      const meta = answer?.['meta'];
      if (!answer || !isMap(meta) || !Array.isArray(answer['results'])) return undefined;
      return { items: answer['results'].length, total: numberOf(meta, 'count'), next: cursorOf(meta, 'next_cursor') };
    },
    read: parseOpenalexJson,
  };
}

/**
 * The fields that an import reads. OpenAlex refuses a list with a name that it does not know, such as the former `grants`.
 * https://developers.openalex.org/guides/deprecations
 */
const openalexFields =
  'id,doi,title,display_name,publication_year,publication_date,ids,language,primary_location,type,open_access,authorships,biblio,is_retracted,mesh,abstract_inverted_index,awards,funders';

function crossrefList(
  { filter = [], affiliation }: { readonly filter?: readonly string[]; readonly affiliation?: string },
  since: PartialDate | undefined,
  { services, contact }: Network,
): ListRequest {
  const filters = [...filter, ...(since ? [`from-pub-date:${formatPartialDate(since)}`] : [])].join(',');
  return {
    service: 'Crossref',
    pageUrl: (cursor) =>
      addressOf(`${services.crossref}/works`, {
        ...(affiliation === undefined ? {} : { 'query.affiliation': affiliation }),
        ...(filters === '' ? {} : { filter: filters }),
        rows: '50',
        cursor,
        ...(contact === undefined ? {} : { mailto: contact }),
      }),
    readPage: (body) => {
      const message = readAnswer(body)?.['message'];
      if (!isMap(message) || !Array.isArray(message['items'])) return undefined;
      return {
        items: message['items'].length,
        total: numberOf(message, 'total-results'),
        next: cursorOf(message, 'next-cursor'),
      };
    },
    read: parseCrossrefJson,
    pause: crossrefPause(contact),
  };
}

function europepmcList(query: string, since: PartialDate | undefined, { services, contact }: Network): ListRequest {
  const whole = since ? `(${query}) AND FIRST_PDATE:[${firstDay(since)} TO 3000-12-31]` : query;
  return {
    service: 'Europe PMC',
    pageUrl: (cursor) =>
      addressOf(`${services.europepmc}/search`, {
        query: whole,
        resultType: 'core',
        format: 'json',
        pageSize: '100',
        cursorMark: cursor,
        ...(contact === undefined ? {} : { email: contact }),
      }),
    readPage: (body) => {
      const answer = readAnswer(body);
      const results = answer?.['resultList'];
      if (!answer || typeof answer['hitCount'] !== 'number' || !isMap(results)) return undefined;
      return {
        items: list(results['result']).length,
        total: numberOf(answer, 'hitCount'),
        next: cursorOf(answer, 'nextCursorMark'),
      };
    },
    read: parseEuropepmcJson,
  };
}

const addressOf = (base: string, parameters: Readonly<Record<string, string>>): string =>
  `${base}?${Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

const numberOf = (map: UnknownMap, name: string): number => {
  const value = map[name];
  return typeof value === 'number' ? value : 0;
};

const cursorOf = (map: UnknownMap, name: string): string | undefined => text(map[name]) || undefined;

/** `2024` is 2024-01-01. */
const firstDay = (date: PartialDate): string =>
  `${formatPartialDate({ year: date.year, month: date.month ?? 1, day: date.day ?? 1 })}`;
