import {
  referenceNeedNames,
  referenceNeeds,
  type ReferenceNeed,
  type ReferenceNeedName,
} from '../domain/publication/reference-needs.ts';
import { journalOf, type Catalog } from './build-catalog.ts';

/** One thing that references of the site lack, and all publications that lack it. */
export interface ReferenceNote {
  readonly name: ReferenceNeedName;
  /** Styles of the site that print it. */
  readonly styles: readonly string[];
  readonly message: string;
  readonly hint: string;
  readonly files: readonly string[];
}

/** What references will lack in the styles of the site: one note for each thing, however many publications lack it. */
export function referenceNotes({ publications, site, ...catalog }: Catalog): readonly ReferenceNote[] {
  return referenceNeedNames.flatMap((name) => {
    const { styles: printing, lacks, hint }: ReferenceNeed = referenceNeeds[name];
    const styles = site.styles.filter((style) => printing === undefined || printing.includes(style));
    if (styles.length === 0) return [];
    const files = publications.flatMap((publication) => {
      const journal = journalOf(publication, catalog);
      const lacking =
        name === 'abbreviation'
          ? journal !== undefined && journal.abbreviation === undefined && /\s/.test(journal.title.trim())
          : (publication.lacks?.includes(name) ?? false);
      return lacking && !publication.draft ? [publication.file] : [];
    });
    if (files.length === 0) return [];
    const count = `${files.length} ${files.length === 1 ? 'publication' : 'publications'}`;
    return [{ name, styles, message: `${count} ${lacks}`, hint, files }];
  });
}
