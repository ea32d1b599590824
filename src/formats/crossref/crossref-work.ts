import type { PublicationType } from '../../domain/publication/publication-type.ts';
import type { ForeignAuthor, ForeignRecord } from '../record/foreign-record.ts';
import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { readCslDate } from '../csl/read-csl-item.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../record/json-values.ts';
import { readLanguage } from '../record/foreign-language.ts';
import { findLicense } from '../../domain/publication/license.ts';
import { addPagination } from '../record/pagination.ts';
import { resolveStatus } from '../record/read-note.ts';
import { depositedTitle, unescapeXml } from './deposited-text.ts';
import { child, children, readXml, textOf } from '../record/read-xml.ts';
import {
  addAffiliation,
  groupAuthor,
  reportUnplaced,
  personAuthor,
  setText,
  createRecord,
  type MutableRecord,
  type TextField,
} from '../record/mutable-record.ts';
import { reportRest, textsInJson } from '../fields/report-rest.ts';
import { readUpdateType } from './update-types.ts';
import { toPlainLine } from '../record/xml-markup.ts';
import { withoutOrcidAddress } from '../../domain/identifiers/orcid.ts';

/**
 * Reads one work. `line` is its 1-based position in the response.
 * https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
 */
export function readCrossrefWork(work: UnknownMap, line: number): ForeignRecord {
  const record = createRecord(line, 'content');
  const field = (name: string, value: unknown = work[name]) => ({ name, value: text(value), line });
  record.kind = text(work['type']);
  const [title, ...otherTitles] = list(work['title']).map(text);
  const subtitle = list(work['subtitle']).map(text).filter(Boolean);
  if (title) record.title = [depositedTitle(title), ...subtitle.map(depositedTitle)].join(': ');
  for (const other of otherTitles) if (other !== title) reportUnplaced(record, field('title', other), 'second value');
  for (const original of list(work['original-title']).map(text))
    if (original !== title && original !== '') record.titles.push({ text: depositedTitle(original) });
  const [container, ...otherContainers] = list(work['container-title']).map(text);
  setText(record, 'container', field('container-title', unescapeXml(container ?? '')));
  for (const other of otherContainers) reportUnplaced(record, field('container-title', other), 'second value');
  const [short] = list(work['short-container-title']).map(text);
  if (short !== undefined && short !== container)
    setText(record, 'abbreviation', field('short-container-title', unescapeXml(short)));
  for (const [name, target] of textFields)
    setText(record, target, field(name, target === 'publisher' ? unescapeXml(text(work[name])) : work[name]));
  addPagination(record, field('page'));
  const published = ['published', 'published-print', 'published-online', 'issued']
    .map((name) => readCslDate(work[name]))
    .find((date) => date !== undefined);
  const [printed, online] = ['published-print', 'published-online'].map((name) => readCslDate(work[name]));
  if (published) record.published = (online && printed) ?? published;
  if (online && printed) setText(record, 'online', field('published-online', formatPartialDate(online)));
  addContributors(record, work);
  addDetails(record, work, line);
  addSerialNumbers(record, work, line);
  const lang = text(work['language']);
  if (lang !== '') record.lang = readLanguage(lang) ?? lang;
  addAbstract(record, text(work['abstract']));
  addLicense(record, work, line);
  addFunding(record, work);
  addRelations(record, work);
  for (const subject of list(work['subject'])) reportUnplaced(record, field('subject', subject), 'no place');
  record.type = types.get(record.kind) ?? 'report';
  if (text(work['subtype']) === 'preprint') record.type = 'preprint';
  if (!types.has(record.kind) && record.kind !== '') reportUnplaced(record, field('type'), 'no place');
  resolveStatus(record);
  for (const name of Object.keys(work))
    if (!known.has(name)) reportUnplaced(record, field(name), database.has(name) ? 'database' : 'no place');
  reportRest(record, textsInJson(work, notTexts, line));
  return record;
}

function addContributors(record: MutableRecord, work: UnknownMap): void {
  for (const [name, target] of contributorLists)
    for (const one of list(work[name]).filter(isMap)) {
      const person = readContributor(record, one);
      if (person) record[target].push(person);
    }
}

