import { writeBibtex } from './bibtex.ts';
import type { CitedPublication } from './cited-publication.ts';
import { writeCslJson } from './csl-json.ts';
import { writeNbib } from './nbib.ts';
import { writeRis } from './ris.ts';

/** A file format for citations of one publication or of many. */
export interface CitationFormat {
  readonly id: 'bibtex' | 'ris' | 'nbib' | 'csl-json';
  /** Name that readers know it by; the same in every language. */
  readonly label: string;
  readonly extension: '.bib' | '.ris' | '.nbib' | '.csl.json';
  readonly mediaType: string;
  /** The whole file, records in the order given. */
  readonly write: (publications: readonly CitedPublication[]) => string;
}

/** Every format that is offered, in the order in which readers see them. */
export const citationFormats: readonly CitationFormat[] = [
  { id: 'bibtex', label: 'BibTeX', extension: '.bib', mediaType: 'application/x-bibtex', write: writeBibtex },
  { id: 'ris', label: 'RIS', extension: '.ris', mediaType: 'application/x-research-info-systems', write: writeRis },
  { id: 'nbib', label: 'NBIB', extension: '.nbib', mediaType: 'application/nbib', write: writeNbib },
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    extension: '.csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: writeCslJson,
  },
];
