import type { Problem } from '../domain/problems/problem.ts';
import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import type { WrittenFormat } from '../formats/format.ts';
import { findLosses } from '../formats/proof/find-losses.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import { requireFormat } from '../formats/table.ts';
import type { ProvedCitations, WithheldFormat } from '../store/citation-cache.ts';

/**
 * Writes a publication in every format, and reads back what other programs will read. A format whose text does not give
 * back the record is withheld, and so is one that cannot be written. `proved`: what the second reader need not read again.
 */
export function provePublication(
  cited: CitedPublication,
  formats: readonly OfferedFormatId[],
  proved = new Set<string>(),
): Omit<ProvedCitations, 'slug' | 'key'> {
  const texts: [OfferedFormatId, string][] = [];
  const withheld: WithheldFormat[] = [];
  for (const id of formats) {
    const { record, problems } = writeAndProve(cited, requireFormat(id), proved);
    if (record !== undefined && problems.length === 0) texts.push([id, record]);
    else withheld.push({ format: id, problems });
  }
  return { texts, withheld };
}

function writeAndProve(
  cited: CitedPublication,
  format: WrittenFormat,
  proved: Set<string>,
): { readonly record?: string; readonly problems: readonly Problem[] } {
  try {
    const record = format.write.record(cited);
    if (!('proof' in format)) return { record, problems: [] };
    const { before, after } = format.write.frame();
    return { record, problems: findLosses(cited, [{ format, text: before + record + after }], proved) };
  } catch (error) {
    return { problems: [notProved(cited, format, error)] };
  }
}

const notProved = ({ publication }: CitedPublication, { label }: WrittenFormat, error: unknown): Problem => ({
  severity: 'warning',
  name: 'citation-withheld',
  file: publication.file,
  message: `${label} of ${publication.slug} cannot be written and read back: ${error instanceof Error ? error.message : String(error)}`,
  hint: `please report it with this line, because it is a fault of Colophon; until it is mended, the page has no ${label} file`,
});
