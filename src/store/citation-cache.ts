import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../domain/problems/problem.ts';
import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import { withChecksum } from './checksum.ts';
import { bytes, number, checkedRowReader, text } from './row-reader.ts';

/** The citations of one publication, written and proved. */
export interface ProvedCitations {
  readonly slug: string;
  /** Digest of the record, and of what its citations take from other files. */
  readonly key: string;
  /** JSON of what its citations take from other files. */
  readonly context: string;
  /** The citation in each format that is not withheld, by the id of the format. */
  readonly texts: readonly (readonly [format: OfferedFormatId, text: string])[];
  readonly withheld: readonly WithheldFormat[];
}

/** A format whose text does not give back the record of a publication, and what differs. */
export interface WithheldFormat {
  readonly format: OfferedFormatId;
  readonly problems: readonly Problem[];
}

/** What files of many citations need to know of those of one publication before they are written. */
export interface MeasuredCitations extends Pick<ProvedCitations, 'key' | 'context'> {
  /** Bytes of the citation in each format that is not withheld. */
  readonly sizes: Readonly<Partial<Record<OfferedFormatId, number>>>;
}

/** Styled references of one publication, written by a render thread for later builds. */
export interface WrittenReferences {
  readonly slug: string;
  /** By style and form, with the digest of the source. */
  readonly references: readonly (readonly [style: string, digest: string, html: string])[];
}

/** The citations in the catalog: each is written once, and used by every file that holds it. */
export interface CitationCache {
  /** The citations of a publication by format, as UTF-8. */
  texts(slug: string): ReadonlyMap<string, Uint8Array>;
  /** The citation in a format, as UTF-8; undefined where this state of the content has none. */
  text(slug: string, format: string): Uint8Array | undefined;
  /** The styled reference whose source has this digest. */
  reference(slug: string, style: string, digest: string): string | undefined;
  /** Keys of the publications whose citations are proved, by slug. */
  provedKeys(): Map<string, string>;
  /** The proved citations of one publication, without their texts. */
  measuredOf(slug: string): MeasuredCitations | undefined;
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
  const selectTexts = 'select slug, format, bytes, cast(text as blob) as text, sum from citation where slug = ?';
  const allTexts = db.prepare(selectTexts);
  const oneText = db.prepare(`${selectTexts} and format = ?`);
  const oneProof = db.prepare('select * from proof where slug = ?');
  const selectReference = db.prepare('select * from reference where slug = ? and style = ? and digest = ?');
  return {
    texts: (slug) => new Map(allTexts.all(slug).map((row) => [String(row['format']), textRow(row).text])),
    text(slug, format) {
      const row = oneText.get(slug, format);
      return row && textRow(row).text;
    },
    reference(slug, style, digest) {
      const row = selectReference.get(slug, style, digest);
      return row && referenceRow(row).html;
    },
    provedKeys() {
      const rows = db.prepare('select * from proof').iterate();
      return new Map(rows.map(proofRow).map(({ slug, key }) => [slug, key]));
    },
    measuredOf(slug) {
      const row = oneProof.get(slug);
      return row && measuredRow(proofRow(row));
    },
    withheld() {
      const rows = db.prepare("select * from proof where withheld != ''").all().map(proofRow);
      return new Map(rows.map(({ slug, withheld }) => [slug, JSON.parse(withheld) as readonly WithheldFormat[]]));
    },
    saveProved(proved) {
      const clear = db.prepare('delete from citation where slug = ?');
      const saveText = db.prepare('insert into citation values (?, ?, ?, ?, ?)');
      const saveProof = db.prepare('insert or replace into proof values (?, ?, ?, ?, ?, ?)');
      for (const { slug, key, context, texts, withheld } of proved) {
        clear.run(slug);
        const sizes = texts.map(([format, record]) => [format, Buffer.byteLength(record)] as const);
        for (const [index, [format, record]] of texts.entries())
          saveText.run(...withChecksum(slug, format, sizes[index]![1], record));
        const missing = withheld.length > 0 ? JSON.stringify(withheld) : '';
        saveProof.run(...withChecksum(slug, key, context, missing, JSON.stringify(Object.fromEntries(sizes))));
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
      const save = db.prepare('insert or replace into reference values (?, ?, ?, ?, ?)');
      for (const { slug, references } of written)
        for (const [style, digest, html] of references) save.run(...withChecksum(slug, style, digest, html));
    },
    removeStaleReferences() {
      db.exec(`
        delete from reference where not exists
          (select 1 from page where address = '/publications/' || reference.slug || '/')`);
    },
  };
}

const textRow = checkedRowReader({ slug: text, format: text, bytes: number, text: bytes });
const referenceRow = checkedRowReader({ slug: text, style: text, digest: text, html: text });
const proofRow = checkedRowReader({ slug: text, key: text, context: text, withheld: text, sizes: text });

const measuredRow = ({ key, context, sizes }: ReturnType<typeof proofRow>): MeasuredCitations => ({
  key,
  context,
  sizes: JSON.parse(sizes) as MeasuredCitations['sizes'],
});
