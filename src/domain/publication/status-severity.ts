import type { PublicationStatus } from './publication.ts';

/** How much a status says against a publication: a retraction most, no status least. */
export const severityOf = (status: PublicationStatus | undefined): number =>
  status === undefined ? -1 : order.indexOf(status);

const order: readonly PublicationStatus[] = ['published', 'corrected', 'concern', 'withdrawn', 'retracted'];
