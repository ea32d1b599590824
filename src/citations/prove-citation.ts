import { isGroup, type PersonName } from '../domain/person-name.ts';
import { formatPartialDate, type PartialDate } from '../domain/partial-date.ts';
import type { Contribution, PageRange, PublicationStatus } from '../domain/publication.ts';
import { parseRichText, richTextToPlain } from '../domain/rich-text.ts';
import type { CitationFormatId } from '../domain/site-file.ts';
import { latinName } from './bibtex-name.ts';
import { statusOf } from './citation-notes.ts';
import {
  abstractText,
  containerTitle,
  isArticle,
  issns,
  mainAbstract,
  nativeNames,
  pagination,
  publisher,
  readingUrl,
  type CitedPublication,
} from './cited-publication.ts';
import { toCslTitle } from './csl-item.ts';
import { languageName, marcLanguage } from './languages.ts';
import { toLatex } from './latex.ts';
import { oneLine } from './one-line.ts';
import { formatPersonName } from './person-name-text.ts';

/** What a reader of a format finds in a record, as far as it is compared. */
export interface ReadCitation {
  /** `content`: titles are in the notation of content files. */
  readonly markup: 'plain' | 'content';
  readonly title?: string;
  readonly titles: readonly { readonly text: string }[];
  readonly authors: readonly { readonly name: string; readonly group: boolean }[];
  readonly container?: string;
  readonly publisher?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: PageRange;
  readonly articleNumber?: string;
  readonly published?: PartialDate;
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly arxiv?: string;
  readonly isbn?: string;
  readonly issn?: string;
  readonly eissn?: string;
  readonly url?: string;
  readonly lang?: string;
  readonly keywords: readonly string[];
  readonly mesh: readonly string[];
  readonly abstracts: readonly { readonly sections: readonly { readonly text: string }[] }[];
  readonly status?: PublicationStatus;
}

/** A field that came back otherwise than it was written. */
export interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** Compares what was read back from a format with the record, letter by letter after the format's own rules. */
export function proveCitation(
  cited: CitedPublication,
  format: Exclude<CitationFormatId, 'csv'>,
  records: readonly ReadCitation[],
): readonly Difference[] {
  const [record] = records;
  if (!record || records.length > 1) return [{ field: 'record', expected: '1', found: String(records.length) }];
  const rules = formatRules[format];
  const written = expectedFields(cited, rules);
  const read = readFields(record, rules);
  return Object.entries(written).flatMap(([field, expected]) => {
    if (expected === undefined || rules.without(field, cited)) return [];
    const found = read[field] ?? '';
    const fold = folds(rules)[field] ?? ((text: string) => rules.fold(oneLine(text)));
    return found === expected || fold(found) === fold(expected) ? [] : [{ field, expected, found }];
  });
}

/** Of fields that are lists, and of numbers that are written in several ways. */
const folds = (rules: FormatRules): Readonly<Record<string, (text: string) => string>> => ({
  authors: rules.foldNames,
  'native names': rules.fold,
  'translated title': rules.fold,
  keywords: rules.foldKeywords,
  isbn: (text) => text.replace(/[-\s]/g, ''),
  doi: unescapeAddress,
  url: unescapeAddress,
});

/** What could end a field of BibTeX stands there percent-encoded. */
const unescapeAddress = (text: string): string => oneLine(text).replace(/%(?:7B|7D|25|5C)/gi, decodeURIComponent);

/** How a format writes, where it differs from the record. */
interface FormatRules {
  /** What its signs cannot tell apart. */
  readonly fold: (text: string) => string;
  /** The same for names. */
  readonly foldNames: (text: string) => string;
  readonly foldKeywords: (text: string) => string;
  /** Fields that it has no place for. */
  readonly without: (field: string, cited: CitedPublication) => boolean;
  readonly author: (contribution: Contribution) => string;
  /** Whether a group is told from a person. */
  readonly tellsGroups: boolean;
  /** What it says of a language. */
  readonly language: (tag: string) => string | undefined;
  readonly label: (label: string) => string;
  readonly between: string;
  readonly title: (cited: CitedPublication['publication']['title']) => string;
}

type Fields = Readonly<Record<string, string | undefined>>;

function expectedFields(cited: CitedPublication, rules: FormatRules): Fields {
  const { publication } = cited;
  const house = publisher(cited);
  const container = containerTitle(cited);
  return {
    title: withoutStatus(rules.title(publication.title)),
    'translated title': list(Object.values(publication.titles).map(richTextToPlain)),
    authors: list(
      publication.contributions.map((one) => marked(rules.author(one), rules.tellsGroups && isGroup(one.name))),
    ),
    journal: isArticle(cited) ? container : undefined,
    container: isArticle(cited) ? undefined : container,
    publisher: house === container ? undefined : house,
    published: formatPartialDate(publication.published),
    volume: publication.volume,
    issue: publication.issue,
    pages: fullRange(pagination(cited) ?? '') || undefined,
    doi: publication.doi,
    pmid: publication.pmid,
    pmcid: publication.pmcid,
    arxiv: publication.arxiv,
    isbn: publication.isbn,
    issn: issns(cited).join(' ') || undefined,
    url: readingUrl(cited),
    language: rules.language(publication.lang),
    keywords: list(publication.keywords),
    mesh: list(publication.mesh),
    abstract: abstractText(mainAbstract(cited), rules.between, rules.label),
    status: statusOf(publication),
  };
}

