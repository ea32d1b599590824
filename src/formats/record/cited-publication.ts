import { arxivUrl } from '../../domain/identifiers/arxiv.ts';
import { doiUrl } from '../../domain/identifiers/doi.ts';
import { handleUrl } from '../../domain/identifiers/handle.ts';
import { formatPages } from '../../domain/publication/page-range.ts';
import { findContainerTitle } from '../../domain/publication/container-title.ts';
import type { VersionReference, PublicationContext } from '../../domain/publication/publication-context.ts';
import type { Abstract, Contribution, Publication } from '../../domain/publication/publication.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';

/** A publication with its data from other files: the input of every citation writer. */
export interface CitedPublication {
  readonly publication: Publication;
  readonly context: PublicationContext;
}

/** Title of the journal, book, proceedings or repository, in full. */
export const containerTitle = ({ publication, context }: CitedPublication): string | undefined =>
  findContainerTitle(publication, context.journal);

/** True if `container` is the publisher: a university, institution or repository, and not a journal or book. */
export const containerIsPublisher = (cited: CitedPublication): boolean =>
  !isArticle(cited) && typesWithPublisherAsContainer.has(cited.publication.type);

const typesWithPublisherAsContainer: ReadonlySet<PublicationType> = new Set([
  'thesis',
  'report',
  'dataset',
  'software',
]);

export const journalAbbreviation = ({ context }: CitedPublication): string | undefined =>
  nonEmpty(context.journal?.abbreviation);

export function publisher({ publication, context }: CitedPublication): string | undefined {
  return nonEmpty(publication.publisher) ?? nonEmpty(context.journal?.publisher);
}

/**
 * True if the publication is cited as an article in a journal: articles of every kind, and a poster, protocol and so on
 * in a journal.
 */
export const isArticle = ({ publication, context }: CitedPublication): boolean =>
  isArticleType(publication.type, context.journal !== undefined || nonEmpty(publication.journal) !== undefined);

/** The same for an item of a list. */
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
 * `RETRACTED: ` or `WITHDRAWN: ` for the start of the title, as publishers write it, so that every copy of a citation
 * shows it; empty if the publication is neither, or if its title already starts so.
 */
export function statusPrefix({ status, title }: Pick<Publication, 'status' | 'title'>): string {
  const word = status === 'retracted' ? 'RETRACTED' : status === 'withdrawn' ? 'WITHDRAWN' : undefined;
  return word === undefined || /^\W*(?:RETRACT|WITHDRAW)/i.test(richTextToPlain(title)) ? '' : `${word}: `;
}

/** The title without markup, after {@link statusPrefix}. */
export const citedTitle = (publication: Publication): string =>
  statusPrefix(publication) + richTextToPlain(publication.title);

/** The distinct ISSNs of the journal, print first. */
export function issns({ context }: CitedPublication): readonly string[] {
  const { issn, eissn } = context.journal ?? {};
  return [...new Set([issn, eissn].flatMap((value) => nonEmpty(value) ?? []))];
}

/** `101-110`, `e1002`: the page range, or the article number where there are no pages. */
export function pagination({ publication }: CitedPublication): string | undefined {
  const { pages, articleNumber } = publication;
  if (!pages || !nonEmpty(pages.first)) return nonEmpty(articleNumber);
  return formatPages(pages);
}

/** Address of the full text: a given address, the handle, or without a DOI arXiv or the page on this site. */
export function readingUrl({ publication, context }: CitedPublication): string | undefined {
  const { url, links, handle, doi, arxiv } = publication;
  return (
    nonEmpty(url) ??
    nonEmpty(links.find((link) => link.rel === 'publisher')?.url) ??
    (handle ? handleUrl(handle) : undefined) ??
    (doi ? undefined : arxiv ? arxivUrl(arxiv) : context.url)
  );
}

/** Address of another version: its DOI, else its page on this site; undefined if there is none. */
export function versionUrl(
  version: VersionReference | undefined,
  { publication, context }: CitedPublication,
): string | undefined {
  if (!version) return undefined;
  if (version.doi) return doiUrl(version.doi);
  const at = context.url.lastIndexOf(`/${publication.slug}/`);
  return version.slug && at >= 0 ? `${context.url.slice(0, at)}/${version.slug}/` : undefined;
}

/** The abstract of the authors in the publication's own language, else their first. */
export const mainAbstract = (cited: CitedPublication): Abstract | undefined =>
  cited.publication.abstractBy === 'office' ? undefined : mainText(cited.publication);

/** The abstract in the publication's own language, else the first, whoever wrote it. */
export function mainText(publication: Publication): Abstract | undefined {
  return publication.abstracts.find((abstract) => abstract.lang === publication.lang) ?? publication.abstracts[0];
}

/** Text of an abstract. Each section starts with its label, as in `Aims: …`. `separator` is between paragraphs. */
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

/** The author's distinct names in other scripts, in the order of the file. */
export const nativeNames = (contribution: Contribution): readonly string[] =>
  contribution.native ? [...new Set(Object.values(contribution.native).filter((name) => name.trim()))] : [];

/** The text; undefined if it is empty or only white space. */
export const nonEmpty = (text: string | undefined): string | undefined =>
  text !== undefined && text.trim() !== '' ? text : undefined;

const asWritten = (label: string): string => label;
