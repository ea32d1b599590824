import { formatPages } from '../../domain/publication/page-range.ts';
import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import type { Publication } from '../../domain/publication/publication.ts';
import { bibtexNames, writtenName } from '../bibtex/bibtex-name.ts';
import {
  annoteSeparator,
  bookTitle,
  formatEntry,
  keywordList,
  pageRange,
  verbatim,
  type EntryField,
} from '../bibtex/entry-text.ts';
import { richToLatex } from '../bibtex/bibtex-title.ts';
import { bibtexTitle } from '../bibtex/write-bibtex.ts';
import { toUnicodeLatex } from '../latex/write-latex.ts';
import { citationNotes, nativeNamesNote } from '../record/citation-notes.ts';
import {
  abstractText,
  containerTitle,
  issns,
  journalAbbreviation,
  mainAbstract,
  nonEmpty,
  publisher,
  readingUrl,
  type CitedPublication,
} from '../record/cited-publication.ts';
import { detailNotes } from '../record/detail-notes.ts';
import { textDetail, type DetailField } from '../record/details.ts';
import { fieldNote, fundingNotes, translatedTitleNotes, trialNotes } from '../record/field-notes.ts';
import { languageName } from '../record/language-names.ts';
import { biblatexType, isAllowed, type BiblatexType } from './entry-types.ts';

/**
 * Formats an entry of biblatex in UTF-8 that `biber --tool --validate-datamodel` accepts without a warning. A field that biblatex
 * has no place for in an entry of this type is a line of `annote`, which is printed only in annotated
 * bibliographies.
 */
export function toBiblatexEntry(cited: CitedPublication): string {
  const { publication } = cited;
  const type = biblatexType(cited);
  const details = detailFields(publication, type);
  const places = containerFields(cited, type);
  const numbers = numberFields(cited, type);
  const kind = text(type.kind);
  return formatEntry(type.entry, publication, [
    ['author', bibtexNames(publication.contributions, toUnicodeLatex)],
    ['author+an:orcid', orcids(publication)],
    ['title', bibtexTitle(cited, toUnicodeLatex)],
    [isAllowed(type, 'type') ? 'type' : 'entrysubtype', kind],
    ...places.fields,
    ...details.map(([, name, value]): EntryField => [name, value]),
    ['date', formatPartialDate(publication.published)],
    ...numbers.fields,
    ['doi', verbatim(publication.doi)],
    ...eprint(publication),
    ['url', verbatim(readingUrl(cited))],
    // Not `language`, which Zotero reads: biblatex prints it in documents of another language, and has none for a patent.
    ['langid', text(languageName(publication.lang))],
    ['abstract', text(abstractText(mainAbstract(cited), ' '))],
    ['keywords', keywordList(publication, toUnicodeLatex)],
    [
      'note',
      citationNotes(cited)
        .map((note) => toUnicodeLatex(note.replace(/\.$/, '')))
        .join('. '),
    ],
    [
      // The other name that biblatex has for `annotation`; Zotero reads only this one.
      'annote',
      annotation(
        cited,
        [...places.notes, ...numbers.notes],
        [...details.map(([detail]) => detail), ...(type.entry === 'thesis' ? ['thesisKind' as const] : [])],
      ),
    ],
  ]);
}

/** The journal, book or repository and the publisher, in the fields of the type or as notes. */
function containerFields(cited: CitedPublication, type: BiblatexType): FieldsAndNotes {
  const container = nonEmpty(containerTitle(cited));
  const publisherName = publisher(cited);
  const shared = type.container !== undefined && type.container === type.publisher;
  // biblatex demands a book title of a conference paper. One that is the name of the congress is read as such.
  const congress = type.entry === 'inproceedings' ? nonEmpty(cited.publication.event?.name) : undefined;
  const inPlace = shared ? (container ?? publisherName) : (container ?? congress);
  // A journal or a book may have the name of its publisher.
  const repeated = type.container !== 'journaltitle' && type.container !== 'booktitle';
  const other = repeated && (publisherName === inPlace || publisherName === container) ? undefined : publisherName;
  const own = shared ? undefined : type.publisher;
  return {
    fields: [
      ...(type.container
        ? [[type.container, type.container === 'booktitle' ? bookTitle(text(inPlace)) : text(inPlace)] as const]
        : []),
      ['shortjournal', type.entry === 'article' ? text(journalAbbreviation(cited)) : undefined],
      ...(own ? [[own, text(other)] as const] : []),
    ],
    notes: [
      ...(type.container ? [] : fieldNote('Published in', inPlace)),
      ...(own ? [] : fieldNote('Publisher', other)),
    ],
  };
}

