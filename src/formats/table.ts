import { bibtex } from './bibtex/format.ts';
import { crossrefJson } from './crossref/format.ts';
import { cslJson } from './csl/format.ts';
import { csv } from './csv/format.ts';
import { endnoteXml } from './endnote/format.ts';
import { nbib } from './nbib/format.ts';
import { ovid } from './ovid/format.ts';
import { pubmedXml } from './pubmed/format.ts';
import { refer } from './refer/format.ts';
import { ris } from './ris/format.ts';
import { wos } from './wos/format.ts';
import { offeredFormatIds, type OfferedFormat, type OfferedFormatId } from '../domain/publication/offered-format.ts';
import { evidenceRanking, type CitationFormat, type Format, type FormatReader, type WrittenFormat } from './format.ts';

/** Every format. The written ones come first, in display order. */
export const formats: readonly Format[] = [
  bibtex,
  ris,
  nbib,
  cslJson,
  csv,
  pubmedXml,
  endnoteXml,
  crossrefJson,
  wos,
  ovid,
  refer,
];

/** Formats in which files are written, for publications or for lists. */
export const writtenFormats: readonly WrittenFormat[] = formats.filter((format) => 'file' in format);

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

/** The formats that a site offers, as pages and lists need them. BibTeX and RIS are always among them. */
export const offeredFormats = (ids: readonly OfferedFormatId[] = offeredFormatIds): readonly OfferedFormat[] =>
  writtenFormats
    .filter((format) => format === bibtex || format === ris || ids.includes(format.id))
    .map(({ id, label, file, ...format }) => ({ id, label, ...file, single: 'proof' in format }));