/** A person or a group, with ORCID iD and addresses; undefined for one without a name. */
function readContributor(record: MutableRecord, contributor: UnknownMap): ForeignAuthor | undefined {
  const part = (name: string): string => unescapeXml(text(contributor[name]));
  const [name, family, given, suffix] = [
    part('name') || part('literal'),
    part('family'),
    part('given'),
    part('suffix'),
  ];
  const written = suffix === '' ? [family, given].filter(Boolean).join(', ') : [family, given, suffix].join(', ');
  if (name === '' && written === '') return undefined;
  const orcid = withoutOrcidAddress(part('ORCID'));
  const affiliations = list(contributor['affiliation'])
    .filter(isMap)
    .flatMap((affiliation) => {
      const printed = unescapeXml(text(affiliation['name']));
      const ror = list(affiliation['id'])
        .filter(isMap)
        .find((id) => text(id['id-type']) === 'ROR');
      return printed === '' ? [] : [addAffiliation(record, printed, ror && text(ror['id']))];
    });
  return {
    ...(name === '' ? personAuthor(written) : groupAuthor(name)),
    affiliations: [...new Set(affiliations)],
    ...(orcid === '' ? {} : { orcid }),
  };
}

const contributorLists = [
  ['author', 'authors'],
  ['editor', 'editors'],
  ['translator', 'translators'],
] as const;

/** Adds what a thesis, a book or a paper of a congress has beside an article. */
function addDetails(record: MutableRecord, work: UnknownMap, line: number): void {
  const event = isMap(work['event']) ? work['event'] : {};
  const institution = list(work['institution']).filter(isMap)[0];
  const add = (target: TextField, name: string, value: unknown): void =>
    setText(record, target, { name, value: unescapeXml(text(value)), line });
  add('eventName', 'event', event['name']);
  add('eventPlace', 'event', event['location']);
  const dates = [event['start'], event['end']].flatMap((date) => readCslDate(date) ?? []).map(formatPartialDate);
  add('eventDate', 'event', [...new Set(dates)].join('/'));
  add('edition', 'edition-number', work['edition-number']);
  // Publishers deposit their city for every journal too.
  if (record.kind !== 'journal-article') add('place', 'publisher-location', work['publisher-location']);
  else
    reportUnplaced(record, { name: 'publisher-location', value: text(work['publisher-location']), line }, 'database');
  if (record.kind === 'dissertation') {
    add('thesisKind', 'degree', list(work['degree'])[0]);
    if (institution) add('container', 'institution', institution['name']);
  }
}

