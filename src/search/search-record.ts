import type { Publication } from '../domain/publication/publication.ts';
import { findShownContainer } from '../domain/publication/container-title.ts';
import type { LocalizedText } from '../domain/languages/localized-text.ts';
import { isGroup, type PersonName } from '../domain/people/person-name.ts';
import { htmlToPlain } from '../domain/text/html-to-plain.ts';
import { richTextToHtml, richTextToPlain } from '../domain/text/rich-text.ts';
import type { SearchSource } from '../domain/pages/search-source.ts';
import { createFormatter } from '../i18n/format.ts';
import { knownLocales } from '../i18n/locales.ts';
import { createTranslator } from '../i18n/translate.ts';
import { foldAliases, foldNameForms, foldPhrase, foldTokens } from './fold.ts';
import type { ShownRecord } from './search-data.ts';
import { abbreviateWord } from './abbreviate-word.ts';
import { authorTerm, firstAuthorTerm, journalTerm, lastAuthorTerm, secondAuthorTerm, titleTerm } from './terms.ts';
import { firstAuthors } from '../domain/publication/first-authors.ts';

/** Terms of a publication by the part of it that holds them. A term that is there twice is listed twice. */
export interface IndexedRecord {
  readonly title: readonly string[];
  /** Names of authors, and of the journal as citations abbreviate it; each once. */
  readonly authors: readonly string[];
  /** Keywords, topics and MeSH headings. */
  readonly subject: readonly string[];
  readonly body: readonly string[];
  /** Where it appeared and where its authors work. */
  readonly place: readonly string[];
}

export const indexFields = ['title', 'authors', 'subject', 'body', 'place'] as const;

export function indexedRecord({ publication, people, units, topics, journal }: SearchSource): IndexedRecord {
  const {
    title,
    titles,
    contributions,
    keywords,
    mesh,
    meshLabels,
    affiliations,
    abstracts,
    summary,
    highlights,
    status,
  } = publication;
  const allTitles = [title, ...Object.values(titles)].map(richTextToPlain);
  const names = contributions.flatMap(({ name, native }, position) => [
    name,
    ...Object.values(native ?? {}),
    ...(people.get(position)?.names ?? []),
    ...Object.values(people.get(position)?.native ?? {}),
  ]);
  const subjects = [
    ...keywords,
    ...topics.flatMap(({ label }) => Object.values(label)),
    ...mesh,
    ...Object.values(meshLabels ?? {}),
    // `retracted`, in every language.
    ...(status === 'published' ? [] : knownLocales.map((locale) => createTranslator(locale)(`tag.${status}`))),
  ];
  const body = [
    ...abstracts.flatMap(({ sections }) => sections.map(({ text }) => text)),
    ...[publication.summaryTitle ?? {}, ...publication.keyMessages].flatMap((text) => Object.values(text)),
    ...Object.values(summary ?? {}).map(htmlToPlain),
    ...highlights.map(richTextToPlain),
    ...Object.entries(publication.extra ?? {}).flatMap(([label, text]) => [label, ...Object.values(text)]),
  ];
  const container = unique([journal?.title, journal?.abbreviation, publication.container]);
  const place = [
    ...unique([...container, publication.event?.name, publication.publisher]),
    ...unique(affiliations.map(({ name }) => name)),
    ...units.flatMap(({ name, names: others }) => [...Object.values(name), ...others]),
    // A DOI is found by its file of identifiers; its parts are no words.
    ...identifiersOf({ ...publication, doi: undefined, handle: undefined }),
  ];
  const titleWords = allTitles.flatMap(foldTokens);
  const aliases = new Set([...allTitles, ...subjects, ...body, ...place].flatMap(foldAliases));
  return {
    title: [...titleWords, ...new Set(titleWords.map(titleTerm))],
    authors: unique([
      ...names.flatMap((name) =>
        typeof name === 'string' ? nameWords(name).map((word) => authorTerm(word)) : nameTerms(name),
      ),
      ...placeTerms(contributions.map(({ name }) => name)),
      ...container.flatMap(foldTokens).flatMap(abbreviateWord).map(journalTerm),
    ]),
    subject: subjects.flatMap(foldTokens),
    body: [...body.flatMap(foldTokens), ...aliases],
    place: place.flatMap(foldTokens),
  };
}

