import type { DatabaseSync } from 'node:sqlite';
import { bytes, number, rowReader, text } from './row-reader.ts';

/** What a render thread wrote of one publication, for other files that hold it and for later builds. */
export interface WrittenCitations {
  readonly slug: string;
  /** Key of the publication's page, with which the texts become stale. */
  readonly key: string;
  /** The record by the id of its format. */
  readonly texts: readonly (readonly [format: string, text: string])[];
  /** The reference by style and form, with the digest of all that it was made of. */
  readonly references: readonly (readonly [style: string, digest: string, html: string])[];
}

/** The citations that the catalog keeps, each written once. */
export interface CitationCache {
  /** Text of a record, as UTF-8. The build keeps those of the present state of the content only. */
  text(slug: string, format: string): Uint8Array | undefined;
  /** Bytes of the text, without reading it. */
  size(slug: string, format: string): number | undefined;
  /** A rendered reference that was made of exactly what has this digest. */
  reference(slug: string, style: string, digest: string): string | undefined;
  save(written: Iterable<WrittenCitations>): void;
  /** Forgets what belongs to publications that have changed or are no more; `all`: every text. */
  forget(all: boolean): void;
}

export function openCitationCache(db: DatabaseSync): CitationCache {
  const ofText = db.prepare('select cast(text as blob) as text from citation where slug = ? and format = ?');
  const ofSize = db.prepare('select bytes from citation where slug = ? and format = ?');
  const ofReference = db.prepare('select html from reference where slug = ? and style = ? and digest = ?');
  return {
    text(slug, format) {
      const row = ofText.get(slug, format);
      return row && textRow(row).text;
    },
    size(slug, format) {
      const row = ofSize.get(slug, format);
      return row && sizeRow(row).bytes;
    },
    reference(slug, style, digest) {
      const row = ofReference.get(slug, style, digest);
      return row && referenceRow(row).html;
    },
    save(written) {
      const saveText = db.prepare('insert or replace into citation values (?, ?, ?, ?, ?)');
      const saveReference = db.prepare('insert or replace into reference values (?, ?, ?, ?)');
      for (const { slug, key, texts, references } of written) {
        for (const [format, record] of texts) saveText.run(slug, format, key, Buffer.byteLength(record), record);
        for (const [style, digest, html] of references) saveReference.run(slug, style, digest, html);
      }
    },
    forget(all) {
      if (all) db.exec('delete from citation');
      db.exec(`
        delete from citation where not exists
          (select 1 from page where address = '/publications/' || citation.slug || '/' and page.key = citation.key);
        delete from reference where not exists
          (select 1 from page where address = '/publications/' || reference.slug || '/')`);
    },
  };
}

const textRow = rowReader({ text: bytes });
const sizeRow = rowReader({ bytes: number });
const referenceRow = rowReader({ html: text });
