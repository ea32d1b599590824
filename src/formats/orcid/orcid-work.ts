import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { addDates } from '../record/foreign-date.ts';
import { readLanguage } from '../record/foreign-language.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../record/json-values.ts';
import { resolveStatus } from '../record/read-note.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { reportRest, textsInJson } from '../fields/report-rest.ts';
import { createRecord, reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { readAuthor } from '../authors/name-list.ts';

/** Reads one work, in full or as a summary. Texts are in `{ "value": … }`. */
export function readOrcidWork(work: UnknownMap, line: number): ForeignRecord {
  const record = createRecord(line);
  const field = (name: string, value: unknown) => ({ name, value: valueOf(value), line });
  record.kind = text(work['type']);
  const kind = record.kind.toLowerCase().replaceAll('_', '-');
  record.type = types.get(kind) ?? 'report';
  if (!types.has(kind)) reportUnplaced(record, field('type', work['type']), 'no place');
  const title = isMap(work['title']) ? work['title'] : {};
  setText(
    record,
    'title',
    field('title', [valueOf(title['title']), valueOf(title['subtitle'])].filter(Boolean).join(': ')),
  );
  const translated = title['translated-title'];
  if (isMap(translated) && valueOf(translated) !== '') {
    const lang = text(translated['language-code']);
    record.titles.push({ text: valueOf(translated), ...(lang === '' ? {} : { lang: readLanguage(lang) ?? lang }) });
  }
  setText(record, 'container', field('journal-title', work['journal-title']));
  const date = isMap(work['publication-date']) ? work['publication-date'] : {};
  const parts = ['year', 'month', 'day'].map((name) => valueOf(date[name])).filter(Boolean);
  if (parts.length > 0) addDates(record, [field('publication-date', parts.join('-'))]);
  const lang = text(work['language-code']);
  if (lang !== '') record.lang = readLanguage(lang) ?? lang;
  const abstract = valueOf(work['short-description']);
  if (abstract !== '') record.abstracts.push({ sections: [{ text: abstract }] });
  addIdentifiers(record, work, line);
  setText(record, 'url', field('url', work['url']));
  addContributors(record, work, line);
  const citation = isMap(work['citation']) ? work['citation'] : {};
  reportUnplaced(record, field('citation', citation['citation-value']), 'database');
  resolveStatus(record);
  for (const name of Object.keys(work))
    if (!read.has(name) && work[name] !== null)
      reportUnplaced(record, { name, value: text(work[name]), line }, database.has(name) ? 'database' : 'no place');
  reportRest(record, textsInJson(work, notTexts, line));
  return record;
}

/** The text of `{ "value": … }`, of such an object inside it, or the text itself. */
function valueOf(value: unknown): string {
  if (!isMap(value)) return text(value).trim();
  return 'value' in value ? valueOf(value['value']) : '';
}

/** Identifiers of the work itself; those of the whole that it is part of say its journal or book. */
function addIdentifiers(record: MutableRecord, work: UnknownMap, line: number): void {
  const ids = isMap(work['external-ids']) ? list(work['external-ids']['external-id']).filter(isMap) : [];
  for (const id of ids) {
    const kind = text(id['external-id-type']).toLowerCase();
    const field = { name: `external-id ${kind}`, value: text(id['external-id-value']), line };
    const isPart = /^part[-_]of$/i.test(text(id['external-id-relationship']));
    const target = identifiers.get(kind);
    if (kind === 'issn' || kind === 'isbn') addSerialNumbers(record, [field]);
    else if (target !== undefined && !isPart && /^(?:self|version[-_]of)?$/i.test(text(id['external-id-relationship'])))
      setText(record, target, target === 'arxiv' ? { ...field, value: field.value.replace(/^arxiv:/i, '') } : field);
    else reportUnplaced(record, field, kind === 'eid' || kind === 'wosuid' ? 'database' : 'no place');
  }
}

const identifiers = new Map([
  ['doi', 'doi'],
  ['pmid', 'pmid'],
  ['pmc', 'pmcid'],
  ['arxiv', 'arxiv'],
  ['handle', 'handle'],
  ['uri', 'url'],
] as const) as ReadonlyMap<string, 'doi' | 'pmid' | 'pmcid' | 'arxiv' | 'handle' | 'url'>;

function addContributors(record: MutableRecord, work: UnknownMap, line: number): void {
  const contributors = isMap(work['contributors']) ? list(work['contributors']['contributor']).filter(isMap) : [];
  for (const contributor of contributors) {
    const name = valueOf(contributor['credit-name']);
    if (name === '') continue;
    const attributes = isMap(contributor['contributor-attributes']) ? contributor['contributor-attributes'] : {};
    const role = text(attributes['contributor-role']).toLowerCase();
    const orcid = isMap(contributor['contributor-orcid']) ? text(contributor['contributor-orcid']['path']) : '';
    const author = { ...readAuthor(name), ...(orcid === '' ? {} : { orcid }) };
    if (role === 'editor') record.editors.push(author);
    else if (role === 'translator' || role === 'chair-or-translator') record.translators.push(author);
    else if (/advisor|supervisor/.test(role) && record.type === 'thesis') record.advisors.push(author);
    else if (
      role === '' ||
      role === 'author' ||
      role.startsWith('writing') ||
      role.includes('http') ||
      authorRoles.has(role)
    )
      record.authors.push(author);
    else reportUnplaced(record, { name: `contributor (${role})`, value: name, line }, 'no place');
  }
}

const authorRoles: ReadonlySet<string> = new Set([
  'co-inventor',
  'inventor',
  'principal-investigator',
  'co-investigator',
  'first',
  'additional',
]);

/** https://info.orcid.org/ufaqs/what-work-types-does-orcid-support/ */
const types: ReadonlyMap<string, PublicationType> = new Map<string, PublicationType>([
  ['journal-article', 'article'],
  ['magazine-article', 'article'],
  ['newspaper-article', 'article'],
  ['newsletter-article', 'article'],
  ['review-article', 'review'],
  ['book', 'book'],
  ['edited-book', 'book'],
  ['book-chapter', 'chapter'],
  ['dictionary-entry', 'chapter'],
  ['encyclopedia-entry', 'chapter'],
  ['conference-paper', 'conference-paper'],
  ['conference-abstract', 'poster'],
  ['conference-poster', 'poster'],
  ['conference-presentation', 'poster'],
  ['lecture-speech', 'poster'],
  ['dissertation', 'thesis'],
  ['dissertation-thesis', 'thesis'],
  ['preprint', 'preprint'],
  ['working-paper', 'preprint'],
  ['report', 'report'],
  ['other', 'report'],
  ['data-set', 'dataset'],
  ['software', 'software'],
  ['patent', 'patent'],
  ['clinical-study', 'protocol'],
  ['website', 'media'],
  ['online-resource', 'media'],
  ['blog-post', 'media'],
  ['moving-image-video', 'media'],
]);

const read: ReadonlySet<string> = new Set(
  'title journal-title short-description citation type publication-date external-ids url contributors language-code'.split(
    ' ',
  ),
);

/** Properties whose values are codes of ORCID, or are converted by the reader. */
const notTexts: ReadonlySet<string> = new Set(
  'type citation-type external-id-type external-id-relationship contributor-sequence contributor-role language-code uri host'.split(
    ' ',
  ),
);

const database: ReadonlySet<string> = new Set(
  'put-code source created-date last-modified-date path visibility display-index country'.split(' '),
);
