import { formatPages } from '../../domain/publication/page-range.ts';
import { parseArxiv } from '../../domain/identifiers/arxiv.ts';
import { parseDoi } from '../../domain/identifiers/doi.ts';
import { parseHandle } from '../../domain/identifiers/handle.ts';
import { parseIsbn } from '../../domain/identifiers/isbn.ts';
import { parseMesh } from '../../domain/identifiers/mesh.ts';
import { parsePmcid, parsePmid } from '../../domain/identifiers/pubmed.ts';
import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import { parseLanguageTag } from '../../domain/languages/language.ts';
import { parseLicense } from '../../domain/publication/license.ts';
import { parsePartialDate } from '../../domain/dates/partial-date.ts';
import { mailAddress } from '../../domain/people/mail-address.ts';
import type { Parsed } from '../../domain/problems/problem.ts';
import { westernDigits } from '../../domain/text/western-digits.ts';
import { parseCitekey } from '../../domain/identifiers/citekey.ts';
import { parseArticleNumber, parsePages } from '../../domain/publication/page-range.ts';
import { toAbstractMarkdown } from './abstract-markdown.ts';
import { decodeRecord } from './decode-record.ts';
import { draftEvent, draftOnline, draftPublished, draftThesis } from './draft-details.ts';
import { cleanValues } from './clean-values.ts';
import { cleanAbstracts } from './clean-abstracts.ts';
import { toDraftAuthors } from './to-draft-authors.ts';
import { publicationFields, type PublicationField } from '../../schemas/publication.ts';
import type { Draft, DraftFields, DraftValue } from './draft.ts';
import { isInJournal, toDraftJournal } from './draft-journal.ts';
import { toDraftKeywords } from './draft-keywords.ts';
import { toDraftNotice, toDraftVersions } from './draft-relations.ts';
import { findTitleLanguage, toContentTitle, withoutPeriod } from './draft-title.ts';
import { groupByLanguage } from './group-by-language.ts';
import { asPreprint } from './preprint-server.ts';
import { anyNumber, anyText, asWritten, createReadValue, toOneLine, type ReadValue } from './read-value.ts';
import type { ForeignField, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { readAddresses } from './read-addresses.ts';

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
export function toDraft(written: ForeignRecord, context: DraftContext): Draft {
  const { record, unplaced: cleaned } = cleanValues(asPreprint(decodeRecord(written)));
  const unplaced: ForeignField[] = [...record.unplaced, ...cleaned];
  const read = createReadValue(record, unplaced);
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
    advisors,
    affiliations,
    unplaced: unnamed,
  } = toDraftAuthors(record, context.findUnit);
  for (const name of unnamed) unplaced.push(name);
  const title = record.title === undefined ? undefined : withoutPeriod(toContentTitle(record.title, record.markup));
  const lang = read('lang', parseLanguageTag, record.lang) ?? findTitleLanguage(title ?? '', context.locale);
  const inJournal = isInJournal(record);
  const withoutMail = (text: string): string =>
    text.includes('@')
      ? text.replace(mailAddress, (address) => {
          unplaced.push({ name: 'mail address', value: address, line: record.line, reason: 'database' });
          return '[…]';
        })
      : text;
  const { abstracts, copyright, unplaced: notAbstracts } = cleanAbstracts(record);
  for (const field of notAbstracts) unplaced.push(field);
  const ownAbstracts: typeof abstracts =
    record.officeSummary === undefined ? abstracts : [{ sections: [{ text: record.officeSummary }] }, ...abstracts];
  const [main, ...others] = ownAbstracts.map((abstract) => ({
    ...abstract,
    sections: abstract.sections.map((section) => ({ ...section, text: withoutMail(section.text) })),
  }));
  // Reference managers record a date of access for every work. Styles print the day only for a work that has no DOI.
  if (doi !== undefined && record.accessed !== undefined)
    unplaced.push({ name: 'accessed', value: record.accessed, line: record.line, reason: 'database' });
  const key = citekey(record.key);
  if (record.key !== undefined && key === undefined)
    unplaced.push({
      name: 'key',
      value: record.key,
      line: record.line,
      reason: isGenerated(record.key) ? 'database' : 'no place',
    });
  const journal = inJournal && record.container !== undefined ? toDraftJournal(record, read) : undefined;
  if (!journal)
    for (const [name, value] of [
      ['issn', record.issn],
      ['eissn', record.eissn],
      ['abbreviation', record.abbreviation],
    ] as const)
      if (value !== undefined) unplaced.push({ name, value, line: record.line, reason: 'no place' });
  const report = (field: Pick<ForeignField, 'name' | 'value' | 'reason'>): number =>
    unplaced.push({ ...field, line: record.line });
  const isThesis = record.type === 'thesis';
  if (isThesis && record.publisher !== undefined && record.container !== undefined)
    report({ name: 'container', value: record.container, reason: 'no place' });
  if (!isThesis) for (const { name } of record.advisors) report({ name: 'advisor', value: name, reason: 'no place' });
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
    container: inJournal || isThesis ? undefined : draftContainer(record, read),
    thesis: draftThesis(record, advisors, report),
    event: draftEvent(record, report),
    volume: read('volume', anyNumber, record.volume?.replace(/^(?:(?:v|vol|volume)\.? +)+(?=\d)/i, '')),
    issue: read('issue', anyNumber, record.issue),
    pages: read('pages', asWritten(parsePages), record.pages && westernDigits(formatPages(record.pages))),
    articleNumber: read(
      'articleNumber',
      parseArticleNumber,
      record.articleNumber && westernDigits(record.articleNumber),
    ),
    publisher: isThesis ? undefined : read('publisher', anyText, record.publisher),
    edition: read('edition', anyText, record.edition),
    series: read('series', anyText, record.series),
    seriesNumber: read('seriesNumber', anyNumber, record.seriesNumber),
    place: read('place', anyText, record.place),
    pagesTotal: read('pagesTotal', anyNumber, record.pagesTotal),
    chapter: read('chapter', anyText, record.chapter),
    number: read('number', anyText, record.number),
    version: read('version', anyText, record.version),
    originalTitle: read('originalTitle', anyText, record.originalTitle),
    accessed: doi === undefined ? read('accessed', asWritten(parsePartialDate), record.accessed) : undefined,
    published: draftPublished(record, report),
    online: draftOnline(record, report),
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
    keywords: toDraftKeywords(record.keywords),
    mesh: readAll('mesh', parseMesh, record.mesh).map((id): DraftValue => {
      const label = line(record.meshLabels?.[id]);
      return label ? { id, label } : id;
    }),
    trials: readAll('trials', parseTrialRegistration, record.trials).map(({ id }) => id),
    funding: record.funding.map(({ funder, ror, award }) => ({
      funder: line(funder) ?? '',
      ...(ror === undefined ? {} : { ror }),
      ...(award === undefined ? {} : { award: line(award) ?? '' }),
    })),
    status: record.status === 'published' ? undefined : record.status,
    notices: record.notices.map((notice) => toDraftNotice(notice)),
    versions: toDraftVersions(record, read),
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
    abstractBy: record.officeSummary === undefined ? undefined : 'office',
    preferred: read('preferred', parseDoi, record.preferred),
    citekey: key,
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
  summaryTitle: 'written by the institute in plain language',
  keyMessages: 'written by the institute in plain language',
  summary: 'written by the institute in plain language; what a source has is reported',
  highlights: 'chosen by the institute; what a source has is reported',
  extra: 'fields of the institute’s own',
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
  for (const name of importedFields) {
    const value = fields[name];
    if (value !== undefined && !isEmpty(value)) kept[name] = value;
  }
  return kept as DraftFields;
}

const importedFields = publicationFields.filter((name): name is ImportedField => !(name in notImported));

const isEmpty = (value: DraftValue): boolean =>
  Array.isArray(value)
    ? value.length === 0
    : value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

const line = (text: string | undefined): string | undefined => (text === undefined ? undefined : toOneLine(text));

/** The title of the container, with its DOI where the source has one; the ISBN is a field of its own. */
function draftContainer(
  { container, eventName, containerDoi }: ForeignRecord,
  read: ReadValue,
): DraftValue | undefined {
  const title = container === eventName ? undefined : line(container);
  const doi = read('container DOI', parseDoi, containerDoi);
  return title === undefined || doi === undefined ? title : { title, doi };
}

/** A key that people use in citations; undefined for one that content cannot hold, or that a program generated. */
const citekey = (key: string | undefined): string | undefined =>
  key !== undefined && !isGenerated(key) && key.length <= 40 && parseCitekey(key).ok ? key : undefined;

/** True for a number or an address, which programs generate. */
const isGenerated = (key: string): boolean => !/\p{L}{2}/u.test(key) || /^https?:/.test(key);