function readFields(record: ReadCitation, rules: FormatRules): Fields {
  const { pages, published } = record;
  const plain = (title: string): string =>
    record.markup === 'content' ? richTextToPlain(parseRichText(title, () => '').text) : title;
  const container = record.container ?? record.publisher;
  return {
    title: withoutStatus(plain(record.title ?? '')),
    'translated title': list(record.titles.map(({ text }) => plain(text))),
    authors: list(record.authors.map(({ name, group }) => marked(name, rules.tellsGroups && group))),
    journal: record.container,
    container,
    publisher: record.publisher,
    published: published && formatPartialDate(published),
    volume: record.volume,
    issue: record.issue,
    pages: fullRange(pages ? [pages.first, pages.last].filter(Boolean).join('-') : (record.articleNumber ?? '')),
    doi: record.doi,
    pmid: record.pmid,
    pmcid: record.pmcid,
    arxiv: record.arxiv,
    isbn: record.isbn,
    issn: [record.issn, record.eissn].filter(Boolean).join(' '),
    url: record.url,
    language: record.lang && rules.language(record.lang),
    keywords: list(record.keywords),
    mesh: list(record.mesh),
    abstract: record.abstracts[0]?.sections[0]?.text,
    status: record.status ?? 'published',
  };
}

/** `415-25` is `415-425`: readers write out what PubMed leaves away. */
const fullRange = (range: string): string =>
  range.replace(/^([A-Za-z]*)(\d+)-(\d+)$/, (whole, letters: string, first: string, last: string) =>
    last.length < first.length
      ? `${letters}${first}-${letters}${first.slice(0, first.length - last.length)}${last}`
      : whole,
  );

const marked = (name: string, group: boolean): string => (group ? `group: ${name}` : name);

/** Several values as one, in which no value can pass for two. */
const list = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.map(oneLine).join('\n');

/** `RETRACTED: ` is told from the title by every reader, and compared as the status. */
const withoutStatus = (title: string): string => title.replace(/^(?:RETRACTED|WITHDRAWN): /, '');

const lines = (text: string): string =>
  text.includes('\n') ? text.split('\n').map(oneLine).filter(Boolean).join('\n') : oneLine(text);

const sameWords = (text: string): string => lines(text.replace(/<\/?(?:i|b|sub|sup)>/g, ''));

/**
 * LaTeX has one sign for several of Unicode: a raised 3 is `\textsuperscript{3}` however it was written, an accent
 * takes the dot of an i, and a hyphen in an exponent is a minus.
 */
const foldLatex = (text: string): string =>
  sameWords(text)
    .normalize('NFKD')
    .replace(/ı(?=\p{M})/gu, 'i')
    .replace(/ȷ(?=\p{M})/gu, 'j')
    .replace(/[−‐‑]/g, '-')
    .replace(/‒/g, '–')
    .replace(/―/g, '—')
    .replace(/∆/g, 'Δ')
    .normalize('NFKC');

/** BibTeX has the Latin form of a name, and the others in a field of their own. */
function bibtexAuthor(contribution: Contribution): string {
  const name = latinName(contribution) ?? contribution.name;
  // Without a given name there is no place between two commas.
  return !isGroup(name) && !name.given && name.suffix ? `${name.family} ${name.suffix}` : formatPersonName(name);
}

const medlineName = (name: PersonName): string =>
  isGroup(name)
    ? name.group
    : [name.given ? `${name.family}, ${name.given}` : name.family, name.suffix?.replace(/\.$/, '')]
        .filter(Boolean)
        .join(' ');

