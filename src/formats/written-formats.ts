import { biblatex } from './biblatex/format.ts';
import { bibtex } from './bibtex/format.ts';
import { cslJson } from './csl/format.ts';
import { csv } from './csv/format.ts';
import { mods } from './mods/format.ts';
import { nbib } from './nbib/format.ts';
import { refer } from './refer/format.ts';
import { ris } from './ris/format.ts';
import {
  defaultFormatIds,
  permanentFormatIds,
  type OfferedFormat,
  type OfferedFormatId,
} from '../domain/publication/offered-format.ts';
import type { CitationFormat, WrittenFormat } from './format.ts';

/*
 * A table of its own, apart from that of all formats: a build does not load the formats that only the import reads.
 */

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

/** Formats in which files are written, for publications or for lists. */
export const writtenFormats: readonly WrittenFormat[] = Object.values(writtenById);

/** Formats in which each publication is offered. */
export const citationFormats: readonly CitationFormat[] = writtenFormats.filter((format) => 'proof' in format);

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
