import type { Notice, NoticeType } from '../domain/publication.ts';
import { parseTrialRegistration } from '../domain/identifiers/trial-registration.ts';
import type { ForeignAbstract, ForeignRecord } from './foreign-record.ts';
import { placeDates } from './foreign-date.ts';
import { readLanguage } from './foreign-language.ts';
import { placePagination } from './pagination.ts';
import { typeOfWords } from './publication-kinds.ts';
import { settleStatus } from './read-note.ts';
import { child, children, isElement, textOf, type XmlElement } from './read-xml.ts';
import {
  affiliate,
  groupAuthor,
  leaveOut,
  personAuthor,
  place,
  startSketch,
  type RecordSketch,
} from './record-sketch.ts';
import { markupOf, plainOf } from './xml-markup.ts';

/** A PubmedArticle, or a PubmedBookArticle. */
export function readPubmedArticle(record: XmlElement): ForeignRecord {
  const sketch = startSketch(record.line, 'content');
  const citation = child(record, 'MedlineCitation') ?? child(record, 'BookDocument');
  const article = child(citation, 'Article') ?? citation;
  const data = child(record, 'PubmedData') ?? child(record, 'PubmedBookData');
  placeNumbers(sketch, citation, article, data);
  const languages = children(article, 'Language').map(textOf);
  const lang = languages[0] === undefined ? undefined : (readLanguage(languages[0]) ?? languages[0]);
  if (lang !== undefined) sketch.lang = lang;
  for (const other of languages.slice(1)) leave(sketch, 'Language', other, article, 'second value');
  placeTitles(sketch, article, lang);
  if (citation?.name === 'BookDocument') placeBook(sketch, citation);
  else placeJournal(sketch, citation, article);
  placeAuthors(sketch, article);
  placeAbstracts(sketch, article, citation);
  placeSubjects(sketch, citation, article);
  placeFunding(sketch, article);
  placeNotices(sketch, citation);
  placeKind(
    sketch,
    [
      ...children(child(article, 'PublicationTypeList'), 'PublicationType'),
      ...children(article, 'PublicationType'),
    ].map(textOf),
    citation,
  );
  settleStatus(sketch);
  leaveRest(sketch, citation, article);
  return sketch;
}

function leave(
  sketch: RecordSketch,
  name: string,
  value: string,
  at: XmlElement | undefined,
  reason: 'no place' | 'second value' | 'database' | 'unreadable' = 'no place',
): void {
  leaveOut(sketch, { name, value, ...(at ? { line: at.line } : {}) }, reason);
}

function placeNumbers(
  sketch: RecordSketch,
  citation: XmlElement | undefined,
  article: XmlElement | undefined,
  data: XmlElement | undefined,
): void {
  // Of several versions the last counts.
  const pmids = [...children(citation, 'PMID')].sort(
    (a, b) => Number(b.attributes['Version'] ?? 1) - Number(a.attributes['Version'] ?? 1),
  );
  for (const pmid of pmids) place(sketch, 'pmid', { name: 'PMID', value: textOf(pmid), line: pmid.line });
  const ids = [
    ...children(child(data, 'ArticleIdList'), 'ArticleId'),
    ...children(child(citation, 'ArticleIdList'), 'ArticleId'),
  ];
  const pages = textOf(child(article, 'Pagination', 'MedlinePgn'));
  for (const id of [...children(article, 'ELocationID'), ...ids]) {
    const kind = (id.attributes['EIdType'] ?? id.attributes['IdType'] ?? '').toLowerCase();
    const field = { name: `${id.name}[${kind}]`, value: textOf(id), line: id.line };
    if (kind === 'doi') {
      if (sketch.doi?.toLowerCase() !== field.value.toLowerCase()) place(sketch, 'doi', field);
    } else if (kind === 'pmc') place(sketch, 'pmcid', field);
    else if (kind === 'pii' && field.value === pages) place(sketch, 'articleNumber', field);
    else if (kind !== 'pubmed' && !sketch.unplaced.some(({ value }) => value === field.value))
      leaveOut(sketch, field, 'database');
  }
  for (const id of children(citation, 'OtherID')) {
    if (/^PMC\d+$/.test(textOf(id))) place(sketch, 'pmcid', { name: 'OtherID', value: textOf(id), line: id.line });
    else leave(sketch, 'OtherID', textOf(id), id, 'database');
  }
}

