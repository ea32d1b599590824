import type { CitedPublication } from '../record/cited-publication.ts';
import { readBibtex } from '../../references/citation-js.ts';
import { citationFormats } from '../citation-formats.ts';
import { proveCitation, type Difference } from './prove-citation.ts';
import { proveItem } from '../bibtex/prove-with-citation-js.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { importFormats } from '../import-formats.ts';

/**
 * Reads the written citations of a publication back, with the readers of our import, BibTeX with Citation.js as well,
 * and compares them with the record. Whatever differs is an error, for it would be published.
 */
export function findLosses(
  cited: CitedPublication,
  written: readonly { readonly format: { readonly id: string }; readonly text: string }[],
): readonly Problem[] {
  return written.flatMap(({ format: { id }, text }) => {
    const format = citationFormats.find((one) => one.id === id);
    const reader = importFormats.find((one) => one.id === id);
    if (!format || !reader || format.id === 'csv') throw new Error(`nothing reads ${id} back`);
    const { records, problems } = reader.parse(text);
    const complaints = problems.map(({ name, message }): Difference => ({ field: name, expected: '', found: message }));
    const second = format.id === 'bibtex' ? proveItem(cited, readBibtex(text)) : [];
    return [...complaints, ...proveCitation(cited, format.id, text, records), ...second].map((difference) =>
      toProblem(cited, format.label, difference),
    );
  });
}

const toProblem = (
  { publication }: CitedPublication,
  format: string,
  { field, expected, found }: Difference,
): Problem => ({
  severity: 'error',
  name: 'citation-differs',
  file: publication.file,
  message: `${format} does not give back the ${field} of ${publication.slug}: "${short(found)}" instead of "${short(expected)}"`,
  hint: 'this is a fault of Colophon: please report it with this line; until it is mended, another spelling in the file may help',
});

const short = (text: string): string => {
  const line = text.replaceAll('\n', ' | ');
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
};
