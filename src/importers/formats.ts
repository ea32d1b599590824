import { parseCslJson } from './csl-json.ts';
import { parseBibtex } from './bibtex.ts';
import type { ParsedRecords } from './foreign-record.ts';
import { parseNbib } from './nbib.ts';
import { parseRis } from './ris.ts';

/** A format that can be imported. */
export interface ImportFormat {
  readonly id: string;
  readonly label: string;
  /** True for a text of this format, whatever the file is called. */
  readonly recognise: (text: string) => boolean;
  readonly parse: (text: string) => ParsedRecords;
}

/** The format of a text, told by what it holds; undefined for a text that is no bibliography. */
export const findFormat = (text: string): ImportFormat | undefined => {
  const start = text.replace(/^\uFEFF/, '').slice(0, 200_000);
  return importFormats.find(({ recognise }) => recognise(start));
};

/** Every format, those whose signs are the surest first. */
export const importFormats: readonly ImportFormat[] = [
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    recognise: (text) => /^\s*[[{]/.test(text) && /"(?:type|title)"\s*:/.test(text),
    parse: parseCslJson,
  },
  { id: 'ris', label: 'RIS', recognise: (text) => /^(?:TY|ER) {1,2}-(?: |$|\r)/m.test(text), parse: parseRis },
  { id: 'nbib', label: 'NBIB (MEDLINE)', recognise: (text) => /^PMID ?- ?\d*\s*$/m.test(text), parse: parseNbib },
  {
    id: 'bibtex',
    label: 'BibTeX',
    recognise: (text) => /(?<![\w.])@[ \t]*[a-z][\w-]*\s*[{(]\s*(?:[^\s,{}()"=]*\s*[,}]|\w+\s*=)/i.test(text),
    parse: parseBibtex,
  },
];