/** A name by each of its words, and the family name with the first initial and with all. */
export function nameTerms(name: PersonName): string[] {
  if (isGroup(name)) return nameWords(name.group).map((word) => authorTerm(word));
  const initials = foldPhrase(name.given ?? '')
    .map(([letter = '']) => letter)
    .join('');
  const family = nameWords(name.family);
  return [
    ...[...family, ...nameWords(name.printed)].map((word) => authorTerm(word)),
    ...(initials === '' ? [] : family.flatMap((word) => [authorTerm(word, initials[0]), authorTerm(word, initials)])),
  ];
}

/** The names of the first, the second and the last author, by their places. */
export function placeTerms(names: readonly PersonName[]): string[] {
  const [first, ...others] = names;
  return [
    [first, firstAuthorTerm] as const,
    [others[0], secondAuthorTerm] as const,
    [others.at(-1), lastAuthorTerm] as const,
  ].flatMap(([name, term]) => (name ? nameWords(familyOf(name)).map(term) : []));
}

/** Words of a name in all their spellings. */
const nameWords = (name: string): string[] => [
  ...foldPhrase(name).filter((word) => word.length > 1 || !/^[a-z]$/.test(word)),
  ...foldNameForms(name),
  ...foldAliases(name),
];

const familyOf = (name: PersonName): string => (isGroup(name) ? name.group : name.family);

/** All identifiers of a publication. */
export const identifiersOf = ({ doi, pmid, pmcid, arxiv, isbn, handle, trials }: Publication): string[] =>
  unique([doi, pmid, pmcid, arxiv, isbn, handle, ...trials.map(({ id }) => id)]);

/** Authors that a result shows. */

export function shownRecord({ publication, people, topics, journal }: SearchSource): ShownRecord {
  const {
    slug,
    lang,
    title,
    titles,
    contributions,
    published,
    type,
    status,
    openAccess,
    abstracts,
    summary,
    summaryTitle,
  } = publication;
  const container = findShownContainer(publication, journal);
  const texts = [
    ...Object.entries(summary ?? {}).map(
      ([language, html]) => [language === 'und' ? lang : language, htmlToPlain(html).replaceAll('\n', ' ')] as const,
    ),
    ...abstracts.map(
      (abstract) =>
        [abstract.lang, abstract.sections.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' ')] as const,
    ),
  ];
  const native = contributions.slice(0, firstAuthors).map(({ native: written }, position) => {
    // Of somebody without a page, only what the publication prints is shown.
    const person = people.get(position);
    const names = { ...(person?.page === true ? person.native : undefined), ...written };
    return Object.keys(names).length > 0 ? names : null;
  });
  const years = Object.fromEntries(
    knownLocales.flatMap((locale) => {
      const own = published.printed && createFormatter(locale).yearOf(published);
      return own === undefined || own === createFormatter(locale).year(published.year) ? [] : [[locale, own]];
    }),
  );
  return {
    slug,
    lang,
    title: richTextToHtml(title),
    ...(Object.keys(titles).length > 0
      ? {
          titles: Object.fromEntries(
            Object.entries(titles).map(([language, text]) => [language, richTextToHtml(text)]),
          ),
        }
      : {}),
    ...(summaryTitle === undefined ? {} : { plain: inLanguages(summaryTitle, lang) }),
    authors: contributions.slice(0, firstAuthors).map(({ name }) => name.printed),
    ...(native.some((names) => names !== null) ? { native } : {}),
    authorCount: contributions.length,
    ...(container === undefined ? {} : { container }),
    year: published.year,
    ...(Object.keys(years).length > 0 ? { years } : {}),
    type,
    ...(status === 'published' ? {} : { status }),
    ...(openAccess === undefined || openAccess === 'closed' ? {} : { open: true as const }),
    texts: texts.filter(([, text]) => text !== ''),
    more: {
      authors: contributions.slice(firstAuthors).map(({ name }) => name.printed),
      keywords: unique([...publication.keywords, ...Object.values(publication.meshLabels ?? {})]),
      topics: topics.map(({ label }) => label),
    },
  };
}

/** A text by language, where one without a language is in that of the publication. */
const inLanguages = (text: LocalizedText, lang: string): LocalizedText =>
  Object.fromEntries(Object.entries(text).map(([language, value]) => [language === 'und' ? lang : language, value]));

const unique = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
];
