import { parseArxiv } from '../../domain/identifiers/arxiv.ts';
import { parseDoi } from '../../domain/identifiers/doi.ts';
import { parseHandle } from '../../domain/identifiers/handle.ts';
import { parseIsbn } from '../../domain/identifiers/isbn.ts';
import { parseIssn } from '../../domain/identifiers/issn.ts';
import { parseMesh } from '../../domain/identifiers/mesh.ts';
import { parsePmcid, parsePmid } from '../../domain/identifiers/pubmed.ts';
import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import { parseLanguageTag } from '../../domain/languages/language.ts';
import { parseLicense } from '../../domain/publication/license.ts';
import { formatPartialDate, parsePartialDate } from '../../domain/dates/partial-date.ts';
import { mailAddress } from '../../domain/people/mail-address.ts';
import type { Parsed } from '../../domain/problems/problem.ts';
import type { Notice } from '../../domain/publication/publication.ts';
import { parseRichText, richTextToSource } from '../../domain/text/rich-text.ts';
import { withoutUnsafeCharacters } from '../../domain/text/unsafe-characters.ts';
import { parseCitekey } from '../../domain/identifiers/citekey.ts';
import { parsePages } from '../../domain/publication/page-range.ts';
import { parseArticleNumber } from '../../domain/publication/page-range.ts';
import { toAbstractMarkdown } from './abstract-markdown.ts';
import { cleanAbstracts } from './clean-abstracts.ts';
import { toDraftAuthors } from './to-draft-authors.ts';
import { publicationFields, type PublicationField } from '../../schemas/publication.ts';
import type { Draft, DraftFields, DraftJournal, DraftValue } from './draft.ts';
import type { ForeignField, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { readAddresses } from './read-addresses.ts';
import { scriptLanguage } from '../../formats/record/read-note.ts';
import { isPlaceholder } from '../../formats/record/placeholder.ts';
import { parseOrRepair } from '../../domain/problems/parse-or-repair.ts';

/** Settings of the site that a draft depends on. */
export interface DraftContext {
  /** File name or address of the source. */
  readonly source: string;
  /** First locale of the site: the default language of a publication. */
  readonly locale: string;
  /** Id of the unit in an affiliation; undefined if there is none. */
  readonly findUnit: (affiliation: string) => string | undefined;
}

/**
 * Converts a record to a draft. Values that content cannot hold are in `unplaced`, each with a reason. So are mail
 * addresses, which would be published: in an abstract or a copyright line `[…]` replaces them.
 */
export function toDraft(record: ForeignRecord, context: DraftContext): Draft {
  const unplaced: ForeignField[] = [...record.unplaced];
  const read = <T>(name: string, parse: (text: string) => Parsed<T>, value: string | undefined): T | undefined => {
    if (value === undefined || value.trim() === '') return undefined;
    const missing = isPlaceholder(value);
    const found = missing ? undefined : parseOrRepair(parse, value);
    if (missing) unplaced.push({ name, value, line: record.line, reason: 'placeholder' });
    else if (found === undefined) unplaced.push({ name, value, line: record.line, reason: 'unreadable' });
    return found;
  };
  const readAll = <T>(name: string, parse: (text: string) => Parsed<T>, values: readonly string[]): readonly T[] =>
    [...new Set(values)].flatMap((value) => read(name, parse, value) ?? []);
  const ownDoi = read('doi', parseDoi, record.doi);
  const addresses = readAddresses(record, ownDoi);
  for (const address of addresses.unplaced) unplaced.push(address);
  const doi = ownDoi ?? addresses.doi;
  const {
    authors,
    editors,
    translators,
    seriesEditors,
    affiliations,
    unplaced: unnamed,
  } = toDraftAuthors(record, context.findUnit);
  for (const name of unnamed) unplaced.push(name);
  const title = record.title === undefined ? undefined : withoutPeriod(toContentTitle(record.title, record.markup));
  const lang = read('lang', parseLanguageTag, record.lang) ?? findTitleLanguage(title ?? '', context.locale);
  const inJournal = isInJournal(record);
  const withoutMail = (text: string): string =>
    text.replace(mailAddress, (address) => {
      unplaced.push({ name: 'mail address', value: address, line: record.line, reason: 'database' });
      return '[…]';
    });
  const { abstracts, copyright, unplaced: notAbstracts } = cleanAbstracts(record);
  for (const field of notAbstracts) unplaced.push(field);
  const [main, ...others] = abstracts.map((abstract) => ({
    ...abstract,
    sections: abstract.sections.map((section) => ({ ...section, text: withoutMail(section.text) })),
  }));
  const journal = inJournal && record.container !== undefined ? toDraftJournal(record, read) : undefined;
  if (!journal)
    for (const [name, value] of [
      ['issn', record.issn],
      ['eissn', record.eissn],
      ['abbreviation', record.abbreviation],
    ] as const)
      if (value !== undefined) unplaced.push({ name, value, line: record.line, reason: 'no place' });
  const fields: Record<ImportedField, DraftValue | undefined> = {
    title,
    type: record.type ?? 'article',
    lang,
    authors,
    editors,
    translators,
    seriesEditors,
    affiliations,
    journal: inJournal ? line(record.container) : undefined,
    container: inJournal ? undefined : line(record.container),
    volume: read('volume', anyText, record.volume),
    issue: read('issue', anyText, record.issue),
    pages: read(
      'pages',
      (text) => valueOf(parsePages(text), text),
      record.pages && [record.pages.first, record.pages.last].filter(Boolean).join('-'),
    ),
    articleNumber: read('articleNumber', parseArticleNumber, record.articleNumber),
    publisher: read('publisher', anyText, record.publisher),
    edition: read('edition', anyText, record.edition),
    series: read('series', anyText, record.series),
    seriesNumber: read('seriesNumber', anyText, record.seriesNumber),
    place: read('place', anyText, record.place),
    pagesTotal: read('pagesTotal', anyText, record.pagesTotal),
    chapter: read('chapter', anyText, record.chapter),
    number: read('number', anyText, record.number),
    version: read('version', anyText, record.version),
    originalTitle: read('originalTitle', anyText, record.originalTitle),
    // Reference managers date every visit. Styles print the day only for a work that has no DOI.
    accessed:
      doi === undefined
        ? read('accessed', (text) => valueOf(parsePartialDate(text), text), record.accessed)
        : undefined,
    published: record.published && formatPartialDate(record.published),
    doi,
    pmid: read('pmid', parsePmid, record.pmid) ?? addresses.pmid,
    pmcid: read('pmcid', parsePmcid, record.pmcid) ?? addresses.pmcid,
    arxiv:
      read('arxiv', parseArxiv, record.arxiv) ??
      (addresses.arxiv === undefined ? undefined : read('arxiv', parseArxiv, addresses.arxiv)),
    isbn: read('isbn', parseIsbn, record.isbn),
    handle: read('handle', parseHandle, record.handle) ?? addresses.handle,
    url: addresses.url,
    links: addresses.links.map(({ rel, url }) => ({ rel, url })),
    openAccess: record.openAccess,
    license: read('license', parseLicense, record.license),
    copyright: line(copyright && withoutMail(copyright)),
    keywords: keywords(record.keywords),
    mesh: readAll('mesh', parseMesh, record.mesh),
    trials: readAll('trials', parseTrialRegistration, record.trials).map(({ id }) => id),
    funding: record.funding.map(({ funder, ror, award }) => ({
      funder: line(funder) ?? '',
      ...(ror === undefined ? {} : { ror }),
      ...(award === undefined ? {} : { award: line(award) ?? '' }),
    })),
    status: record.status === 'published' ? undefined : record.status,
    notices: record.notices.map((notice) => toDraftNotice(notice)),
    versions: versions(record, read),
    titles: groupByLanguage(
      record.titles.map((one) => ({ ...one, text: toContentTitle(one.text, record.markup) })),
      lang ?? context.locale,
      'title',
      record,
      unplaced,
    ),
    abstracts: groupByLanguage(
      others.map((one) => ({ ...(one.lang === undefined ? {} : { lang: one.lang }), text: toAbstractMarkdown(one) })),
      lang ?? context.locale,
      'abstract',
      record,
      unplaced,
    ),
    preferred: read('preferred', parseDoi, record.preferred),
    citekey: citekey(record.key),
  };
  return {
    source: context.source,
    line: record.line,
    fields: toDraftFields(fields),
    body: main ? toAbstractMarkdown(main) : '',
    unplaced,
    ...(journal ? { journal } : {}),
  };
}

/** Fields that no source fills, and why. */
export const notImported = {
  topics: 'the institute’s own subject headings',
  summary: 'written by the institute in plain language',
  highlights: 'no source has them in a field of their own',
  image: 'a file beside the publication, which no source brings',
  aliases: 'old addresses of this site',
  featured: 'chosen by the institute',
  draft: 'what is imported is published already',
  added: 'the day of the import, which the command adds',
} as const satisfies Partial<Record<PublicationField, string>>;

type ImportedField = Exclude<PublicationField, keyof typeof notImported>;

/** The fields that have a value, in file order. */
function toDraftFields(fields: Readonly<Record<ImportedField, DraftValue | undefined>>): DraftFields {
  const kept: { [Field in PublicationField]?: DraftValue } = {};
  for (const name of publicationFields) {
    const value = name in notImported ? undefined : fields[name as ImportedField];
    const empty = value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
    if (!empty) kept[name] = value;
  }
  return kept as DraftFields;
}

const line = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : withoutUnsafeCharacters(text.replace(/\s+/g, ' ')).trim();

const anyText = (text: string): Parsed<string> => ({ ok: true, value: line(text) ?? '' });

const valueOf = (parsed: Parsed<unknown>, text: string): Parsed<string> =>
  parsed.ok ? { ok: true, value: line(text) ?? '' } : parsed;

/** Converts a title to the notation of content. In plain text only paired tags are markup; a dollar sign is text. */
function toContentTitle(text: string, markup: ForeignRecord['markup']): string {
  const clean = line(text) ?? '';
  if (markup === 'content') return clean;
  const tagged = clean
    .replace(/<(\/?)(?:em|italic)>/gi, '<$1i>')
    .replace(/<(\/?)(?:strong|bold)>/gi, '<$1b>')
    .replace(/<(\/?)inf>/gi, '<$1sub>')
    .replace(/<(\/?)(SUB|SUP|I|B)>/g, (_, slash: string, tag: string) => `<${slash}${tag.toLowerCase()}>`);
  return richTextToSource(parseRichText(tagged.replace(/\$/g, '\\$'), (tex) => tex).text);
}

/**
 * Removes the full stop that databases add to a title, because citation styles add one too. Keeps it after an
 * abbreviation.
 */
const withoutPeriod = (title: string): string =>
  /\s\S*(?:[\p{Ll}\p{N})\]”"’>]{3}|\p{Lu}{3})\.$/u.test(title) &&
  !/\b(?:etc|Inc|Ltd|Corp|al|vol|No|vs|Jr|Sr)\.$/i.test(title)
    ? title.slice(0, -1)
    : title;

const journalTypes: ReadonlySet<string> = new Set(['article', 'review', 'editorial', 'letter']);
const occasionalJournalTypes: ReadonlySet<string> = new Set([
  'conference-paper',
  'report',
  'dataset',
  'software',
  'protocol',
  'poster',
  'media',
]);

/**
 * True if `container` is a journal: for articles, and for a poster, protocol and so on with an ISSN, an abbreviation or
 * the source's type of an article.
 */
const isInJournal = ({ type = 'article', kind = '', issn, eissn, abbreviation, isbn }: ForeignRecord): boolean =>
  journalTypes.has(type) ||
  (occasionalJournalTypes.has(type) &&
    isbn === undefined &&
    ((issn ?? eissn ?? abbreviation) !== undefined ||
      /^(?:JOUR|article|article-journal|journal[- ]article)$/i.test(kind)));

function toDraftJournal(
  record: ForeignRecord,
  read: <T>(name: string, parse: (text: string) => Parsed<T>, value: string | undefined) => T | undefined,
): DraftJournal {
  const abbreviation = line(record.abbreviation);
  const issn = read('issn', parseIssn, record.issn);
  const eissn = read('eissn', parseIssn, record.eissn);
  return {
    title: line(record.container) ?? '',
    ...(abbreviation === undefined ? {} : { abbreviation }),
    ...(issn === undefined ? {} : { issn }),
    ...(eissn === undefined ? {} : { eissn }),
    ...(record.publisher === undefined ? {} : { publisher: line(record.publisher) ?? '' }),
  };
}

/** Splits several keywords on one line, as some programs write them, and removes the star of MeSH. */
function keywords(words: readonly string[]): readonly string[] {
  const [only = ''] = words;
  const parts = words.length === 1 && only.split(/;\s/).length > 2 ? only.split(/;\s*/) : words;
  return [...new Set(parts.map((word) => (line(word) ?? '').replace(/^\*(?=\S)/, '')).filter(Boolean))];
}

const toDraftNotice = ({ type, date, doi, url, reason }: Notice): DraftValue => ({
  type,
  ...(date ? { date: formatPartialDate(date) } : {}),
  ...(doi === undefined ? {} : { doi }),
  ...(url === undefined ? {} : { url }),
  ...(reason === undefined ? {} : { reason }),
});

function versions(
  record: ForeignRecord,
  read: <T>(name: string, parse: (text: string) => Parsed<T>, value: string | undefined) => T | undefined,
): DraftValue {
  const preprint = read('versions.preprint', parseDoi, record.preprint);
  const published = read('versions.published', parseDoi, record.publishedVersion);
  return { ...(preprint === undefined ? {} : { preprint }), ...(published === undefined ? {} : { published }) };
}

/**
 * Groups translations by language. A text in an unknown language, or in the publication's own language, is unplaced.
 */
function groupByLanguage(
  texts: readonly { readonly lang?: string; readonly text: string }[],
  own: string,
  name: string,
  record: ForeignRecord,
  unplaced: ForeignField[],
): DraftValue {
  const found: Record<string, string> = {};
  for (const { lang: named, text } of texts) {
    const tag = named === undefined ? undefined : parseOrRepair(parseLanguageTag, named);
    const script = scriptLanguage(text);
    const guessed = script !== 'und' ? script : /^en\b/.test(own) ? undefined : 'en';
    const lang = tag ?? guessed;
    if (text === '') continue;
    if (lang === undefined || lang === own || found[lang] !== undefined)
      unplaced.push({
        name: `translated ${name}`,
        value: text,
        line: record.line,
        reason: lang === undefined ? 'unreadable' : 'second value',
      });
    else found[lang] = text;
  }
  return found;
}

/** Language of a title in a script that the site's first language does not use; undefined for any other title. */
function findTitleLanguage(title: string, locale: string): string | undefined {
  const script = scriptLanguage(title);
  if (script !== 'und')
    return script === locale.split('-')[0] || (script === 'fa' && /^(?:ar|ur|ckb|ps)\b/.test(locale))
      ? undefined
      : script;
  return /\p{Script=Latin}/u.test(title) && /^(?:fa|ar|he|zh|ja|ko|ur|el|ru)\b/.test(locale) ? 'en' : undefined;
}

/** A key that people use in citations; undefined for a number or an address that a program generated. */
const citekey = (key: string | undefined): string | undefined =>
  key !== undefined && /\p{L}{2}/u.test(key) && key.length <= 40 && !/^https?:/.test(key) && parseCitekey(key).ok
    ? key
    : undefined;
