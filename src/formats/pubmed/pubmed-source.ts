import { placeDates } from '../record/foreign-date.ts';
import { placePagination } from '../record/pagination.ts';
import { addPubmedAuthors } from './pubmed-authors.ts';
import { child, children, fieldOf, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, place, type RecordSketch } from '../record/record-sketch.ts';
import { markupOf } from '../record/xml-markup.ts';

/** Where and when it appeared: the journal and its issue, or the book. */
export function placePubmedSource(
  sketch: RecordSketch,
  citation: XmlElement | undefined,
  article: XmlElement | undefined,
): void {
  if (citation?.name === 'BookDocument') placeBook(sketch, citation);
  else placeJournal(sketch, citation, article);
}

function placeJournal(sketch: RecordSketch, citation: XmlElement | undefined, article: XmlElement | undefined): void {
  const journal = child(article, 'Journal');
  const issue = child(journal, 'JournalIssue');
  const put = (slot: 'container' | 'abbreviation' | 'volume' | 'issue', element: XmlElement | undefined): void => {
    if (element) place(sketch, slot, fieldOf(element));
  };
  put('container', child(journal, 'Title'));
  const short = child(journal, 'ISOAbbreviation') ?? child(citation, 'MedlineJournalInfo', 'MedlineTA');
  if (textOf(short) !== sketch.container) put(sketch.container === undefined ? 'container' : 'abbreviation', short);
  put('volume', child(issue, 'Volume'));
  put('issue', child(issue, 'Issue'));
  for (const issn of children(journal, 'ISSN'))
    place(sketch, issn.attributes['IssnType'] === 'Electronic' ? 'eissn' : 'issn', fieldOf(issn));
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
  const slashed = /^\d{4} \d{1,2}(?: \d{1,2})?$/.test(value) ? value.replace(/ /g, '/') : value;
  placeDates(sketch, [fieldOf(date, 'PubDate', slashed)]);
}

function placeBook(sketch: RecordSketch, document: XmlElement): void {
  const book = child(document, 'Book');
  const put = (
    slot: 'container' | 'publisher' | 'isbn' | 'volume' | 'title',
    element: XmlElement | undefined,
  ): void => {
    if (element)
      place(sketch, slot, fieldOf(element, element.name, slot === 'title' ? markupOf(element) : textOf(element)));
  };
  put(sketch.title === undefined ? 'title' : 'container', child(book, 'BookTitle'));
  put('publisher', child(book, 'Publisher', 'PublisherName'));
  put('volume', child(book, 'Volume'));
  for (const isbn of children(book, 'Isbn')) put('isbn', isbn);
  for (const name of ['CollectionTitle', 'Edition', 'Medium', 'ReportNumber'])
    for (const found of children(book, name)) reportUnplaced(sketch, fieldOf(found), 'no place');
  if (book)
    reportUnplaced(
      sketch,
      fieldOf(book, 'PublisherLocation', textOf(child(book, 'Publisher', 'PublisherLocation'))),
      'database',
    );
  placeDate(sketch, child(book, 'PubDate'));
  for (const list of children(book, 'AuthorList'))
    if (list.attributes['Type'] !== 'editors' && children(document, 'AuthorList').length === 0)
      addPubmedAuthors(sketch, list);
}
