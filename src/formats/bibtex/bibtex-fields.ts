import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { readForeignDate } from '../record/foreign-date.ts';
import { entryTypes } from './bibtex-types.ts';
import { readBibtexAuthors, splitOutside } from './bibtex-authors.ts';
import { addLanguage } from '../record/foreign-language.ts';
import { addPagination } from '../record/pagination.ts';
import type { BibtexEntry, BibtexField } from './bibtex-syntax.ts';
import { latexToContent, latexToPlain } from '../latex/read-latex.ts';
import { addScopusFunding } from '../scopus/scopus-funding.ts';
import { addWosFunding, setWosOpenAccess } from '../wos/wos-values.ts';
import { reportUnplaced, setText, type MutableRecord, type TextField } from '../record/mutable-record.ts';

/** Adds a field that needs no other field. `has` tests if the entry has a field of this name. */
export function addBibtexField(record: MutableRecord, field: DecodedField, has: (name: string) => boolean): void {
  // Older exports of Web of Science have a space in place of the hyphen.
  const name = field.name.replaceAll(' ', '-');
  const target = textFields.get(name);
  if (target) setText(record, target, field);
  else if (Object.hasOwn(readers, name)) readers[name]?.(record, field, has);
  else if (!readLater.has(name)) reportUnplaced(record, field, databaseFields.has(name) ? 'database' : 'no place');
}

/** A field with its LaTeX source and its plain text. */
export interface DecodedField extends BibtexField {
  readonly value: string;
}

export interface DecodedEntry extends BibtexEntry {
  readonly fields: readonly DecodedField[];
}

export const decodeField = (field: BibtexField): DecodedField => ({ ...field, value: latexToPlain(field.source) });

type FieldReader = (record: MutableRecord, field: DecodedField, has: (name: string) => boolean) => void;

