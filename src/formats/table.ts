import { arxivAtom } from './arxiv/format.ts';
import { biblatex } from './biblatex/format.ts';
import { bibtex } from './bibtex/format.ts';
import { cochrane } from './cochrane/format.ts';
import { crossrefJson } from './crossref/format.ts';
import { cslJson } from './csl/format.ts';
import { csv } from './csv/format.ts';
import { dataciteJson } from './datacite/format.ts';
import { dblpXml } from './dblp/format.ts';
import { dimensions } from './dimensions/format.ts';
import { embase } from './embase/format.ts';
import { endnoteXml } from './endnote/format.ts';
import { europepmcJson, europepmcXml } from './europepmc/format.ts';
import { jats } from './jats/format.ts';
import { lens } from './lens/format.ts';
import { mods } from './mods/format.ts';
import { nbib } from './nbib/format.ts';
import { openalexJson } from './openalex/format.ts';
import { orcidJson } from './orcid/format.ts';
import { ovidTagged } from './ovid-tagged/format.ts';
import { ovid } from './ovid/format.ts';
import { pubmedCsv } from './pubmed-csv/format.ts';
import { pubmedXml } from './pubmed/format.ts';
import { refer } from './refer/format.ts';
import { refworks } from './refworks/format.ts';
import { ris } from './ris/format.ts';
import { scopus } from './scopus/format.ts';
import { wosTab } from './wos-tab/format.ts';
import { wos } from './wos/format.ts';
import { zoteroCsv } from './zotero-csv/format.ts';
import { zoteroRdf } from './zotero-rdf/format.ts';
import { zoteroJson } from './zotero/format.ts';
import {
  defaultFormatIds,
  permanentFormatIds,
  type OfferedFormat,
  type OfferedFormatId,
} from '../domain/publication/offered-format.ts';
import {
  evidenceRanking,
  type CitationFormat,
  type Format,
  type FormatReader,
  type ImportedFormat,
  type WrittenFormat,
} from './format.ts';

/** Formats in which files are written, in display order. */
const writtenById: Readonly<Record<OfferedFormatId, WrittenFormat>> = {
  bibtex,
  biblatex,
  ris,
  nbib,
  'csl-json': cslJson,
  csv,
  enw: refer,
  mods,
};

/** Formats that are only read. */
const readFormats: readonly ImportedFormat[] = [
  pubmedXml,
  jats,
  endnoteXml,
  openalexJson,
  europepmcJson,
  europepmcXml,
  crossrefJson,
  dataciteJson,
  orcidJson,
  zoteroJson,
  zoteroRdf,
  zoteroCsv,
  arxivAtom,
  dblpXml,
  wos,
  ovid,
  wosTab,
  ovidTagged,
  refworks,
  cochrane,
  scopus,
  pubmedCsv,
  embase,
  dimensions,
  lens,
];

/** Formats in which files are written, for publications or for lists. */
export const writtenFormats: readonly WrittenFormat[] = Object.values(writtenById);

/** Every format. */
export const formats: readonly Format[] = [...writtenFormats, ...readFormats];

/** Formats in which each publication is offered. */
export const citationFormats: readonly CitationFormat[] = writtenFormats.filter((format) => 'proof' in format);

/** Formats that can be imported, best evidence first. */
export const importFormats: readonly (Format & FormatReader)[] = formats
  .filter((format) => 'recognise' in format)
  .sort((a, b) => evidenceRanking.indexOf(a.evidence) - evidenceRanking.indexOf(b.evidence));

/** The format of a text, from its content; undefined if no format recognises it. */
export function recogniseFormat(text: string): (Format & FormatReader) | undefined {
  const start = text.replace(/^\uFEFF/, '').slice(0, 200_000);
  return importFormats.find(({ recognise }) => recognise(start));
}

/** The written format with this id. Throws if there is none. */
export function requireFormat(id: string): WrittenFormat {
  const format = writtenFormats.find((one) => one.id === id);
  if (!format) throw new Error(`there is no format ${id}`);
  return format;
}

/** The formats that a site offers, as pages and lists need them: those that are named, and those that are always offered. */
export const offeredFormats = (ids: readonly OfferedFormatId[] = defaultFormatIds): readonly OfferedFormat[] =>
  writtenFormats
    .filter(({ id }) => permanentFormatIds.includes(id) || ids.includes(id))
    .map(({ id, label, file, write, ...format }) => ({
      id,
      label,
      ...file,
      single: 'proof' in format,
      frame: write.frame(),
    }));
