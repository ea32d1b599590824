import { arxivUrl } from '../../domain/identifiers/arxiv.ts';
import { doiUrl } from '../../domain/identifiers/doi.ts';
import { handleUrl } from '../../domain/identifiers/handle.ts';
import { findContainerTitle } from '../../domain/publication/container-title.ts';
import type { VersionReference, PublicationContext } from '../../domain/publication/publication-context.ts';
import type { Abstract, Contribution, Publication } from '../../domain/publication/publication.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';

/** A publication with what the rest of the content knows about it: the input of every citation writer. */
export interface CitedPublication {
  readonly publication: Publication;
  readonly context: PublicationContext;
}

/** Title of the journal, book, proceedings or repository, in full. */
export const containerTitle = ({ publication, context }: CitedPublication): string | undefined =>
  findContainerTitle(publication, context.journal);

/** True where `container` names a university, institution or repository that publishes the work, and no larger work. */
export const containerIsPublisher = (cited: CitedPublication): boolean =>
  !isArticle(cited) && publisherTypes.has(cited.publication.type);

const publisherTypes: ReadonlySet<PublicationType> = new Set(['thesis', 'report', 'dataset', 'software']);

export const journalAbbreviation = ({ context }: CitedPublication): string | undefined =>
  nonEmpty(context.journal?.abbreviation);

export function publisher({ publication, context }: CitedPublication): string | undefined {
  return nonEmpty(publication.publisher) ?? nonEmpty(context.journal?.publisher);
}

/**
 * True for what is cited as an article of a journal: articles of every kind, and a poster, protocol … that a journal
 * printed.
 */
export const isArticle = ({ publication, context }: CitedPublication): boolean =>
  isArticleType(publication.type, context.journal !== undefined || nonEmpty(publication.journal) !== undefined);

/** The same for a line of a list. */
export function isArticleType(type: PublicationType, inJournal: boolean): boolean {
  const rule = articleRules[type];
  return rule === 'always' || (rule === 'in a journal' && inJournal);
}

const articleRules: Readonly<Partial<Record<PublicationType, 'always' | 'in a journal'>>> = {
  article: 'always',
  review: 'always',
  editorial: 'always',
  letter: 'always',
  'conference-paper': 'in a journal',
  report: 'in a journal',
  dataset: 'in a journal',
  software: 'in a journal',
  protocol: 'in a journal',
  poster: 'in a journal',
  media: 'in a journal',
};

/**
 * `RETRACTED: ` before the title, as publishers write it, so that the word survives in whatever a citation is pasted
 * into; empty where the publication stands, or its title says so itself.
 */
export function statusPrefix({ status, title }: Pick<Publication, 'status' | 'title'>): string {
  const word = status === 'retracted' ? 'RETRACTED' : status === 'withdrawn' ? 'WITHDRAWN' : undefined;
  return word === undefined || /^\W*(?:RETRACT|WITHDRAW)/i.test(richTextToPlain(title)) ? '' : `${word}: `;
}

/** The title without markup, after {@link statusPrefix}. */
export const citedTitle = (publication: Publication): string =>
  statusPrefix(publication) + richTextToPlain(publication.title);

/** Print ISSN first. */
export function issns({ context }: CitedPublication): readonly string[] {
  const { issn, eissn } = context.journal ?? {};
  return [...new Set([issn, eissn].flatMap((value) => nonEmpty(value) ?? []))];
}

/** `101-110`, `e1002`: the page range, or the article number where there are no pages. */
export function pagination({ publication }: CitedPublication): string | undefined {
  const { pages, articleNumber } = publication;
  if (!pages || !nonEmpty(pages.first)) return nonEmpty(articleNumber);
  return nonEmpty(pages.last) && pages.last !== pages.first ? `${pages.first}-${pages.last}` : pages.first;
}

/** Where to read the publication, when a DOI does not already say so; else the page on this site. */
export function readingUrl({ publication, context }: CitedPublication): string | undefined {
  const { url, links, handle, doi, arxiv } = publication;
  return (
    nonEmpty(url) ??
    nonEmpty(links.find((link) => link.rel === 'publisher')?.url) ??
    (handle ? handleUrl(handle) : undefined) ??
    (doi ? undefined : arxiv ? arxivUrl(arxiv) : context.url)
  );
}

/** Address of another version: its DOI, else its page on this site. */
export function versionUrl(
  version: VersionReference | undefined,
  { publication, context }: CitedPublication,
): string | undefined {
  if (!version) return undefined;
  if (version.doi) return doiUrl(version.doi);
  const at = context.url.lastIndexOf(`/${publication.slug}/`);
  return version.slug && at >= 0 ? `${context.url.slice(0, at)}/${version.slug}/` : undefined;
}

/** The abstract in the publication's own language, else the first that there is. */
export function mainAbstract({ publication }: CitedPublication): Abstract | undefined {
  return publication.abstracts.find((abstract) => abstract.lang === publication.lang) ?? publication.abstracts[0];
}

/** Paragraphs without markup, each headed by the label of its section, such as `Aims: …`. */
export function abstractText(abstract: Abstract | undefined, separator: string, label = asWritten): string | undefined {
  const sections = abstract?.sections.map((section) => {
    const text = section.text.includes('\n')
      ? section.text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
          .join(separator)
      : section.text.trim();
    return section.label ? `${label(withoutColon(section.label.trim()))}: ${text}` : text;
  });
  return nonEmpty(sections?.filter(Boolean).join(separator));
}

const withoutColon = (label: string): string => (label.endsWith(':') ? label.slice(0, -1).trimEnd() : label);

/** The author's name in other scripts, in the order of the file, each once. */
export const nativeNames = (contribution: Contribution): readonly string[] =>
  contribution.native ? [...new Set(Object.values(contribution.native).filter((name) => name.trim()))] : [];

/** The value, unless it is empty. */
export const nonEmpty = (text: string | undefined): string | undefined =>
  text !== undefined && text.trim() !== '' ? text : undefined;

const asWritten = (label: string): string => label;
