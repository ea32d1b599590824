import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../domain/problems/problem.ts';
import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import { bytes, number, rowReader, text } from './row-reader.ts';

/** The citations of one publication, written and proved. */
export interface ProvedCitations {
  readonly slug: string;
  /** Digest of the record, and of what its citations take from other files. */
  readonly key: string;
  /** The citation in each format that is not withheld, by the id of the format. */
  readonly texts: readonly (readonly [format: OfferedFormatId, text: string])[];
  readonly withheld: readonly WithheldFormat[];
}

/** A format whose text does not give back the record of a publication, and what differs. */
export interface WithheldFormat {
  readonly format: OfferedFormatId;
  readonly problems: readonly Problem[];
}

/** Styled references of one publication, written by a render thread for later builds. */
export interface WrittenReferences {
  readonly slug: string;
  /** By style and form, with the digest of the source. */
  readonly references: readonly (readonly [style: string, digest: string, html: string])[];
}

/** The citations in the catalog: each is written once, and used by every file that holds it. */
export interface CitationCache {
  /** The citation in a format, as UTF-8; undefined where this state of the content has none. */
  text(slug: string, format: string): Uint8Array | undefined;
  /** Size of the text in bytes, without reading the text. */
  size(slug: string, format: string): number | undefined;
  /** The styled reference whose source has this digest. */
  reference(slug: string, style: string, digest: string): string | undefined;
  /** Keys of the publications whose citations are proved, by slug. */
  provedKeys(): Map<string, string>;
  /** Withheld formats by slug, for publications that have one. */
  withheld(): Map<string, readonly WithheldFormat[]>;
  saveProved(proved: Iterable<ProvedCitations>): void;
  removeProved(slugs: Iterable<string>): void;
  removeAllProved(): void;
  saveReferences(written: Iterable<WrittenReferences>): void;
  /** Removes the references of publications that have no page. */
  removeStaleReferences(): void;
}

export function openCitationCache(db: DatabaseSync): CitationCache {
  const selectText = db.prepare('select cast(text as blob) as text from citation where slug = ? and format = ?');
  const selectSize = db.prepare('select bytes from citation where slug = ? and format = ?');
  const selectReference = db.prepare('select html from reference where slug = ? and style = ? and digest = ?');
  return {
    text(slug, format) {
      const row = selectText.get(slug, format);
      return row && textRow(row).text;
    },
    size(slug, format) {
      const row = selectSize.get(slug, format);
      return row && sizeRow(row).bytes;
    },
    reference(slug, style, digest) {
      const row = selectReference.get(slug, style, digest);
      return row && referenceRow(row).html;
    },
    provedKeys() {
      const rows = db.prepare('select slug, key from proof').all().map(keyRow);
      return new Map(rows.map(({ slug, key }) => [slug, key]));
    },
    withheld() {
      const rows = db.prepare("select slug, withheld from proof where withheld != ''").all().map(withheldRow);
      return new Map(rows.map(({ slug, withheld }) => [slug, JSON.parse(withheld) as readonly WithheldFormat[]]));
    },
    saveProved(proved) {
      const clear = db.prepare('delete from citation where slug = ?');
      const saveText = db.prepare('insert into citation values (?, ?, ?, ?)');
      const saveProof = db.prepare('insert or replace into proof values (?, ?, ?)');
      for (const { slug, key, texts, withheld } of proved) {
        clear.run(slug);
        for (const [format, record] of texts) saveText.run(slug, format, Buffer.byteLength(record), record);
        saveProof.run(slug, key, withheld.length > 0 ? JSON.stringify(withheld) : '');
      }
    },
    removeProved(slugs) {
      const removeTexts = db.prepare('delete from citation where slug = ?');
      const removeProof = db.prepare('delete from proof where slug = ?');
      for (const slug of slugs) {
        removeTexts.run(slug);
        removeProof.run(slug);
      }
    },
    removeAllProved() {
      db.exec('delete from citation; delete from proof');
    },
    saveReferences(written) {
      const save = db.prepare('insert or replace into reference values (?, ?, ?, ?)');
      for (const { slug, references } of written)
        for (const [style, digest, html] of references) save.run(slug, style, digest, html);
    },
    removeStaleReferences() {
      db.exec(`
        delete from reference where not exists
          (select 1 from page where address = '/publications/' || reference.slug || '/')`);
    },
  };
}

const textRow = rowReader({ text: bytes });
const sizeRow = rowReader({ bytes: number });
const referenceRow = rowReader({ html: text });
const keyRow = rowReader({ slug: text, key: text });
const withheldRow = rowReader({ slug: text, withheld: text });
