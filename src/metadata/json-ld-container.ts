import {
  containerTitle,
  nonEmpty,
  isArticle,
  containerIsPublisher,
  issns,
  publisher,
  type CitedPublication,
} from '../formats/record/cited-publication.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { formatPartialDate } from '../domain/dates/partial-date.ts';
import type { Publication } from '../domain/publication/publication.ts';
import { oneOrMany, type LdNode } from './json-ld-node.ts';
import { contributor } from './json-ld-people.ts';

/*
 * What a publication is part of, who published it, and where it was presented.
 */

export function seriesNode({ series, seriesNumber, seriesEditors }: Publication): LdNode | undefined {
  if (!series && !seriesNumber && seriesEditors.length === 0) return undefined;
  return {
    '@type': 'CreativeWorkSeries',
    name: series,
    position: seriesNumber,
    editor: oneOrMany(seriesEditors.map(contributor)),
  };
}

/** The congress at which the work was presented. */
export const eventNode = ({ event }: Publication): LdNode | undefined =>
  event && {
    '@type': 'PublicationEvent',
    name: event.name,
    location: event.place,
    startDate: event.start && formatPartialDate(event.start),
    endDate: event.end && formatPartialDate(event.end),
  };

/** Issue in volume in journal, or the book or proceedings; undefined when the container is the publisher. */
export function container(cited: CitedPublication): LdNode | undefined {
  const { publication, context } = cited;
  const name = containerTitle(cited);
  if (name === undefined || containerIsPublisher(cited)) return undefined;
  if (!isArticle(cited)) {
    if (publication.type === 'preprint') return undefined;
    return {
      '@type': publication.type === 'chapter' ? 'Book' : 'CreativeWork',
      name,
      isbn: publication.type === 'chapter' ? publication.isbn : undefined,
      sameAs: publication.containerDoi && doiUrl(publication.containerDoi),
    };
  }
  const periodical: LdNode = {
    '@type': 'Periodical',
    name,
    alternateName: nonEmpty(context.journal?.abbreviation),
    issn: oneOrMany(issns(cited)),
    url: nonEmpty(context.journal?.url),
  };
  const volume: LdNode = publication.volume
    ? { '@type': 'PublicationVolume', volumeNumber: publication.volume, isPartOf: periodical }
    : periodical;
  return publication.issue ? { '@type': 'PublicationIssue', issueNumber: publication.issue, isPartOf: volume } : volume;
}

export function publisherNode(cited: CitedPublication): LdNode | undefined {
  const name =
    publisher(cited) ??
    (containerIsPublisher(cited) || cited.publication.type === 'preprint' ? containerTitle(cited) : undefined);
  const { place } = cited.publication;
  if (name === undefined && place === undefined) return undefined;
  return { '@type': 'Organization', name, address: place };
}
