import type { Publication } from '../../domain/publication/publication.ts';
import { articleEntry, entryTypes, type EntryType } from './entry-types.ts';
import { bibtexNames, bibtexNativeAuthors } from './bibtex-name.ts';
import { richToLatex, toBibtexTitle } from './bibtex-title.ts';
import { citationNotes } from '../record/citation-notes.ts';
import {
  abstractText,
  containerTitle,
  nonEmpty,
  isArticle,
  issns,
  mainAbstract,
  pagination,
  publisher,
  readingUrl,
  statusPrefix,
  type CitedPublication,
} from '../record/cited-publication.ts';
import { detailNotes } from '../record/detail-notes.ts';
import { textDetail, type DetailField } from '../record/details.ts';
import { fundingNotes, translatedTitleNotes, trialNotes } from '../record/field-notes.ts';
import { languageName } from '../record/language-names.ts';
import {
  annoteSeparator,
  bookTitle,
  formatEntry,
  keywordList,
  pageRange,
  verbatim,
  type EntryField,
} from './entry-text.ts';
import { toLatex, toUnicodeLatex, type LatexEncoder } from '../latex/write-latex.ts';
import { shortMonthNames } from '../../domain/dates/month-names.ts';

/**
 * Formats BibTeX that old styles and biblatex can read. `nativeauthor` holds the authors' names in other scripts, in
 * the order of `author`; an author without one has the Latin name there. `day` holds the day of publication.
 */
export function toBibtexEntry(cited: CitedPublication): string {
  const { publication, context } = cited;
  const kind = isArticle(cited) ? articleEntry : entryType(publication);
  const [issn, eissn] = issns(cited);
  const { year, month, day } = publication.published;
  const publisherName = text(publisher(cited));
  const container = text(containerTitle(cited));
  const number = numberOf(publication, kind);
  const fields: EntryField[] = [
    ['author', bibtexNames(publication.contributions)],
    ['nativeauthor', bibtexNativeAuthors(publication)],
    ['title', bibtexTitle(cited)],
    [
      kind.container,
      kind.container === 'booktitle'
        ? bookTitle(container ?? (kind.entry === 'inproceedings' ? text(publication.event?.name) : undefined))
        : container,
    ],
    ['shortjournal', kind === articleEntry ? text(context.journal?.abbreviation) : undefined],
    [
      container && kind.publisher === kind.container ? 'publisher' : kind.publisher,
      publisherName === container && !isPrinted(kind.container) ? undefined : publisherName,
    ],
    ['address', text(publication.place)],
    ['editor', bibtexNames(publication.editors)],
    ['translator', bibtexNames(publication.translators)],
    // Styles print "PhD thesis" for @phdthesis without a type.
    [
      'type',
      kind.entry === 'phdthesis' && publication.thesis?.kind !== 'doctoral' ? thesisType(publication) : undefined,
    ],
    ['eventtitle', text(publication.event?.name)],
    ['venue', text(publication.event?.place)],
    ['eventdate', textDetail(publication, 'eventDate')],
    ['series', text(publication.series)],
    ['origtitle', text(publication.originalTitle)],
    ['year', String(year)],
    ['month', month === undefined ? undefined : shortMonthNames[month - 1]?.toLowerCase()],
    ['day', day === undefined ? undefined : String(day)],
    ['volume', text(publication.volume)],
    ['number', text(number && publication[number])],
    ['issue', number === 'issue' ? undefined : text(publication.issue)],
    ['chapter', text(publication.chapter)],
    ['edition', text(publication.edition)],
    ['version', text(publication.version)],
    ['pages', pageRange(publication) ?? text(pagination(cited))],
    ['pagetotal', text(publication.pagesTotal)],
    ['eid', publication.pages ? text(publication.articleNumber) : undefined],
    ['doi', verbatim(publication.doi)],
    ['url', verbatim(readingUrl(cited))],
    ['urldate', textDetail(publication, 'accessed')],
    ['eprint', verbatim(publication.arxiv)],
    ['archiveprefix', publication.arxiv ? 'arXiv' : undefined],
    ['issn', text(issn)],
    ['eissn', text(eissn)],
    ['isbn', text(publication.isbn)],
    ['pmid', text(publication.pmid)],
    ['pmcid', text(publication.pmcid)],
    // Zotero reads the first, pandoc and biblatex the second.
    ['language', text(languageName(publication.lang))],
    ['langid', text(languageName(publication.lang))],
    // No usual style prints these. Reference managers read letters as they are, and misread `$\leq$` as `łeq`.
    ['abstract', toUnicodeLatex(abstractText(mainAbstract(cited), ' ') ?? '')],
    ['keywords', keywordList(publication, toUnicodeLatex)],
    ['copyright', text(publication.copyright)],
    ['note', text(notes(cited, kind))],
    // Styles print `note`, and not `annote`. Reference managers show `annote` as a note, and lose fields with names of our own.
    ['annote', annotation(publication, number)],
  ];
  return formatEntry(kind.entry, publication, fields);
}

