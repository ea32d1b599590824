import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import { addPagination } from '../record/pagination.ts';
import { addAuthorList } from './pubmed-authors.ts';
import { child, children, fieldOf, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { toContentMarkup } from '../record/xml-markup.ts';

/** Adds the journal and its issue, or the book, and the date. */
export function addPubmedSource(
  record: MutableRecord,
  citation: XmlElement | undefined,
  article: XmlElement | undefined,
): void {
  if (citation?.name === 'BookDocument') addBook(record, citation);
  else addJournal(record, citation, article);
}

function addJournal(record: MutableRecord, citation: XmlElement | undefined, article: XmlElement | undefined): void {
  const journal = child(article, 'Journal');
  const issue = child(journal, 'JournalIssue');
  const setElement = (
    target: 'container' | 'abbreviation' | 'volume' | 'issue',
    element: XmlElement | undefined,
  ): void => {
    if (element) setText(record, target, fieldOf(element));
  };
  setElement('container', child(journal, 'Title'));
  const short = child(journal, 'ISOAbbreviation') ?? child(citation, 'MedlineJournalInfo', 'MedlineTA');
  if (textOf(short) !== record.container)
    setElement(record.container === undefined ? 'container' : 'abbreviation', short);
  setElement('volume', child(issue, 'Volume'));
  setElement('issue', child(issue, 'Issue'));
  for (const issn of children(journal, 'ISSN'))
    setText(record, issn.attributes['IssnType'] === 'Electronic' ? 'eissn' : 'issn', fieldOf(issn));
  const pagination = child(article, 'Pagination');
  const medline = child(pagination, 'MedlinePgn');
  const start = textOf(child(pagination, 'StartPage'));
  const pages = textOf(medline) || [start, textOf(child(pagination, 'EndPage'))].filter(Boolean).join('-');
  if (pages !== '' && pages !== record.articleNumber)
    addPagination(record, { name: 'Pagination', value: pages, line: pagination?.line ?? record.line });
  const ofIssue = child(issue, 'PubDate');
  const electronic = children(article, 'ArticleDate');
  if (ofIssue) for (const date of electronic) addOnlineDate(record, dateField(date));
  addDate(record, ofIssue ?? electronic[0]);
}

function addDate(record: MutableRecord, date: XmlElement | undefined): void {
  if (date) addDates(record, [dateField(date, 'PubDate')]);
}

function dateField(date: XmlElement, name = date.name) {
  const part = (of: string): string => textOf(child(date, of));
  const value =
    part('MedlineDate') || [part('Year'), part('Month') || part('Season'), part('Day')].filter(Boolean).join(' ');
  return fieldOf(date, name, /^\d{4} \d{1,2}(?: \d{1,2})?$/.test(value) ? value.replace(/ /g, '/') : value);
}

function addBook(record: MutableRecord, document: XmlElement): void {
  const book = child(document, 'Book');
  const setElement = (
    target: 'container' | 'publisher' | 'isbn' | 'volume' | 'title' | 'series' | 'edition' | 'number' | 'place',
    element: XmlElement | undefined,
  ): void => {
    if (element)
      setText(
        record,
        target,
        fieldOf(element, element.name, target === 'title' ? toContentMarkup(element) : textOf(element)),
      );
  };
  setElement(record.title === undefined ? 'title' : 'container', child(book, 'BookTitle'));
  setElement('publisher', child(book, 'Publisher', 'PublisherName'));
  setElement('volume', child(book, 'Volume'));
  for (const isbn of children(book, 'Isbn')) setElement('isbn', isbn);
  setElement('series', child(book, 'CollectionTitle'));
  setElement('edition', child(book, 'Edition'));
  setElement('number', child(book, 'ReportNumber'));
  setElement('place', child(book, 'Publisher', 'PublisherLocation'));
  for (const found of children(book, 'Medium')) reportUnplaced(record, fieldOf(found), 'no place');
  addDate(record, child(book, 'PubDate'));
  for (const list of children(book, 'AuthorList'))
    if (list.attributes['Type'] !== 'editors' && children(document, 'AuthorList').length === 0)
      addAuthorList(record, list);
}
