import type { PublicationStatus } from './publication.ts';

/** Rank of a status by how serious it is: 0 for published to 4 for retracted; -1 for no status. */
export const severityOf = (status: PublicationStatus | undefined): number =>
  status === undefined ? -1 : order.indexOf(status);

const order: readonly PublicationStatus[] = ['published', 'corrected', 'concern', 'withdrawn', 'retracted'];
