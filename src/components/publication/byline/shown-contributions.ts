import type { PublicationPage } from '../../../domain/pages/page-data.ts';
import type { Contribution } from '../../../domain/publication/publication.ts';

/** The contributions, each with the name in the reader's language as lists show it: that of the record, else of the person. */
export function shownContributions({ publication, context }: PublicationPage, locale: string): readonly Contribution[] {
  const { natives } = context;
  if (natives === undefined) return publication.contributions;
  return publication.contributions.map((contribution, position) => {
    const own = natives[position]?.[locale];
    return own === undefined ? contribution : { ...contribution, native: { [locale]: own, ...contribution.native } };
  });
}