/** The English translation of a foreign title stands in brackets; the title itself, where it is known, beside it. */
function placeTitles(sketch: RecordSketch, article: XmlElement | undefined, lang: string | undefined): void {
  const title = child(article, 'ArticleTitle');
  const vernacular = child(article, 'VernacularTitle');
  const written = title ? withoutStop(markupOf(title)) : '';
  const translated = /^\[(.+)\]$/s.exec(written)?.[1];
  if (vernacular && textOf(vernacular) !== '') {
    sketch.title = withoutStop(markupOf(vernacular));
    if (written !== '') sketch.titles.push({ lang: 'en', text: withoutStop(translated ?? written) });
  } else if (written !== '')
    sketch.title = withoutStop(translated !== undefined && lang !== 'en' ? translated : written);
}

/** PubMed sets a full stop behind every title. */
const withoutStop = (title: string): string => title.replace(/(?<=[^.])\.$/, '').trim();

function placeJournal(sketch: RecordSketch, citation: XmlElement | undefined, article: XmlElement | undefined): void {
  const journal = child(article, 'Journal');
  const issue = child(journal, 'JournalIssue');
  const put = (slot: 'container' | 'abbreviation' | 'volume' | 'issue', element: XmlElement | undefined): void => {
    if (element) place(sketch, slot, { name: element.name, value: textOf(element), line: element.line });
  };
  put('container', child(journal, 'Title'));
  const short = child(journal, 'ISOAbbreviation') ?? child(citation, 'MedlineJournalInfo', 'MedlineTA');
  if (textOf(short) !== sketch.container) put(sketch.container === undefined ? 'container' : 'abbreviation', short);
  put('volume', child(issue, 'Volume'));
  put('issue', child(issue, 'Issue'));
  for (const issn of children(journal, 'ISSN'))
    place(sketch, issn.attributes['IssnType'] === 'Electronic' ? 'eissn' : 'issn', {
      name: 'ISSN',
      value: textOf(issn),
      line: issn.line,
    });
  const pagination = child(article, 'Pagination');
  const medline = child(pagination, 'MedlinePgn');
  const start = textOf(child(pagination, 'StartPage'));
  const pages = textOf(medline) || [start, textOf(child(pagination, 'EndPage'))].filter(Boolean).join('-');
  if (pages !== '' && pages !== sketch.articleNumber)
    placePagination(sketch, { name: 'Pagination', value: pages, line: pagination?.line ?? sketch.line });
  placeDate(sketch, child(issue, 'PubDate') ?? child(article, 'ArticleDate'));
}

function placeDate(sketch: RecordSketch, date: XmlElement | undefined): void {
  if (!date) return;
  const part = (name: string): string => textOf(child(date, name));
  const value =
    part('MedlineDate') || [part('Year'), part('Month') || part('Season'), part('Day')].filter(Boolean).join(' ');
  placeDates(sketch, [
    {
      name: 'PubDate',
      value: /^\d{4} \d{1,2}(?: \d{1,2})?$/.test(value) ? value.replace(/ /g, '/') : value,
      line: date.line,
    },
  ]);
}

function placeBook(sketch: RecordSketch, document: XmlElement): void {
  const book = child(document, 'Book');
  const put = (
    slot: 'container' | 'publisher' | 'isbn' | 'volume' | 'title',
    element: XmlElement | undefined,
  ): void => {
    if (element)
      place(sketch, slot, {
        name: element.name,
        value: slot === 'title' ? markupOf(element) : textOf(element),
        line: element.line,
      });
  };
  put(sketch.title === undefined ? 'title' : 'container', child(book, 'BookTitle'));
  put('publisher', child(book, 'Publisher', 'PublisherName'));
  put('volume', child(book, 'Volume'));
  for (const isbn of children(book, 'Isbn')) put('isbn', isbn);
  for (const name of ['CollectionTitle', 'Edition', 'Medium', 'ReportNumber'])
    for (const found of children(book, name)) leave(sketch, name, textOf(found), found);
  leave(sketch, 'PublisherLocation', textOf(child(book, 'Publisher', 'PublisherLocation')), book, 'database');
  placeDate(sketch, child(book, 'PubDate'));
  for (const list of children(book, 'AuthorList'))
    if (list.attributes['Type'] !== 'editors' && children(document, 'AuthorList').length === 0)
      addAuthors(sketch, list);
}

