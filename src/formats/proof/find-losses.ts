import type { Problem } from '../../domain/problems/problem.ts';
import type { CitationFormat } from '../format.ts';
import type { CitedPublication } from '../record/cited-publication.ts';
import { proveCitation, type Difference } from './prove-citation.ts';

/**
 * Reads the written citations of a publication with the readers of the import, and BibTeX also with Citation.js, and
 * compares them with the record. A format with a difference is withheld for this publication, and each difference is a warning.
 */
export function findLosses(
  cited: CitedPublication,
  written: readonly { readonly format: CitationFormat; readonly text: string }[],
): readonly Problem[] {
  return written.flatMap(({ format: { label, read, proof }, text }) => {
    const { records, problems } = read(text);
    const readingProblems = problems.map(({ name, message }): Difference => ({
      field: name,
      expected: '',
      found: message,
    }));
    const second = proof.crossCheck?.(cited, text) ?? [];
    return [...readingProblems, ...proveCitation(cited, proof.rules, text, records), ...second].map((difference) =>
      toProblem(cited, label, difference),
    );
  });
}

const toProblem = (
  { publication }: CitedPublication,
  format: string,
  { field, expected, found }: Difference,
): Problem => ({
  severity: 'warning',
  name: 'citation-withheld',
  file: publication.file,
  ...(writtenFields[field] === undefined ? {} : { field: writtenFields[field] }),
  message: `${format} does not return the ${field} of ${publication.slug}: "${shorten(found)}" instead of "${shorten(expected)}"`,
  hint: `please report it with this line, because it is a fault of Colophon; until it is mended, the page has no ${format} file`,
});

/** Fields of the file in which a compared field is written under its own name or another. */
const writtenFields: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (
      'title authors journal container publisher editors translators edition series place chapter number version accessed ' +
      'published volume issue pages doi pmid pmcid arxiv isbn url keywords mesh status'
    )
      .split(' ')
      .map((name) => [name, name]),
  ),
  'translated title': 'titles',
  'series editors': 'seriesEditors',
  'series number': 'seriesNumber',
  'number of pages': 'pagesTotal',
  'original title': 'originalTitle',
  language: 'lang',
  'native names': 'authors',
};

const shorten = (text: string): string => {
  const line = text.replaceAll('\n', ' | ');
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
};