/** The details that biblatex has a field for in an entry of this type. */
function detailFields(
  publication: Publication,
  type: BiblatexType,
): readonly (readonly [DetailField, name: string, value: string | undefined])[] {
  const { series, seriesNumber, number, editors, translators } = publication;
  // `number` is the issue of an article, the number of a document, and else the number in the series.
  const ofDocument = type.entry === 'report' || type.entry === 'patent' || type.entry === 'dataset';
  const ofSeries = type.entry !== 'article' && !ofDocument && series !== undefined;
  const fields: readonly (readonly [DetailField, name: string, value: string | undefined])[] = [
    ['editors', 'editor', bibtexNames(editors, toUnicodeLatex)],
    ['translators', 'translator', bibtexNames(translators, toUnicodeLatex)],
    ['series', 'series', text(series)],
    ...(ofSeries ? ([['seriesNumber', 'number', text(seriesNumber)]] as const) : []),
    ...(ofDocument ? ([['number', 'number', text(number)]] as const) : []),
    ['place', 'location', text(publication.place)],
    ['edition', 'edition', text(publication.edition)],
    ['chapter', 'chapter', text(publication.chapter)],
    ['pagesTotal', 'pagetotal', text(publication.pagesTotal)],
    ['version', 'version', text(publication.version)],
    ['accessed', 'urldate', textDetail(publication, 'accessed')],
    ['eventName', 'eventtitle', text(publication.event?.name)],
    ['eventPlace', 'venue', text(publication.event?.place)],
    ['eventDate', 'eventdate', textDetail(publication, 'eventDate')],
  ];
  return fields.filter(([, name, value]) => value && (name === 'urldate' || isAllowed(type, name)));
}

function numberFields(cited: CitedPublication, type: BiblatexType): FieldsAndNotes {
  const { volume, issue, pages, articleNumber, isbn } = cited.publication;
  const [issn, eissn] = issns(cited);
  const numbers: readonly (readonly [name: string, value: string | undefined, notes: readonly string[]])[] = [
    // biber warns of a volume that is no integer, such as `12A`; biblatex has no other field for it, and prints it.
    ['volume', text(volume), fieldNote('Volume', volume)],
    [type.entry === 'article' ? 'number' : 'issue', text(issue), fieldNote('Issue', issue)],
    ['pages', pageRange(cited.publication, toUnicodeLatex), fieldNote('Pages', pages && formatPages(pages))],
    ['eid', text(articleNumber), fieldNote('Article number', articleNumber)],
    ['isbn', text(isbn), fieldNote('ISBN', isbn)],
    ['issn', text(issn), fieldNote('ISSN', issn)],
  ];
  return {
    fields: numbers.flatMap(([name, value]) => (isAllowed(type, name) ? [[name, value] as const] : [])),
    notes: [
      ...numbers.flatMap(([name, , notes]) => (isAllowed(type, name) ? [] : notes)),
      ...fieldNote('eISSN', eissn),
    ],
  };
}

/** biblatex has one identifier of an archive: of arXiv, else of PubMed. */
const eprint = ({ arxiv, pmid }: Publication): readonly EntryField[] => [
  ['eprint', verbatim(arxiv ?? pmid)],
  ['eprinttype', arxiv ? 'arxiv' : pmid && 'pubmed'],
];

function annotation(
  { publication }: CitedPublication,
  notes: readonly string[],
  written: readonly DetailField[],
): string {
  const native = nativeNamesNote(publication, writtenName);
  return [
    ...[
      ...notes,
      ...fieldNote('PMID', publication.arxiv && publication.pmid),
      ...fieldNote('PMCID', publication.pmcid),
      ...fieldNote('MeSH', publication.mesh.join(' ')),
      ...trialNotes(publication),
      ...fundingNotes(publication),
      ...detailNotes(publication, written),
      ...(native ? [native] : []),
      ...fieldNote('Copyright', publication.copyright),
    ].map(toUnicodeLatex),
    ...translatedTitleNotes(publication, (title) => richToLatex(title, toUnicodeLatex)),
  ].join(annoteSeparator);
}

/** `1="0000-0002-1825-0097"; 3="…"`: annotations of names by their positions (biblatex manual, 3.7.2). */
const orcids = ({ contributions }: Publication): string =>
  contributions.flatMap(({ orcid }, index) => (orcid ? [`${index + 1}="${orcid}"`] : [])).join('; ');

const text = (value: string | undefined): string | undefined =>
  nonEmpty(value) === undefined ? undefined : toUnicodeLatex(value ?? '');

interface FieldsAndNotes {
  readonly fields: readonly EntryField[];
  readonly notes: readonly string[];
}
