import { formatPages } from '../../domain/publication/page-range.ts';
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
import { languageName } from '../record/language-names.ts';
import { toLatex } from '../latex/write-latex.ts';

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
  const officeNote = officeSummary && `${officeLabel}: ${officeSummary}`;
  const fields: Field[] = [
    ['author', bibtexNames(publication.contributions)],
    ['nativeauthor', bibtexNativeAuthors(publication)],
    ['title', bibtexTitle(cited)],
    ['translatedtitle', Object.values(publication.titles).map(richToLatex).join(' / ')],
    [kind.container, container ?? (kind.entry === 'inproceedings' ? text(publication.event?.name) : undefined)],
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
    ['pages', pages(cited)],
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
    ['abstract', text(abstractText(mainAbstract(cited), ' '))],
    ['keywords', keywords(publication.keywords)],
    ['copyright', text(publication.copyright)],
    ['note', text(notes(cited, kind))],
    // Styles print a note, and no annotation.
    ['annote', text(officeNote)],
  ];
  return `@${kind.entry}{${citationKey(publication)},\n${formatFields(fields)}\n}\n`;
}

/** A master's thesis has an entry type of its own. */
const entryType = ({ type, thesis }: Publication): EntryType =>
  type === 'thesis' && thesis?.kind === 'master' ? { ...entryTypes.thesis, entry: 'mastersthesis' } : entryTypes[type];

const thesisType = (publication: Publication): string | undefined =>
  text(textDetail(publication, 'thesisKind') ?? 'Thesis');

/** The title after the status, with braces around capitals to keep. */
export function bibtexTitle(cited: CitedPublication): string {
  const { title, lang, abstracts } = cited.publication;
  const own = abstracts.find((abstract) => abstract.lang === lang);
  return toBibtexTitle(title, { lang, text: abstractText(own, ' ') ?? '', prefix: statusPrefix(cited.publication) });
}

/** Formats the fields that have a value, aligned. Of two fields with the same name the first is used. */
function formatFields(fields: readonly Field[]): string {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const [name, value] of fields) {
    if (!value || seen.has(name)) continue;
    seen.add(name);
    lines.push(`  ${name.padEnd(15)} = ${name === 'month' ? value : `{${value}}`}`);
  }
  return lines.join(',\n');
}

/**
 * `number` is the issue of an article, the number of a report or patent, and else the number in the series. What it does
 * not hold is in a field of its own.
 */
function numberFields({ issue, number, series, seriesNumber }: Publication, { entry }: EntryType): readonly Field[] {
  const holds =
    entry === 'article' ? 'issue' : entry === 'techreport' || entry === 'misc' ? 'number' : series ? 'series' : 'issue';
  return [
    [holds === 'issue' ? 'number' : 'issue', text(issue)],
    [holds === 'number' ? 'number' : 'documentnumber', text(number)],
    [holds === 'series' ? 'number' : 'seriesnumber', text(seriesNumber)],
  ];
}

/** A range has two hyphens, which LaTeX prints as a dash. */
function pages(cited: CitedPublication): string | undefined {
  const { pages: range } = cited.publication;
  return range?.first ? toLatex(formatPages(range)).replaceAll('-', '--') : text(pagination(cited));
}

/**
 * A keyword that holds a comma or semicolon is in braces, because these separate keywords. One in braces that stands alone
 * has two pairs, because some programs put a whole list into braces.
 */
function keywords(words: readonly string[]): string {
  const all = words.map((word) => (/[,;،؛]/.test(word) ? `{${toLatex(word)}}` : toLatex(word)));
  return all.length === 1 && all[0]!.startsWith('{') ? `{${all[0]!}}` : all.join(', ');
}

function notes(cited: CitedPublication, kind: EntryType): string {
  const words = citationNotes(cited);
  return [...(kind.note ? [kind.note] : []), ...words].map((note) => note.replace(/\.$/, '')).join('. ');
}

/**
 * Identifiers and addresses are never escaped. Only characters that could end the field, or that LaTeX removes even in
 * a verbatim field, are percent-encoded. The address means the same.
 */
function verbatim(value: string | undefined): string | undefined {
  const line = nonEmpty(value)?.toWellFormed().trim();
  return line && /[{}\\%\s\0-\x1f\x7f-\x9f]/.test(line) ? encodeVerbatim(line) : line;
}

function encodeVerbatim(line: string): string {
  // In an address, which is already percent-encoded, `%` begins a code. In a DOI it is a normal character.
  const codes = /^[a-z][a-z0-9+.-]*:/i.test(line)
    ? /[{}\\\s\0-\x1f\x7f-\x9f]|%(?![0-9a-f]{2})/gi
    : /[{}\\%\s\0-\x1f\x7f-\x9f]/g;
  return line.replace(codes, encodeURIComponent);
}

/** The citation key in ASCII: accents are removed, and characters of other scripts become code points. */
function citationKey({ citekey, slug }: Publication): string {
  if (/^[A-Za-z0-9:_.+-]+$/.test(citekey)) return citekey;
  const ascii = citekey
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, '-')
    .replace(/[^A-Za-z0-9:_.+-]/gu, (character) =>
      character > '\x7f' ? `u${character.codePointAt(0)?.toString(16)}` : '',
    );
  return ascii || slug;
}

const text = (value: string | undefined): string | undefined =>
  nonEmpty(value) === undefined ? undefined : toLatex(value ?? '');

const monthMacros = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

type Field = readonly [name: string, value: string | undefined];
