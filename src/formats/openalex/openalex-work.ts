import { openAccessKinds } from '../../domain/publication/publication.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { parsePartialDate } from '../../domain/dates/partial-date.ts';
import { parseRor } from '../../domain/identifiers/ror.ts';
import { readLanguage } from '../record/foreign-language.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { depositedTitle } from '../crossref/deposited-text.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../record/json-values.ts';
import { addPagination } from '../record/pagination.ts';
import { resolveStatus } from '../record/read-note.ts';
import { reportRest, textsInJson } from '../fields/report-rest.ts';
import { createRecord, reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { addOpenalexAuthors } from './openalex-authors.ts';
import { readInvertedAbstract } from './inverted-abstract.ts';

/**
 * Reads one work. `line` is its 1-based position in the answer.
 * https://developers.openalex.org/api-reference/works
 */
export function readOpenalexWork(work: UnknownMap, line: number): ForeignRecord {
  const record = createRecord(line, 'content');
  const field = (name: string, value: unknown = work[name]) => ({ name, value: text(value), line });
  record.kind = text(work['type']);
  const title = text(work['title']) || text(work['display_name']);
  if (title !== '') record.title = depositedTitle(title);
  if (text(work['display_name']) !== title) reportUnplaced(record, field('display_name'), 'second value');
  addIdentifiers(record, work, line);
  const lang = text(work['language']);
  if (lang !== '') record.lang = readLanguage(lang) ?? lang;
  addDate(record, work, line);
  addOpenalexAuthors(record, work, line);
  record.type = typeOf(work);
  addLocation(record, work, line);
  const biblio = partOf(work, 'biblio');
  setText(record, 'volume', field('volume', biblio['volume']));
  setText(record, 'issue', field('issue', biblio['issue']));
  const pages = [text(biblio['first_page']), text(biblio['last_page'])].filter(Boolean);
  addPagination(record, field('pages', [...new Set(pages)].join('-')));
  addOpenAccess(record, work, line);
  for (const heading of list(work['mesh']).filter(isMap)) addHeading(record, heading, line);
  addFunding(record, work);
  const abstract = readInvertedAbstract(work['abstract_inverted_index']);
  if (abstract !== undefined) record.abstracts.push({ sections: [{ text: abstract }] });
  if (work['is_retracted'] === true) record.status = 'retracted';
  resolveStatus(record);
  for (const name of Object.keys(work))
    if (!read.has(name)) reportUnplaced(record, field(name), database.has(name) ? 'database' : 'no place');
  reportRest(record, textsInJson(work, notTexts, line));
  return record;
}

/** Identifiers are addresses: `https://doi.org/10.…`, `https://pubmed.ncbi.nlm.nih.gov/29456894`. */
function addIdentifiers(record: MutableRecord, work: UnknownMap, line: number): void {
  const ids = partOf(work, 'ids');
  const doi = (text(work['doi']) || text(ids['doi'])).replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
  setText(record, 'doi', { name: 'doi', value: doi, line });
  setText(record, 'pmid', { name: 'pmid', value: lastPart(text(ids['pmid'])), line });
  const pmcid = lastPart(text(ids['pmcid']));
  setText(record, 'pmcid', { name: 'pmcid', value: /^\d+$/.test(pmcid) ? `PMC${pmcid}` : pmcid, line });
  for (const name of ['openalex', 'mag'])
    reportUnplaced(record, { name: `ids.${name}`, value: text(ids[name]), line }, 'database');
}

/**
 * OpenAlex fills a date of which only the year or the month is known with 1. A first day is therefore only a month, and
 * a first of January only a year.
 */
function addDate(record: MutableRecord, work: UnknownMap, line: number): void {
  const written = text(work['publication_date']);
  const known = written.replace(/-01$/, '').replace(/^(\d{4})-01$/, '$1');
  const read = parsePartialDate(written.endsWith('-01') ? known : written);
  const year = parsePartialDate(text(work['publication_year']));
  const date = read.ok ? read.value : year.ok ? year.value : undefined;
  if (date) record.published = date;
  if (!read.ok || known !== written)
    reportUnplaced(record, { name: 'publication_date', value: written, line }, read.ok ? 'database' : 'unreadable');
}

function addLocation(record: MutableRecord, work: UnknownMap, line: number): void {
  const location = partOf(work, 'primary_location');
  const source = partOf(location, 'source');
  const field = (name: string, value: unknown) => ({ name, value: text(value), line });
  const name = text(source['display_name']) || text(location['raw_source_name']);
  setText(record, 'container', field('source', name));
  if (record.type !== 'preprint') {
    const [issn, ...others] = [...new Set([source['issn_l'], ...list(source['issn'])].map(text).filter(Boolean))];
    setText(record, 'issn', field('issn', issn));
    if (others[0] !== undefined) setText(record, 'eissn', field('issn', others[0]));
    for (const other of others.slice(1)) reportUnplaced(record, field('issn', other), 'second value');
  }
  setText(record, 'publisher', field('host_organization_name', source['host_organization_name']));
  const pdf = text(location['pdf_url']);
  if (location['is_oa'] === true && pdf !== '') record.links.push({ rel: 'pdf', url: pdf });
  else reportUnplaced(record, field('pdf_url', pdf), 'database');
  const page = text(location['landing_page_url']);
  if (record.doi === undefined && record.pmid === undefined) setText(record, 'url', field('landing_page_url', page));
  else if (!page.toLowerCase().endsWith(record.doi?.toLowerCase() ?? ' '))
    reportUnplaced(record, field('landing_page_url', page), 'database');
  // OpenAlex names licences without their version, and a licence of content has one.
  const license = text(location['license']);
  if (/^(?:cc0|public-domain-cc0)$/i.test(license)) record.license = 'CC0-1.0';
  else reportUnplaced(record, field('license', license), 'no place');
}

function addOpenAccess(record: MutableRecord, work: UnknownMap, line: number): void {
  const written = text(partOf(work, 'open_access')['oa_status']);
  const kind = openAccessKinds.find((one) => one === written);
  if (kind) record.openAccess = kind;
  else reportUnplaced(record, { name: 'oa_status', value: written, line }, 'no place');
}

function addHeading(record: MutableRecord, heading: UnknownMap, line: number): void {
  const id = text(heading['descriptor_ui']);
  const label = text(heading['descriptor_name']);
  if (id === '') reportUnplaced(record, { name: 'mesh', value: label, line }, 'no place');
  else if (!record.mesh.includes(id)) {
    record.mesh.push(id);
    record.meshLabels = { ...record.meshLabels, [id]: label };
  }
  const qualifier = text(heading['qualifier_name']);
  if (qualifier !== '')
    reportUnplaced(record, { name: 'mesh qualifier', value: `${label}/${qualifier}`, line }, 'no place');
}

/** Funding is under `awards` and `funders`, where the funder may have a ROR identifier, and was under `grants` before. */
function addFunding(record: MutableRecord, work: UnknownMap): void {
  const funders = list(work['funders']).filter(isMap);
  const add = (funder: string, award: string): void => {
    if (funder === '' || record.funding.some((one) => one.funder === funder && (one.award ?? '') === award)) return;
    const { ror } = funders.find((one) => text(one['display_name']) === funder) ?? {};
    const id = parseRor(lastPart(text(ror)));
    record.funding.push({ funder, ...(id.ok ? { ror: id.value } : {}), ...(award === '' ? {} : { award }) });
  };
  for (const one of list(work['awards']).filter(isMap))
    add(text(one['funder_display_name']), text(one['funder_award_id']));
  for (const one of list(work['grants']).filter(isMap)) add(text(one['funder_display_name']), text(one['award_id']));
  for (const one of funders) {
    const funder = text(one['display_name']);
    if (!record.funding.some((known) => known.funder === funder)) add(funder, '');
  }
}

function typeOf(work: UnknownMap): PublicationType {
  const location = partOf(work, 'primary_location');
  if (text(location['raw_type']) === 'proceedings-article' || text(work['type_crossref']) === 'proceedings-article')
    return 'conference-paper';
  return types.get(text(work['type'])) ?? 'report';
}

const partOf = (map: UnknownMap, name: string): UnknownMap => (isMap(map[name]) ? map[name] : {});

const lastPart = (address: string): string => address.replace(/\/$/, '').split('/').at(-1) ?? '';

const types: ReadonlyMap<string, PublicationType> = new Map([
  ['article', 'article'],
  ['journal-article', 'article'],
  ['erratum', 'article'],
  ['retraction', 'article'],
  ['review', 'review'],
  ['editorial', 'editorial'],
  ['letter', 'letter'],
  ['preprint', 'preprint'],
  ['posted-content', 'preprint'],
  ['conference-paper', 'conference-paper'],
  ['conference-abstract', 'poster'],
  ['book-chapter', 'chapter'],
  ['book-section', 'chapter'],
  ['reference-entry', 'chapter'],
  ['book', 'book'],
  ['monograph', 'book'],
  ['dissertation', 'thesis'],
  ['report', 'report'],
  ['standard', 'report'],
  ['dataset', 'dataset'],
  ['software', 'software'],
]);

const read: ReadonlySet<string> = new Set(
  'title display_name doi ids language publication_date publication_year type authorships primary_location biblio open_access mesh awards grants funders abstract_inverted_index is_retracted is_authors_truncated'.split(
    ' ',
  ),
);

/** Properties whose values are codes or identifiers of OpenAlex, or are converted by the reader. */
const notTexts: ReadonlySet<string> = new Set(
  'id funder institution_ids author_position country_code countries type version lineage host_organization host_organization_lineage host_organization_lineage_names landing_page_url pdf_url oa_url language publication_date abstract_inverted_index primary_topic topics concepts keywords locations best_oa_location'.split(
    ' ',
  ),
);

/** What OpenAlex computes, counts or keeps beside the work. Its keywords and topics are not those of the authors. */
const database: ReadonlySet<string> = new Set(
  'id type_crossref indexed_in institution_assertions countries_distinct_count institutions_distinct_count corresponding_author_ids corresponding_institution_ids apc_list apc_paid fwci has_fulltext has_content content_url content_urls fulltext_origin cited_by_count citation_normalized_percentile cited_by_percentile_year is_paratext is_xpac primary_topic topics keywords concepts locations_count locations best_oa_location host_venue alternate_host_venues sustainable_development_goals referenced_works_count referenced_works related_works cited_by_api_url counts_by_year updated_date created_date relevance_score versions datasets ngrams_url'.split(
    ' ',
  ),
);
