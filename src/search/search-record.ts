import type { Publication } from '../domain/publication/publication.ts';
import { findShownContainer } from '../domain/publication/container-title.ts';
import { isGroup, type PersonName } from '../domain/people/person-name.ts';
import { htmlToPlain } from '../domain/text/html-to-plain.ts';
import { richTextToHtml, richTextToPlain } from '../domain/text/rich-text.ts';
import type { SearchSource } from '../domain/pages/search-source.ts';
import { foldAliases, foldNameForms, foldTokens, shortMark } from './fold.ts';
import { nameWithYear, type ShownRecord } from './search-data.ts';

/** The words of a publication in the index, folded and separated by spaces. Those of `meta` have a higher weight. */
export interface IndexedRecord {
  readonly content: string;
  readonly meta: Readonly<Record<IndexField, string>>;
}

export const indexFields = ['title', 'first', 'authors', 'subject', 'year'] as const;
export type IndexField = (typeof indexFields)[number];

export function indexedRecord({ publication, people, units, topics, journal }: SearchSource): IndexedRecord {
  const { title, titles, contributions, keywords, mesh, meshLabels, affiliations, abstracts, summary, highlights } =
    publication;
  const allTitles = [title, ...Object.values(titles)].map(richTextToPlain);
  const [first] = contributions;
  const names = contributions.flatMap(({ name, native }, position) => [
    name.printed,
    ...Object.values(native ?? {}),
    ...(people.get(position)?.names.map(({ printed }) => printed) ?? []),
    ...Object.values(people.get(position)?.native ?? {}),
  ]);
  const subjects = [
    ...keywords,
    ...topics.flatMap(({ label }) => Object.values(label)),
    ...mesh,
    ...Object.values(meshLabels ?? {}),
  ];
  const body = [
    ...abstracts.flatMap(({ sections }) => sections.map(({ text }) => text)),
    ...[publication.summaryTitle ?? {}, ...publication.keyMessages].flatMap((text) => Object.values(text)),
    ...Object.values(summary ?? {}).map(htmlToPlain),
    ...highlights.map(richTextToPlain),
    ...unique([
      journal?.title,
      journal?.abbreviation,
      publication.container,
      publication.event?.name,
      publication.publisher,
    ]),
    ...unique(affiliations.map(({ name }) => name)),
    ...units.flatMap(({ name, names: others }) => [...Object.values(name), ...others]),
    ...identifiersOf(publication),
  ];
  const written = [...allTitles, ...unique(names), ...subjects, ...body];
  const content = [...body.flatMap(foldTokens), ...new Set(written.flatMap(foldAliases))].join(' ');
  return {
    // Pagefind ignores a record without content.
    content: content || shortMark,
    meta: {
      title: allTitles.flatMap(foldTokens).join(' '),
      first: first ? nameYearWords(first.name, publication.published.year).join(' ') : '',
      authors: [...new Set([...names.flatMap(foldTokens), ...names.flatMap(foldNameForms)])].join(' '),
      subject: subjects.flatMap(foldTokens).join(' '),
      year: String(publication.published.year),
    },
  };
}

/** Words for the first author: the family name, alone and with the year. */
function nameYearWords(name: PersonName, year: number): string[] {
  const family = isGroup(name) ? name.group : name.family;
  const names = [...new Set([...foldTokens(family), ...foldNameForms(family), ...foldAliases(family)])];
  return [...names, ...names.map((token) => nameWithYear(token, String(year)))];
}

/** All identifiers of a publication. */
export const identifiersOf = ({ doi, pmid, pmcid, arxiv, isbn, handle, trials }: Publication): string[] =>
  unique([doi, pmid, pmcid, arxiv, isbn, handle, ...trials.map(({ id }) => id)]);

export function shownRecord({ publication, journal }: SearchSource): ShownRecord {
  const { slug, lang, title, titles, contributions, published, type, status, openAccess, abstracts, summary } =
    publication;
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
    authors: contributions.slice(0, 6).map(({ name }) => name.printed),
    authorCount: contributions.length,
    ...(container === undefined ? {} : { container }),
    year: published.year,
    type,
    ...(status === 'published' ? {} : { status }),
    ...(openAccess === undefined || openAccess === 'closed' ? {} : { open: true as const }),
    texts: texts.filter(([, text]) => text !== ''),
  };
}

const unique = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
];