const addVerbatim =
  (target: TextField): FieldReader =>
  (record, field) => {
    const inner = field.source.replace(/\\(?:url|path|href)\s*(?=\{)/g, '').replace(/^\{+/, '');
    const value = trimEndOf(inner, /\}/)
      .replace(/\{?\\([_%&#$~^{}])\}?(?:\{\})?/g, '$1')
      .trim();
    if (target === 'url' && record.url !== undefined && record.url !== value) record.links.push({ url: value });
    else setText(record, target, { ...field, value });
  };

const addKeywords: FieldReader = (record, field, has) => {
  const { source } = field;
  // In Scopus `author_keywords` are the authors' keywords, and `keywords` are added by Scopus.
  if (field.name === 'keywords' && has('author_keywords')) {
    reportUnplaced(record, field, 'no place');
    return;
  }
  const bare = isOneGroup(source) ? source.slice(1, -1) : source;
  const commas = splitOutside(bare, 'comma');
  // IEEE writes no space after a semicolon. The character references of HTML end in one too.
  const isSpaced = commas.length > 1 || /&[#\w]+;/.test(bare);
  const semicolons = splitOutside(bare, isSpaced ? 'spacedSemicolon' : 'semicolon');
  for (const word of semicolons.length > 1 && semicolons.length >= commas.length ? semicolons : commas) {
    const keyword = latexToPlain(word);
    if (keyword !== '' && !record.keywords.includes(keyword)) record.keywords.push(keyword);
  }
};

const isOneGroup = (source: string): boolean => /^\{[^{}]*\}$/.test(source.trim()) && !/,/.test(source);

const addNames =
  (target: 'editors' | 'translators' | 'seriesEditors' | 'advisors'): FieldReader =>
  (record, field) => {
    const { authors, numbers } = readBibtexAuthors(field.source);
    for (const author of authors) record[target].push(author);
    for (const value of numbers) reportUnplaced(record, { ...field, value }, 'database');
  };

/** What `number` is: the issue of an article, the number of a document, or the number in a series. */
function numberTarget(entry: string, has: (name: string) => boolean): 'issue' | 'number' | 'seriesNumber' {
  const type = entryTypes.get(entry);
  if (type === 'article' || has('journal') || has('journaltitle')) return 'issue';
  if (type === 'thesis') return has('series') ? 'seriesNumber' : 'number';
  if (type === 'book' || type === 'chapter' || type === 'conference-paper')
    return has('series') ? 'seriesNumber' : 'issue';
  return 'number';
}

const addAbbreviation: FieldReader = (record, field) => {
  if (field.value !== record.container) setText(record, 'abbreviation', field);
};

const readers: Readonly<Record<string, FieldReader>> = {
  doi: addVerbatim('doi'),
  url: addVerbatim('url'),
  pdf: (record, { source }) => {
    record.links.push({ rel: 'pdf', url: source.trim() });
  },
  keywords: addKeywords,
  keyword: addKeywords,
  author_keywords: addKeywords,
  // Calibre and Qiqqa.
  tags: addKeywords,
  language: addLanguage,
  langid: addLanguage,
  hyphenation: addLanguage,
  // biblatex manual, 2.3.11: `number` is the number of an issue; `issue` is a name, such as "Spring".
  issue: (record, field, has) =>
    has('number') && numberTarget(record.kind ?? '', has) === 'issue'
      ? reportUnplaced(record, field, 'second value')
      : setText(record, 'issue', field),
  abstract: (record, field) => {
    if (record.abstracts.length > 0) reportUnplaced(record, field, 'second value');
    else if (field.value !== '') record.abstracts.push({ sections: [{ text: field.value }] });
  },
  pages: (record, field) =>
    addPagination(record, field, latexToPlain(field.source.replace(/\s+/g, ' ').replace(/ ?-{1,3} ?/g, '-'))),
  translatedtitle: (record, { source }) => {
    for (const title of source.split(' / ')) record.titles.push({ text: latexToContent(title) });
  },
  howpublished: (record, field) => {
    const address = /^\s*\\url\{([^{}]*)\}\s*$|^(https?:\S+)$/.exec(field.source);
    if (address) setText(record, 'url', field, address[1] ?? address[2]);
    else if (
      /^(?:preprint|(?:phd |doctoral |master'?s? )?(?:thesis|dissertation)|poster|online|web ?page|software|patent|manunpub|mansub|maninprep)$/i.test(
        field.value,
      )
    )
      reportUnplaced(record, field, 'no place');
    else setText(record, 'container', field);
  },
  editor: addNames('editors'),
  translator: addNames('translators'),
  serieseditor: addNames('seriesEditors'),
  advisor: addNames('advisors'),
  supervisor: addNames('advisors'),
  containerdoi: addVerbatim('containerDoi'),
  number: (record, field, has) => setText(record, numberTarget(record.kind ?? '', has), field),
  urldate: (record, field) => {
    const found = readForeignDate(field.value);
    if (found) setText(record, 'accessed', field, formatPartialDate(found.date));
    if (found?.rest !== undefined || !found) reportUnplaced(record, field, found ? 'no place' : 'unreadable');
  },
  oa: setWosOpenAccess,
  'funding-acknowledgement': addWosFunding,
  eventdate: (record, field) => {
    const dates = field.value.split('/').map((part) => readForeignDate(part)?.date);
    const known = dates.flatMap((date) => (date ? [formatPartialDate(date)] : []));
    if (known.length !== dates.length) reportUnplaced(record, field, 'unreadable');
    else setText(record, 'eventDate', field, [...new Set(known)].join('/'));
  },
  volume: (record, field) => {
    // Frontiers: `Volume 16 - 2025`.
    setText(record, 'volume', field, /^Volume (\d+) - \d{4}$/.exec(field.value)?.[1]);
  },
  address: (record, field, has) => {
    // Web of Science has the street of the publisher here.
    if (has('unique-id')) reportUnplaced(record, field, 'database');
    else setText(record, 'place', field);
  },
  funding_details: addScopusFunding,
  shortjournal: (record, field) => setText(record, 'abbreviation', field),
  abbrev_source_title: addAbbreviation,
  'journal-iso': addAbbreviation,
};

const textFields: ReadonlyMap<string, TextField> = new Map([
  ['edition', 'edition'],
  ['location', 'place'],
  ['seriesnumber', 'seriesNumber'],
  ['documentnumber', 'number'],
  ['chapter', 'chapter'],
  ['version', 'version'],
  ['pagetotal', 'pagesTotal'],
  ['origtitle', 'originalTitle'],
  ['eventtitle', 'eventName'],
  ['venue', 'eventPlace'],
  ['printeddate', 'printedDate'],
  ['eid', 'articleNumber'],
  ['art_number', 'articleNumber'],
  ['article-number', 'articleNumber'],
  ['articleno', 'articleNumber'],
  ['pmid', 'pmid'],
  ['pubmed_id', 'pmid'],
  ['pubmedid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['copyright', 'copyright'],
]);

/** Fields that `readBibtexEntry` reads after all others. */
const readLater: ReadonlySet<string> = new Set(
  'title subtitle shorttitle author nativeauthor journal journaltitle journalsubtitle booktitle booksubtitle booktitleaddon journaltitleaddon maintitle publisher school institution organization series date year month day issn eissn isbn eprint eprinttype archiveprefix note annote annotation type document_type entrysubtype early-access-date earlyaccessdate affiliation affiliations correspondence_address correspondence_address1 orcid-numbers author+an author+an:orcid'.split(
    ' ',
  ),
);

/** Internal fields of reference managers. */
const databaseFields: ReadonlySet<string> = new Set(
  'file groups owner timestamp creationdate modificationdate priority ranking readstatus printed qualityassured relevance keywords+ source coden added-at biburl interhash intrahash date-added date-modified bdsk-url-1 bdsk-url-2 bdsk-file-1 mendeley-groups mendeley-tags __markedentry comment review citationkey unique-id usage-count-last-180-days usage-count-since-2013 times-cited doc-delivery-number number-of-cited-references da researcherid-numbers web-of-science-categories web-of-science-index research-areas author-email'.split(
    ' ',
  ),
);