/** Particles stand by themselves, and are joined again with a space or, after an apostrophe or a hyphen, without one. */
const joinParticles = (text: string): string => lines(text).replace(/(?<=[-’']) +/g, '');

/** Citation.js takes a hyphen behind a brace for a space, primes for quotation marks, and leaves `\not`. */
const foldCitationJs = (text: string): string =>
  foldLatex(withoutStatus(text).replace(/‴/g, "”'").replace(/″/g, '”').replace(/′/g, "'").replaceAll('\\not⊂', '⊄'))
    .replace(/(?<=[-’'])[^\S\n]+/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?-/g, ' ');

const asWritten = (label: string): string => label;
const inWords = (tag: string): string => languageName(tag);

const formatRules: Readonly<Record<Exclude<CitationFormatId, 'csv'>, FormatRules>> = {
  bibtex: {
    fold: foldLatex,
    foldNames: foldLatex,
    foldKeywords: foldLatex,
    without: (field) => field === 'mesh',
    author: bibtexAuthor,
    tellsGroups: false,
    language: inWords,
    label: asWritten,
    between: ' ',
    title: richTextToPlain,
  },
  ris: {
    fold: sameWords,
    foldNames: sameWords,
    foldKeywords: sameWords,
    without: (field, { publication: { type, isbn } }) =>
      field === 'mesh' ||
      (['volume', 'issue'].includes(field) && ['media', 'patent', 'chapter'].includes(type)) ||
      (field === 'issn' && (isbn !== undefined || ['report', 'patent'].includes(type))),
    author: ({ name }) => formatPersonName(name),
    tellsGroups: false,
    language: asWritten,
    label: asWritten,
    between: ' ',
    title: richTextToPlain,
  },
  nbib: {
    fold: sameWords,
    foldNames: sameWords,
    foldKeywords: sameWords,
    without: (field, cited) => ['url', 'arxiv'].includes(field) || (field === 'publisher' && isArticle(cited)),
    author: ({ name }) => medlineName(name),
    tellsGroups: true,
    language: marcLanguage,
    label: (label) => label.toUpperCase(),
    between: ' ',
    title: richTextToPlain,
  },
  'csl-json': {
    fold: lines,
    foldNames: joinParticles,
    // All keywords are one text, in which a comma or a semicolon may separate two, or stand in one or beside it.
    foldKeywords: (text) =>
      lines(text)
        .split(/[,;\n]\s*/)
        .filter(Boolean)
        .join(', '),
    without: (field) => field === 'mesh',
    author: ({ name }) => formatPersonName(name),
    tellsGroups: true,
    language: asWritten,
    label: asWritten,
    between: '\n',
    title: toCslTitle,
  },
};

/** Names in their own script stand in a field or a note of their own, and must be there letter by letter. */
export function proveNativeNames(
  cited: CitedPublication,
  format: Exclude<CitationFormatId, 'csv'>,
  text: string,
): readonly Difference[] {
  const whole = format === 'nbib' ? text.replaceAll('\n      ', ' ') : text;
  return cited.publication.contributions
    .flatMap(nativeNames)
    .filter((name) => !whole.includes(nativeForms[format](name)))
    .map((name) => ({ field: 'native names', expected: name, found: '' }));
}

const nativeForms: Readonly<Record<Exclude<CitationFormatId, 'csv'>, (name: string) => string>> = {
  bibtex: toLatex,
  ris: oneLine,
  nbib: oneLine,
  'csl-json': (name) => JSON.stringify(name).slice(1, -1),
};

/** Compares with the record what Citation.js has read from BibTeX, as a CSL item. */
export function proveItem(
  cited: CitedPublication,
  items: readonly Readonly<Record<string, unknown>>[],
): readonly Difference[] {
  const [item] = items;
  if (!item || items.length > 1) return [{ field: 'record', expected: '1', found: String(items.length) }];
  const { publication } = cited;
  const { year, month, day } = publication.published;
  const hasFormula = publication.title.some((node) => typeof node !== 'string' && 'tex' in node);
  const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');
  const issued = item['issued'] as { readonly 'date-parts'?: readonly (readonly number[])[] } | undefined;
  const authors = (item['author'] ?? []) as readonly Readonly<Record<string, string>>[];
  const pairs: readonly (readonly [field: string, expected: string | undefined, found: string])[] = [
    ['title', hasFormula ? undefined : rules.title(publication.title), text(item['title'])],
    ['authors', list(publication.contributions.map(bibtexAuthor)), list(authors.map(itemName)) ?? ''],
    [
      'published',
      [year, month, day].filter((part) => part !== undefined).join('-'),
      issued?.['date-parts']?.[0]?.join('-') ?? '',
    ],
    ['volume', publication.volume, text(item['volume'])],
    ['pages', fullRange(pagination(cited) ?? '') || undefined, fullRange(text(item['page']))],
    ['doi', publication.doi, text(item['DOI'])],
  ];
  return pairs.flatMap(([field, expected, found]) =>
    expected === undefined || sameForCitationJs(field, expected, found)
      ? []
      : [{ field: `${field} (Citation.js)`, expected, found }],
  );
}

const rules = { title: richTextToPlain };

function sameForCitationJs(field: string, expected: string, found: string): boolean {
  if (found === expected) return true;
  const fold = field === 'authors' ? foldCitationJs : (text: string) => foldCitationJs(unescapeAddress(text));
  return fold(expected) === fold(found);
}

const itemName = (name: Readonly<Record<string, string>>): string => {
  const family = [name['dropping-particle'], name['non-dropping-particle'], name['family'] ?? name['literal']]
    .filter(Boolean)
    .join(' ')
    .replace(/([-’'])\s/g, '$1');
  const suffix = name['suffix'];
  const given = name['given'];
  return suffix ? `${family}, ${given ?? ''}, ${suffix}` : given ? `${family}, ${given}` : family;
};
