import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { citationFormats, type CitationFormat } from '../../../src/formats/citation-formats.ts';

/** Writes a whole file of a format. */
export const writerOf =
  (id: CitationFormat['id']) =>
  (publications: readonly CitedPublication[]): string =>
    citationFormats.find((format) => format.id === id)!.write(publications);