/** A master's thesis has an entry type of its own. */
const entryType = ({ type, thesis }: Publication): EntryType =>
  type === 'thesis' && thesis?.kind === 'master' ? { ...entryTypes.thesis, entry: 'mastersthesis' } : entryTypes[type];

const thesisType = (publication: Publication): string | undefined =>
  text(textDetail(publication, 'thesisKind') ?? 'Thesis');

/** The title after the status, with braces around capitals to keep. */
export function bibtexTitle(cited: CitedPublication, encode?: LatexEncoder): string {
  const { title, lang, abstracts } = cited.publication;
  const own = abstracts.find((abstract) => abstract.lang === lang);
  return toBibtexTitle(title, {
    lang,
    text: abstractText(own, ' ') ?? '',
    prefix: statusPrefix(cited.publication),
    ...(encode ? { encode } : {}),
  });
}

/** True for the field of a journal or book, which may have the name of its publisher. */
const isPrinted = (field: string): boolean => field === 'journal' || field === 'booktitle';

/** `number` is the issue of an article, the number of a report, and else the number in the series. */
function numberOf({ series, seriesNumber }: Publication, { entry }: EntryType): HeldNumber | undefined {
  if (entry === 'article') return 'issue';
  if (entry === 'techreport') return 'number';
  if (entry === 'misc') return undefined;
  return series !== undefined && seriesNumber !== undefined ? 'seriesNumber' : undefined;
}

type HeldNumber = 'issue' | 'number' | 'seriesNumber';

/** What the usual fields have no place for, one note in each line. */
function annotation(publication: Publication, number: HeldNumber | undefined): string {
  const { entry } = entryType(publication);
  const held: readonly DetailField[] = [
    ...withField,
    ...(number === undefined || number === 'issue' ? [] : [number]),
    // The note of @misc is printed, and has its number.
    ...(entry === 'misc' ? (['number'] as const) : []),
    ...(publication.type === 'thesis' ? (['thesisKind'] as const) : []),
  ];
  return [
    ...[...trialNotes(publication), ...fundingNotes(publication), ...detailNotes(publication, held)].map(
      toUnicodeLatex,
    ),
    ...translatedTitleNotes(publication, (title) => richToLatex(title, toUnicodeLatex)),
  ].join(annoteSeparator);
}

/** Details that BibTeX or biblatex has a field for, but for those of biblatex that Zotero does not read: they are notes too. */
const withField = [
  ...(['editors', 'translators', 'series', 'place', 'edition', 'chapter', 'pagesTotal', 'version'] as const),
  ...(['accessed', 'eventName'] as const),
] as const satisfies DetailField[];

function notes(cited: CitedPublication, kind: EntryType): string {
  const words = citationNotes(cited);
  const number = kind.entry === 'misc' ? (cited.publication.number ? [`Number: ${cited.publication.number}`] : []) : [];
  return [...(kind.note ? [kind.note] : []), ...number, ...words].map((note) => note.replace(/\.$/, '')).join('. ');
}

const text = (value: string | undefined): string | undefined =>
  nonEmpty(value) === undefined ? undefined : toLatex(value ?? '');
