import type { CitationFile } from './program.ts';

/** The first records of a file. */
export function splitRecords(text: string, file: CitationFile, count: number): string {
  if (file === 'csl.json') return JSON.stringify((JSON.parse(text) as readonly unknown[]).slice(0, count));
  const start: RegExp = { bib: /^@/gm, 'biblatex.bib': /^@/gm, ris: /^TY {2}- /gm, nbib: /^PMID- /gm }[file];
  const starts = [...text.matchAll(start)].map(({ index }) => index);
  return starts.length > count ? text.slice(0, starts[count]) : text;
}
