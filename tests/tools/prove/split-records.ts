import type { CitationFile } from './program.ts';

/** How a record begins. Pages are counted before they become one text. */
const firstLines: Readonly<Record<Exclude<CitationFile, 'csl.json' | 'html'>, RegExp>> = {
  bib: /^@/gm,
  'biblatex.bib': /^@/gm,
  ris: /^TY {2}- /gm,
  nbib: /^PMID- /gm,
  enw: /^%0 /gm,
  'mods.xml': /^<mods /gm,
};

/** The first records of a file. */
export function splitRecords(text: string, file: Exclude<CitationFile, 'html'>, count: number): string {
  if (file === 'csl.json') return JSON.stringify((JSON.parse(text) as readonly unknown[]).slice(0, count));
  const starts = [...text.matchAll(firstLines[file])].map(({ index }) => index);
  if (starts.length <= count) return text;
  return text.slice(0, starts[count]) + (file === 'mods.xml' ? '</modsCollection>\n' : '');
}
