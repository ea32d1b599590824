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
import { officeLabel } from '../record/detail-notes.ts';
import { listDetail, textDetail } from '../record/details.ts';
import { fundingNotes, trialNotes } from '../record/field-notes.ts';
import { languageName } from '../record/language-names.ts';
import { bookTitle, formatEntry, keywordList, pageRange, verbatim, type EntryField } from './entry-text.ts';
import { toLatex, toUnicodeLatex, type LatexEncoder } from '../latex/write-latex.ts';

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
  const officeSummary = textDetail(publication, 'officeSummary');
  const officeNotes = officeSummary === undefined ? [] : [`${officeLabel}: ${officeSummary}`];
  const fields: EntryField[] = [
    ['author', bibtexNames(publication.contributions)],
    ['nativeauthor', bibtexNativeAuthors(publication)],
    ['title', bibtexTitle(cited)],
    [
      'translatedtitle',
      Object.values(publication.titles)
        .map((title) => richToLatex(title))
        .join(' / '),
    ],
    [
      kind.container,
      kind.container === 'booktitle'
        ? bookTitle(container ?? (kind.entry === 'inproceedings' ? text(publication.event?.name) : undefined))
        : container,
    ],
    ['shortjournal', kind === articleEntry ? text(context.journal?.abbreviation) : undefined],
    [
      container && kind.publisher === kind.container ? 'publisher' : kind.publisher,
      publisherName === container ? undefined : publisherName,
    ],
    ['address', text(publication.place)],
    ['editor', bibtexNames(publication.editors)],
    ['translator', bibtexNames(publication.translators)],
    ['serieseditor', bibtexNames(publication.seriesEditors)],
    ['advisor', bibtexNames(listDetail(publication, 'advisors'))],
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
    ['month', month === undefined ? undefined : monthMacros[month - 1]],
    ['day', day === undefined ? undefined : String(day)],
    ['printeddate', textDetail(publication, 'printedDate')],
    ['early-access-date', textDetail(publication, 'online')],
    ['volume', text(publication.volume)],
    ...numberFields(publication, kind),
    ['chapter', text(publication.chapter)],
    ['edition', text(publication.edition)],
    ['version', text(publication.version)],
    ['pages', pageRange(publication) ?? text(pagination(cited))],
    ['pagetotal', text(publication.pagesTotal)],
    ['eid', publication.pages ? text(publication.articleNumber) : undefined],
    ['doi', verbatim(publication.doi)],
    ['containerdoi', verbatim(publication.containerDoi)],
    ['url', verbatim(readingUrl(cited))],
    ['urldate', textDetail(publication, 'accessed')],
    ['eprint', verbatim(publication.arxiv)],
    ['archiveprefix', publication.arxiv ? 'arXiv' : undefined],
    ['issn', text(issn)],
    ['eissn', text(eissn)],
    ['isbn', text(publication.isbn)],
    ['pmid', text(publication.pmid)],
    ['pmcid', text(publication.pmcid)],
    ['language', text(languageName(publication.lang))],
    // No usual style prints these. Programs that collect them read letters, and misread `$\leq$` as `łeq`.
    ['abstract', toUnicodeLatex(abstractText(mainAbstract(cited), ' ') ?? '')],
    ['keywords', keywordList(publication, toUnicodeLatex)],
    ['copyright', text(publication.copyright)],
    ['note', text(notes(cited, kind))],
    // Styles print a note, and no annotation.
    ['annote', text([...trialNotes(publication), ...fundingNotes(publication), ...officeNotes].join('. '))],
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

/**
 * `number` is the issue of an article, the number of a report or patent, and else the number in the series. What it does
 * not hold is in a field of its own.
 */
function numberFields(
  { issue, number, series, seriesNumber }: Publication,
  { entry }: EntryType,
): readonly EntryField[] {
  const holds =
    entry === 'article' ? 'issue' : entry === 'techreport' || entry === 'misc' ? 'number' : series ? 'series' : 'issue';
  return [
    [holds === 'issue' ? 'number' : 'issue', text(issue)],
    [holds === 'number' ? 'number' : 'documentnumber', text(number)],
    [holds === 'series' ? 'number' : 'seriesnumber', text(seriesNumber)],
  ];
}

function notes(cited: CitedPublication, kind: EntryType): string {
  const words = citationNotes(cited);
  return [...(kind.note ? [kind.note] : []), ...words].map((note) => note.replace(/\.$/, '')).join('. ');
}

const text = (value: string | undefined): string | undefined =>
  nonEmpty(value) === undefined ? undefined : toLatex(value ?? '');

const monthMacros = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
