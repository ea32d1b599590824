import { parseCrossrefJson } from './crossref/parse-crossref-json.ts';
import { parseCslJson } from './csl/parse-csl-json.ts';
import { parseBibtex } from './bibtex/parse-bibtex.ts';
import { parseEndnoteXml } from './endnote/parse-endnote-xml.ts';
import type { ParsedRecords } from './record/foreign-record.ts';
import { parseNbib } from './nbib/parse-nbib.ts';
import { parseOvid } from './ovid/parse-ovid.ts';
import { parsePubmedXml } from './pubmed/parse-pubmed-xml.ts';
import { parseRefer } from './refer/parse-refer.ts';
import { parseRis } from './ris/parse-ris.ts';
import { parseWos } from './wos/parse-wos.ts';

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
    id: 'pubmed-xml',
    label: 'PubMed XML',
    recognise: (text) => /^\s*<[^%]*<?(?:PubmedArticle|PubmedBookArticle)\b/.test(text) && /^\s*<[?!A-Za-z]/.test(text),
    parse: parsePubmedXml,
  },
  {
    id: 'endnote-xml',
    label: 'EndNote XML',
    recognise: (text) =>
      /^\s*<[?!A-Za-z]/.test(text) && /<(?:ref-type|source-app|contributors|rec-number)\b/.test(text),
    parse: parseEndnoteXml,
  },
  {
    id: 'crossref-json',
    label: 'Crossref JSON',
    recognise: (text) =>
      /^\s*[[{]/.test(text) &&
      (/"message-type"\s*:/.test(text) || /"container-title"\s*:\s*\[/.test(text) || /"title"\s*:\s*\[/.test(text)),
    parse: parseCrossrefJson,
  },
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    recognise: (text) => /^\s*[[{]/.test(text) && /"(?:type|title|items)"\s*:/.test(text),
    parse: parseCslJson,
  },
  { id: 'ris', label: 'RIS', recognise: (text) => /^(?:TY|ER) {1,2}-(?: |\s*$)/m.test(text), parse: parseRis },
  {
    id: 'nbib',
    label: 'NBIB (MEDLINE)',
    recognise: (text) =>
      /^PMID ?- ?\d*\s*$/m.test(text) ||
      (text.match(/^(?:PMCR|OWN |STAT|TI  |FAU |JT  |DP  ) ?- ?/gm)?.length ?? 0) > 2,
    parse: parseNbib,
  },
  {
    id: 'wos',
    label: 'Web of Science',
    recognise: (text) => /^\uFEFF?(?:FN .*|VR [\d.]+)$/m.test(text) || /^PT [JBSP]\s*$/m.test(text),
    parse: parseWos,
  },
  {
    id: 'ovid',
    label: 'Ovid',
    recognise: (text) => /^[ \t]*<\d+>[ \t]*$/m.test(text) && /^(?:Title|Author|Source)\s*$/m.test(text),
    parse: parseOvid,
  },
  {
    id: 'refer',
    label: 'refer (ENW)',
    recognise: (text) => /^[ \t]*%[0A]\s+\S/m.test(text) && /^%[TJBDAV]\s/m.test(text),
    parse: parseRefer,
  },
  {
    id: 'bibtex',
    label: 'BibTeX',
    recognise: (text) => /(?<![\w.])@[ \t]*[a-z][\w-]*\s*[{(]\s*(?:(?:[^\s,{}()"=]+\s*)?[,}]|\w+\s*=|")/i.test(text),
    parse: parseBibtex,
  },
];
