import type { DatabaseSync } from 'node:sqlite';
import { sealed } from './checksum.ts';
import { bytes, number, rowReader, sealedRowReader, text } from './row-reader.ts';

/** Citations of one publication, written by a render thread for other files that hold them and for later builds. */
export interface WrittenCitations {
  readonly slug: string;
  /** Key of the publication's page: when it changes, the texts are stale. */
  readonly key: string;
  /** The citation in each format, by the id of the format. */
  readonly texts: readonly (readonly [format: string, text: string])[];
  /** The styled reference, by style and form, with the digest of its source. */
  readonly references: readonly (readonly [style: string, digest: string, html: string])[];
}

/** The citations in the catalog: each is written once, and used by every file that holds it. */
export interface CitationCache {
  /** The citation in a format, as UTF-8; undefined where this state of the content has none yet. */
  text(slug: string, format: string): Uint8Array | undefined;
  /** Size of the text in bytes, without reading the text. */
  size(slug: string, format: string): number | undefined;
  /** The styled reference whose source has this digest. */
  reference(slug: string, style: string, digest: string): string | undefined;
  save(written: Iterable<WrittenCitations>): void;
  /** Removes what belongs to changed and deleted publications. `allTexts`: removes every text, but keeps references. */
  removeStale(options: { readonly allTexts: boolean }): void;
}

export function openCitationCache(db: DatabaseSync): CitationCache {
  const selectText = db.prepare(
    'select slug, format, key, bytes, cast(text as blob) as text, sum from citation where slug = ? and format = ?',
  );
  const selectSize = db.prepare('select octet_length(text) as bytes from citation where slug = ? and format = ?');
  const selectReference = db.prepare('select * from reference where slug = ? and style = ? and digest = ?');
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
    save(written) {
      const saveText = db.prepare('insert or replace into citation values (?, ?, ?, ?, ?, ?)');
      const saveReference = db.prepare('insert or replace into reference values (?, ?, ?, ?, ?)');
      for (const { slug, key, texts, references } of written) {
        for (const [format, record] of texts)
          saveText.run(...sealed(slug, format, key, Buffer.byteLength(record), record));
        for (const [style, digest, html] of references) saveReference.run(...sealed(slug, style, digest, html));
      }
    },
    removeStale({ allTexts }) {
      if (allTexts) db.exec('delete from citation');
      db.exec(`
        delete from citation where not exists
          (select 1 from page where address = '/publications/' || citation.slug || '/' and page.key = citation.key);
        delete from reference where not exists
          (select 1 from page where address = '/publications/' || reference.slug || '/')`);
    },
  };
}

const textRow = sealedRowReader({ slug: text, format: text, key: text, bytes: number, text: bytes });
const sizeRow = rowReader({ bytes: number });
const referenceRow = sealedRowReader({ slug: text, style: text, digest: text, html: text });
