import type { ForeignRecord } from '../record/foreign-record.ts';
import { readLanguage } from '../record/foreign-language.ts';
import { addPagination } from '../record/pagination.ts';
import { resolveStatus } from '../record/read-note.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';
import { child, children, fieldOf, isElement, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportRest, spacedText, textsInXml } from '../fields/report-rest.ts';
import { createRecord, reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { addJatsAbstracts } from './jats-abstracts.ts';
import { addJatsContributors } from './jats-contributors.ts';
import { addJatsDates, dateField } from './jats-dates.ts';
import { addJatsFunding } from './jats-funding.ts';
import { addJatsJournal } from './jats-journal.ts';
import { addJatsPermissions } from './jats-permissions.ts';
import { addJatsRelations } from './jats-relations.ts';
import { addJatsTitles } from './jats-titles.ts';
import { typeOfJats } from './jats-types.ts';

/** Reads the metadata of one article. Its text, references and figures are no part of the record. */
export function readJatsArticle(article: XmlElement): ForeignRecord {
  const record = createRecord(article.line, 'content');
  const front = child(article, 'front') ?? article;
  const meta = child(front, 'article-meta');
  record.kind = article.attributes['article-type'] ?? '';
  const lang = article.attributes['xml:lang'];
  if (lang !== undefined && lang !== '') record.lang = readLanguage(lang) ?? lang;
  addJatsJournal(record, child(front, 'journal-meta'));
  if (meta) readMeta(record, meta);
  for (const part of [...front.children, ...article.children].filter(isElement))
    if (part.name === 'notes') reportUnplaced(record, fieldOf(part), 'no place');
  const headings = children(child(meta, 'article-categories'), 'subj-group').flatMap(subjectsIn);
  record.type = typeOfJats(record.kind, headings.map(textOf));
  for (const heading of headings)
    if (findTypeInWords([textOf(heading)]) === undefined) reportUnplaced(record, fieldOf(heading), 'no place');
  if (record.kind === 'retracted-article') record.status = 'retracted';
  resolveStatus(record);
  reportText(record, article);
  for (const part of [front, child(article, 'back')]) if (part) reportRest(record, textsInXml(part, notTexts));
  return record;
}

/** Reports the text of the article by its headings and its length, its references, and the articles inside it. */
function reportText(record: MutableRecord, article: XmlElement): void {
  const body = child(article, 'body');
  const headings = children(body, 'sec').map((section) => textOf(child(section, 'title')));
  const count = [body, child(article, 'floats-group')].reduce((sum, part) => sum + wordCount(part), 0);
  const words = `${count} words, with figures and tables`;
  if (body && count > 0)
    reportUnplaced(record, fieldOf(body, 'body', [words, ...headings.filter(Boolean)].join('; ')), 'no place');
  for (const reference of referencesIn(child(article, 'back')))
    reportUnplaced(record, fieldOf(reference, 'reference', spacedText(reference)), 'database');
  for (const name of ['sub-article', 'response'])
    for (const inner of children(article, name))
      reportUnplaced(
        record,
        fieldOf(inner, name, spacedText(child(inner, 'front-stub') ?? child(inner, 'front'))),
        'no place',
      );
}

const referencesIn = (part: XmlElement | undefined): readonly XmlElement[] =>
  (part?.children ?? [])
    .filter(isElement)
    .flatMap((node) => (node.name === 'ref' ? [node] : node.name === 'ref-list' ? referencesIn(node) : []));

const wordCount = (element: XmlElement | undefined): number => spacedText(element).split(' ').filter(Boolean).length;

function readMeta(record: MutableRecord, meta: XmlElement): void {
  addIdentifiers(record, meta);
  for (const group of children(meta, 'title-group')) addJatsTitles(record, group);
  addJatsContributors(record, meta);
  addJatsDates(record, meta);
  for (const name of ['volume', 'issue'] as const)
    for (const element of children(meta, name)) setText(record, name, fieldOf(element));
  addPages(record, meta);
  addJatsPermissions(record, child(meta, 'permissions'));
  addJatsAbstracts(record, meta);
  addKeywords(record, meta);
  addJatsFunding(record, meta);
  addJatsRelations(record, meta);
  addEvent(record, child(meta, 'conference'));
  for (const isbn of children(meta, 'isbn')) setText(record, 'isbn', fieldOf(isbn));
  for (const date of children(child(meta, 'history'), 'date'))
    reportUnplaced(record, { ...dateField(date), name: `history[${date.attributes['date-type'] ?? ''}]` }, 'database');
  for (const element of meta.children.filter(isElement))
    if (!readElements.has(element.name))
      reportUnplaced(record, fieldOf(element), databaseElements.has(element.name) ? 'database' : 'no place');
}

function addIdentifiers(record: MutableRecord, meta: XmlElement): void {
  for (const id of children(meta, 'article-id')) {
    const kind = id.attributes['pub-id-type'] ?? '';
    const field = fieldOf(id, `article-id[${kind}]`);
    if (kind === 'doi' || kind === 'pmid' || kind === 'arxiv') setText(record, kind, field);
    else if (kind === 'pmc' || kind === 'pmcid')
      setText(record, 'pmcid', field, /^\d/.test(field.value) ? `PMC${field.value}` : field.value);
    else reportUnplaced(record, field, 'database');
  }
}

/** `fpage` and `lpage`, or a range that may have gaps, or the number of the article. */
function addPages(record: MutableRecord, meta: XmlElement): void {
  const [first, last, range, number] = ['fpage', 'lpage', 'page-range', 'elocation-id'].map((name) =>
    child(meta, name),
  );
  if (number) setText(record, 'articleNumber', fieldOf(number));
  const written = [textOf(first), textOf(last)].filter(Boolean);
  const pages = textOf(range) || [...new Set(written)].join('-');
  if (pages !== '') addPagination(record, fieldOf(range ?? first ?? last ?? meta, 'pages', pages));
}

function addKeywords(record: MutableRecord, meta: XmlElement): void {
  for (const group of children(meta, 'kwd-group')) {
    const isAbbreviations = /abbr/i.test(group.attributes['kwd-group-type'] ?? '');
    const lang = group.attributes['xml:lang'];
    const isOther = lang !== undefined && record.lang !== undefined && readLanguage(lang) !== record.lang;
    for (const word of [...children(group, 'kwd'), ...children(group, 'compound-kwd')])
      if (isAbbreviations || isOther) reportUnplaced(record, fieldOf(word), 'no place');
      else if (textOf(word) !== '' && !record.keywords.includes(textOf(word))) record.keywords.push(textOf(word));
    for (const nested of children(group, 'nested-kwd')) reportUnplaced(record, fieldOf(nested), 'no place');
  }
}

/** The headings under which a journal lists the article, which say its type. */
const subjectsIn = (group: XmlElement): readonly XmlElement[] => [
  ...children(group, 'subject'),
  ...children(group, 'compound-subject'),
  ...children(group, 'subj-group').flatMap(subjectsIn),
];

function addEvent(record: MutableRecord, conference: XmlElement | undefined): void {
  for (const part of conference?.children.filter(isElement) ?? []) {
    const target = part.name === 'conf-name' ? 'eventName' : part.name === 'conf-loc' ? 'eventPlace' : undefined;
    if (target) setText(record, target, fieldOf(part));
    else reportUnplaced(record, fieldOf(part), 'no place');
  }
}

const readElements: ReadonlySet<string> = new Set(
  'article-id article-categories title-group contrib-group aff aff-alternatives author-notes pub-date pub-date-not-available volume issue isbn fpage lpage page-range elocation-id permissions abstract trans-abstract kwd-group funding-group related-article related-object conference self-uri history'.split(
    ' ',
  ),
);
/** Elements that the reader converts or reports elsewhere, and headings that every journal writes. */
const notTexts: ReadonlySet<string> = new Set(
  'subject compound-subject label day month year season string-date ref-list table math mml:math tex-math kwd-group/title abstract/title trans-abstract/title ack/title'.split(
    ' ',
  ),
);
const databaseElements: ReadonlySet<string> = new Set(
  'article-version article-version-alternatives pub-history counts custom-meta-group volume-id volume-series issue-id issue-sponsor issue-part'.split(
    ' ',
  ),
);
