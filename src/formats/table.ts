import { arxivAtom } from './arxiv/format.ts';
import { cochrane } from './cochrane/format.ts';
import { crossrefJson } from './crossref/format.ts';
import { dataciteJson } from './datacite/format.ts';
import { dblpXml } from './dblp/format.ts';
import { dimensions } from './dimensions/format.ts';
import { embase } from './embase/format.ts';
import { endnoteXml } from './endnote/format.ts';
import { europepmcJson, europepmcXml } from './europepmc/format.ts';
import { jats } from './jats/format.ts';
import { lens } from './lens/format.ts';
import { openalexJson } from './openalex/format.ts';
import { orcidJson } from './orcid/format.ts';
import { ovidTagged } from './ovid-tagged/format.ts';
import { ovid } from './ovid/format.ts';
import { pubmedCsv } from './pubmed-csv/format.ts';
import { pubmedXml } from './pubmed/format.ts';
import { refworks } from './refworks/format.ts';
import { scopus } from './scopus/format.ts';
import { wosTab } from './wos-tab/format.ts';
import { wos } from './wos/format.ts';
import { zoteroCsv } from './zotero-csv/format.ts';
import { zoteroRdf } from './zotero-rdf/format.ts';
import { zoteroJson } from './zotero/format.ts';
import { evidenceRanking, type Format, type FormatReader, type ImportedFormat } from './format.ts';
import { writtenFormats } from './written-formats.ts';

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

/** Every format. */
export const formats: readonly Format[] = [...writtenFormats, ...readFormats];

/** Formats that can be imported, best evidence first. */
export const importFormats: readonly (Format & FormatReader)[] = formats
  .filter((format) => 'recognise' in format)
  .sort((a, b) => evidenceRanking.indexOf(a.evidence) - evidenceRanking.indexOf(b.evidence));

/** The format of a text, from its content; undefined if no format recognises it. */
export function recogniseFormat(text: string): (Format & FormatReader) | undefined {
  const start = text.replace(/^\uFEFF/, '').slice(0, 200_000);
  return importFormats.find(({ recognise }) => recognise(start));
}