function placeAuthors(sketch: RecordSketch, article: XmlElement | undefined): void {
  for (const list of children(article, 'AuthorList')) {
    if (list.attributes['Type'] === 'editors')
      for (const editor of children(list, 'Author')) leave(sketch, 'Editor', nameOf(editor), editor);
    else addAuthors(sketch, list);
    if (list.attributes['CompleteYN'] === 'N')
      leave(sketch, 'AuthorList', 'the list of authors is incomplete', list, 'unreadable');
  }
}

function addAuthors(sketch: RecordSketch, list: XmlElement): void {
  for (const element of children(list, 'Author')) {
    if (element.attributes['ValidYN'] === 'N') continue;
    const group = textOf(child(element, 'CollectiveName'));
    const name = group || nameOf(element);
    if (name === '') continue;
    const at = sketch.authors.push(group === '' ? personAuthor(name) : groupAuthor(name)) - 1;
    for (const identifier of children(element, 'Identifier')) {
      const orcid = textOf(identifier).replace(/^https?:\/\/orcid\.org\//i, '');
      if (identifier.attributes['Source'] === 'ORCID') sketch.authors[at] = { ...sketch.authors[at]!, orcid };
      else
        leave(
          sketch,
          `Identifier[${identifier.attributes['Source'] ?? ''}]`,
          textOf(identifier),
          identifier,
          'database',
        );
    }
    if (element.attributes['EqualContrib'] === 'Y') sketch.authors[at] = { ...sketch.authors[at]!, equal: true };
    for (const info of [...children(element, 'AffiliationInfo'), element]) {
      const ids = info === element ? [] : children(info, 'Identifier');
      const ror = ids.find(({ attributes }) => attributes['Source'] === 'ROR');
      for (const address of children(info, 'Affiliation'))
        if (textOf(address) !== '') affiliate(sketch, at, textOf(address), ror && textOf(ror));
      for (const id of ids)
        if (id !== ror) leave(sketch, `Identifier[${id.attributes['Source'] ?? ''}]`, textOf(id), id, 'database');
    }
  }
}

function nameOf(author: XmlElement): string {
  const part = (name: string): string => textOf(child(author, name));
  const given = part('ForeName') || part('FirstName') || part('Initials');
  const family = part('LastName');
  if (family === '') return given;
  return [family, given, part('Suffix')]
    .filter((text, index) => text !== '' || (index === 1 && part('Suffix') !== ''))
    .join(', ');
}

function placeAbstracts(sketch: RecordSketch, article: XmlElement | undefined, citation: XmlElement | undefined): void {
  const own = child(article, 'Abstract');
  const main = readAbstract(own);
  if (main) sketch.abstracts.push(main);
  const copyright = child(own, 'CopyrightInformation');
  if (copyright)
    place(sketch, 'copyright', { name: 'CopyrightInformation', value: textOf(copyright), line: copyright.line });
  for (const other of children(citation, 'OtherAbstract')) {
    const read = readAbstract(other);
    const lang = other.attributes['Language'];
    if (read) sketch.abstracts.push({ ...read, ...(lang ? { lang: readLanguage(lang) ?? lang } : {}) });
  }
}

/** Each labelled part is a section; parts without a label follow each other. */
function readAbstract(element: XmlElement | undefined): ForeignAbstract | undefined {
  const parts = children(element, 'AbstractText').flatMap((part) => {
    const text = part.children
      .map(plainOf)
      .join('')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim();
    const label = (part.attributes['Label'] ?? '').trim();
    return text === '' ? [] : [{ text, ...(label === '' || label === 'UNLABELLED' ? {} : { label }) }];
  });
  return parts.length === 0 ? undefined : { sections: parts };
}

function placeSubjects(sketch: RecordSketch, citation: XmlElement | undefined, article: XmlElement | undefined): void {
  for (const list of [
    ...children(citation, 'KeywordList'),
    ...(article === citation ? [] : children(article, 'KeywordList')),
  ])
    for (const keyword of children(list, 'Keyword')) {
      const word = textOf(keyword).replace(/^\*/, '');
      if (word !== '' && !sketch.keywords.includes(word)) sketch.keywords.push(word);
    }
  for (const heading of children(child(citation, 'MeshHeadingList'), 'MeshHeading')) {
    const descriptor = child(heading, 'DescriptorName');
    const id = descriptor?.attributes['UI'];
    if (id !== undefined) {
      if (!sketch.mesh.includes(id)) sketch.mesh.push(id);
    } else if (descriptor) leave(sketch, 'MeshHeading', textOf(descriptor), descriptor);
    for (const qualifier of children(heading, 'QualifierName'))
      leave(sketch, 'QualifierName', `${textOf(descriptor)}/${textOf(qualifier)}`, qualifier);
  }
}

function placeFunding(sketch: RecordSketch, article: XmlElement | undefined): void {
  for (const grant of children(child(article, 'GrantList'), 'Grant')) {
    const funder = textOf(child(grant, 'Agency'));
    const award = textOf(child(grant, 'GrantID'));
    if (funder === '') leave(sketch, 'Grant', award, grant);
    else if (!sketch.funding.some((known) => known.funder === funder && (known.award ?? '') === award))
      sketch.funding.push({ funder, ...(award === '' ? {} : { award }) });
  }
  for (const bank of children(child(article, 'DataBankList'), 'DataBank'))
    for (const number of children(child(bank, 'AccessionNumberList'), 'AccessionNumber')) {
      const id = textOf(number);
      if (parseTrialRegistration(id).ok) sketch.trials.push(id);
      else leave(sketch, `DataBank[${textOf(child(bank, 'DataBankName'))}]`, id, number);
    }
}

/** What was announced about the article, and the other versions of it. */
function placeNotices(sketch: RecordSketch, citation: XmlElement | undefined): void {
  for (const comment of children(child(citation, 'CommentsCorrectionsList'), 'CommentsCorrections')) {
    const kind = comment.attributes['RefType'] ?? '';
    const source = textOf(child(comment, 'RefSource'));
    const pmid = textOf(child(comment, 'PMID'));
    const doi = /\bdoi: ?(10\.\d{4,9}\/\S+?)\.?(?:\s|$)/i.exec(source)?.[1];
    const type = noticeTypes.get(kind);
    if (type) {
      const notice: Notice = {
        type,
        ...(doi === undefined ? (pmid === '' ? {} : { url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` }) : { doi }),
      };
      if (Object.keys(notice).length > 1) sketch.notices.push(notice);
      else leave(sketch, kind, source, comment);
      sketch.status ??= type === 'retraction' ? 'retracted' : type === 'concern' ? 'concern' : 'corrected';
    } else if ((kind === 'UpdateIn' || kind === 'UpdateOf') && doi !== undefined)
      place(sketch, kind === 'UpdateIn' ? 'publishedVersion' : 'preprint', {
        name: kind,
        value: doi,
        line: comment.line,
      });
    else if (kind !== 'Cites')
      leave(sketch, kind, [source, pmid && `PMID: ${pmid}`].filter(Boolean).join(' '), comment);
  }
}

const noticeTypes: ReadonlyMap<string, NoticeType> = new Map([
  ['RetractionIn', 'retraction'],
  ['ErratumIn', 'correction'],
  ['CorrectedandRepublishedIn', 'correction'],
  ['ExpressionOfConcernIn', 'concern'],
]);

function placeKind(sketch: RecordSketch, kinds: readonly string[], citation: XmlElement | undefined): void {
  sketch.kind = kinds.join('; ');
  if (kinds.includes('Retracted Publication')) sketch.status = 'retracted';
  const named = typeOfWords(kinds.filter((kind) => kind !== 'Journal Article'));
  const book = citation?.name === 'BookDocument';
  sketch.type = book ? (sketch.container === undefined ? 'book' : 'chapter') : (named ?? 'article');
}

/** Elements that were read above, or hold what was. */
const read: ReadonlySet<string> = new Set(
  'PMID Article Journal ArticleTitle VernacularTitle Pagination ELocationID Abstract AuthorList Language GrantList DataBankList PublicationTypeList PublicationType ArticleDate KeywordList MeshHeadingList CommentsCorrectionsList OtherAbstract OtherID Book ArticleIdList MedlineJournalInfo Sections'.split(
    ' ',
  ),
);
const database: ReadonlySet<string> = new Set(
  'DateCreated DateCompleted DateRevised CitationSubset NumberOfReferences ContributionDate LocationLabel'.split(' '),
);

function leaveRest(sketch: RecordSketch, citation: XmlElement | undefined, article: XmlElement | undefined): void {
  for (const element of [...(citation?.children ?? []), ...(article === citation ? [] : (article?.children ?? []))]) {
    if (!isElement(element) || read.has(element.name)) continue;
    const parts = element.children.filter(isElement);
    for (const part of parts.length > 0 ? parts : [element])
      leave(sketch, element.name, textOf(part), part, database.has(element.name) ? 'database' : 'no place');
  }
}
