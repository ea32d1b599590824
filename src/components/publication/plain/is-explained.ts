import type { Publication } from '../../../domain/publication/publication.ts';

/** True when the record says something in plain language. */
export const isExplained = ({
  summaryTitle,
  keyMessages,
  summary,
}: Pick<Publication, 'summaryTitle' | 'keyMessages' | 'summary'>): boolean =>
  summaryTitle !== undefined || keyMessages.length > 0 || summary !== undefined;
