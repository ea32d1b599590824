import type { CatalogStore } from '../store/catalog-store.ts';
import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import { citationKey } from './proof/proof-keys.ts';

/**
 * Keys and sizes of the citations of publications, read from the store once. They are packed, because a plan asks for those of all
 * publications, and objects would need four times the memory.
 */
export class KnownCitations {
  readonly #rows = new Map<string, number>();
  readonly #store: CatalogStore;
  readonly #formats: readonly OfferedFormatId[];
  #keys = Buffer.alloc(0);
  #sizes = new Float64Array(0);

  constructor(store: CatalogStore, formats: readonly OfferedFormatId[]) {
    this.#store = store;
    this.#formats = formats;
  }

  /** Changes when a citation of the publication does. */
  keyOf(slug: string): string {
    const start = this.#rowOf(slug) * keyLength;
    return this.#keys.toString('latin1', start, start + keyLength);
  }

  /** Bytes of the citation in a format; 0 where it is withheld. */
  bytesOf(slug: string, format: string): number {
    // Reading a row may replace the sizes.
    const start = this.#rowOf(slug) * this.#formats.length;
    return this.#sizes[start + this.#formats.findIndex((id) => id === format)]!;
  }

  #rowOf(slug: string): number {
    return this.#rows.get(slug) ?? this.#read(slug);
  }

  #read(slug: string): number {
    const row = this.#rows.size;
    this.#rows.set(slug, row);
    if (row * keyLength >= this.#keys.length) this.#grow();
    const { key = '', sizes = {} } = this.#store.citations.measuredOf(slug) ?? {};
    this.#keys.write(citationKey(key), row * keyLength, 'latin1');
    this.#sizes.set(
      this.#formats.map((format) => sizes[format] ?? 0),
      row * this.#formats.length,
    );
    return row;
  }

  #grow(): void {
    const rows = Math.max(1024, this.#rows.size * 2);
    const [keys, sizes] = [Buffer.alloc(rows * keyLength), new Float64Array(rows * this.#formats.length)];
    keys.set(this.#keys);
    sizes.set(this.#sizes);
    [this.#keys, this.#sizes] = [keys, sizes];
  }
}

/** Letters of a key: see `digestText`. */
const keyLength = 22;
