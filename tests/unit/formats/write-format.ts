import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { citationFormats } from '../../../src/formats/written-formats.ts';

/** Writes a whole file of a format. */
export const writerOf =
  (id: string) =>
  (publications: readonly CitedPublication[]): string =>
    citationFormats.find((format) => format.id === id)!.write.file(publications);
