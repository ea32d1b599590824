import type { CitedPublication } from '../../../src/citations/cited-publication.ts';
import { citationFormats, type CitationFormat } from '../../../src/citations/formats.ts';

/** Writes a whole file of a format. */
export const writerOf =
  (id: CitationFormat['id']) =>
  (publications: readonly CitedPublication[]): string =>
    citationFormats.find((format) => format.id === id)!.write(publications);