function addSerialNumbers(record: MutableRecord, work: UnknownMap, line: number): void {
  const typed = list(work['issn-type']).filter(isMap);
  for (const { type, value } of typed.map((one) => ({ type: text(one['type']), value: text(one['value']) })))
    setText(record, type === 'electronic' ? 'eissn' : 'issn', { name: 'ISSN', value, line });
  for (const value of list(work['ISSN']).map(text))
    if (value !== record.issn && value !== record.eissn)
      setText(record, record.issn === undefined ? 'issn' : 'eissn', { name: 'ISSN', value, line });
  const [isbn, ...others] = list(work['ISBN']).map((one) =>
    text(one).replace(/^https?:\/\/id\.crossref\.org\/isbn\//i, ''),
  );
  if (isbn !== undefined) record.isbn = isbn;
  for (const value of others) reportUnplaced(record, { name: 'ISBN', value, line }, 'second value');
}

/** Adds an abstract in JATS: paragraphs `<jats:p>`, and sections with titles. */
function addAbstract(record: MutableRecord, abstract: string): void {
  if (abstract.trim() === '') return;
  const root = readXml(
    `<abstract>${abstract.replace(/&(?![#\w]+;)/g, '&amp;').replace(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)(\w+);/gi, '&amp;$1;')}</abstract>`,
    ['abstract'],
  ).elements[0];
  if (!root) {
    record.abstracts.push({
      sections: [
        {
          text: unescapeXml(abstract.replace(/<[^<>]+>/g, ' '))
            .replace(/\s+/g, ' ')
            .trim(),
        },
      ],
    });
    return;
  }
  const prefix = /<jats:/.test(abstract) ? 'jats:' : '';
  const sections = children(root, `${prefix}sec`).flatMap((section) => {
    const label = textOf(child(section, `${prefix}title`)).replace(/:$/, '');
    const body = children(section, `${prefix}p`).map(toPlainLine).join('\n');
    return body === '' ? [] : [{ text: body, ...(label === '' ? {} : { label }) }];
  });
  const loose = children(root, `${prefix}p`).map(toPlainLine).filter(Boolean).join('\n');
  const whole = toPlainLine(root);
  const parts = [...(loose === '' ? [] : [{ text: loose }]), ...sections];
  record.abstracts.push({ sections: parts.length > 0 ? parts : [{ text: whole }] });
}

function addLicense(record: MutableRecord, work: UnknownMap, line: number): void {
  for (const { url, version } of list(work['license'])
    .filter(isMap)
    .map((one) => ({ url: text(one['URL']), version: text(one['content-version']) }))) {
    const parsed = findLicense(url);
    if (parsed !== undefined && record.license === undefined) record.license = parsed;
    else if (parsed !== record.license)
      reportUnplaced(record, { name: `license[${version}]`, value: url, line }, 'no place');
  }
}

function addFunding(record: MutableRecord, work: UnknownMap): void {
  for (const funder of list(work['funder']).filter(isMap)) {
    const name = unescapeXml(text(funder['name']));
    const awards = list(funder['award']).map(text).filter(Boolean);
    if (name === '') continue;
    if (awards.length === 0) record.funding.push({ funder: name });
    for (const award of awards) record.funding.push({ funder: name, award });
  }
  for (const trial of list(work['clinical-trial-number']).filter(isMap))
    record.trials.push(
      text(trial['clinical-trial-number']).replace(/^(nct|isrctn|irct|chictr|actrn|drks)/i, (name) =>
        name.toUpperCase(),
      ),
    );
}

/** Adds notices about the work (`updated-by`), and its other versions. */
function addRelations(record: MutableRecord, work: UnknownMap): void {
  for (const update of list(work['updated-by']).filter(isMap)) {
    const type = readUpdateType(text(update['type']));
    const date = readCslDate(update['updated']);
    if (type === undefined)
      reportUnplaced(
        record,
        { name: 'updated-by', value: `${text(update['type'])} ${text(update['DOI'])}` },
        'no place',
      );
    else if (type !== 'harmless') record.notices.push({ type, doi: text(update['DOI']), ...(date ? { date } : {}) });
  }
  const relation = isMap(work['relation']) ? work['relation'] : {};
  for (const [name, target] of [
    ['has-preprint', 'preprint'],
    ['is-preprint-of', 'publishedVersion'],
  ] as const)
    for (const one of list(relation[name]).filter(isMap))
      if (text(one['id-type']) === 'doi') setText(record, target, { name, value: text(one['id']) });
}

const textFields: readonly (readonly [string, TextField])[] = [
  ['DOI', 'doi'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['publisher', 'publisher'],
  ['article-number', 'articleNumber'],
  ['URL', 'url'],
];

const known: ReadonlySet<string> = new Set(
  'title subtitle original-title container-title short-container-title DOI volume issue publisher article-number page published published-print published-online issued author editor translator event edition-number publisher-location degree institution issn-type ISSN ISBN language abstract license funder clinical-trial-number updated-by relation subject type subtype URL'.split(
    ' ',
  ),
);

/** Properties whose values are codes of Crossref, or are converted by the reader. */
const notTexts: ReadonlySet<string> = new Set(
  'type subtype sequence id-type asserted-by doi-asserted-by source vocabulary role language date-time content-version label'.split(
    ' ',
  ),
);

const database: ReadonlySet<string> = new Set(
  'indexed reference-count references-count is-referenced-by-count content-domain created deposited source score resource member prefix link journal-issue alternative-id reference assertion isbn-type short-title group-title approved accepted posted content-created update-policy free-to-read archive'.split(
    ' ',
  ),
);

const types: ReadonlyMap<string, PublicationType> = new Map([
  ['journal-article', 'article'],
  ['proceedings-article', 'conference-paper'],
  ['book-chapter', 'chapter'],
  ['book-section', 'chapter'],
  ['book-part', 'chapter'],
  ['reference-entry', 'chapter'],
  ['book', 'book'],
  ['monograph', 'book'],
  ['edited-book', 'book'],
  ['reference-book', 'book'],
  ['proceedings', 'book'],
  ['posted-content', 'preprint'],
  ['dissertation', 'thesis'],
  ['report', 'report'],
  ['report-component', 'report'],
  ['standard', 'report'],
  ['dataset', 'dataset'],
  ['peer-review', 'report'],
]);
