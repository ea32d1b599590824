import type { Problem } from '../../domain/problems/problem.ts';
import type { OfferedFormatId } from '../../domain/publication/offered-format.ts';
import type { WrittenFormat } from '../../formats/format.ts';
import { findLosses } from '../../formats/proof/find-losses.ts';
import { structureOf } from '../../formats/proof/record-structure.ts';
import type { CitedPublication } from '../../formats/record/cited-publication.ts';
import { requireFormat } from '../../formats/written-formats.ts';
import type { ProvedCitations, WithheldFormat } from '../../store/citation-cache.ts';

/**
 * Writes a publication in every format, and reads back what other programs will read. A format whose text does not give
 * back the record is withheld, and so is one that cannot be written. `proved` holds the parts of publications that have come
 * back in every format (record-structure.ts): a publication that is made of these alone is only written.
 */
export const provePublication = (
  cited: CitedPublication,
  formats: readonly OfferedFormatId[],
  proved: ProvedParts = new Set<string>(),
): WrittenCitations => proveUnlessProved(cited, formats, proved) ?? writePublication(cited, formats);

/** Parts of publications that have come back in every format. */
export type ProvedParts = Pick<Set<string>, 'has' | 'add'>;

/** The same; undefined for a publication that is made of proved parts alone, which is not written. */
export const proveUnlessProved = (
  cited: CitedPublication,
  formats: readonly OfferedFormatId[],
  proved: ProvedParts,
): WrittenCitations | undefined => {
  const parts = [...structureOf(cited)].filter((part) => !proved.has(part));
  if (parts.length === 0) return undefined;
  const written = inEachFormat(cited, formats, (format, record) => {
    if (!('proof' in format)) return [];
    const { before, after } = format.write.frame();
    return findLosses(cited, [{ format, text: before + record + after }]);
  });
  if (written.withheld.length === 0) for (const part of parts) proved.add(part);
  return written;
};

/** Writes a publication in every format, and reads nothing back. */
export const writePublication = (cited: CitedPublication, formats: readonly OfferedFormatId[]): WrittenCitations =>
  inEachFormat(cited, formats, () => []);

export type WrittenCitations = Pick<ProvedCitations, 'texts' | 'withheld'>;

function inEachFormat(
  cited: CitedPublication,
  formats: readonly OfferedFormatId[],
  prove: (format: WrittenFormat, record: string) => readonly Problem[],
): WrittenCitations {
  const texts: [OfferedFormatId, string][] = [];
  const withheld: WithheldFormat[] = [];
  for (const id of formats) {
    const format = requireFormat(id);
    try {
      const record = format.write.record(cited);
      const problems = prove(format, record);
      if (problems.length === 0) texts.push([id, record]);
      else withheld.push({ format: id, problems });
    } catch (error) {
      withheld.push({ format: id, problems: [notProved(cited, format, error)] });
    }
  }
  return { texts, withheld };
}

const notProved = ({ publication }: CitedPublication, { label }: WrittenFormat, error: unknown): Problem => ({
  severity: 'warning',
  name: 'citation-withheld',
  file: publication.file,
  message: `${label} of ${publication.slug} cannot be written and read back: ${error instanceof Error ? error.message : String(error)}`,
  hint: `please report it with this line, because it is a fault of Colophon; until it is mended, the page has no ${label} file`,
});
