import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { citationKey } from './proof/proof-keys.ts';

/**
 * Keys and sizes of the citations of publications, read from the store once. They are in lists, because a plan asks for those of all
 * publications, and an object for each would need more memory.
 */
export class KnownCitations {
  readonly #rows = new Map<string, number>();
  readonly #keys: string[] = [];
  /** In each format, publication after publication. */
  readonly #sizes: number[] = [];
  readonly #store: CatalogStore;
  readonly #formats: readonly OfferedFormatId[];

  constructor(store: CatalogStore, formats: readonly OfferedFormatId[]) {
    this.#store = store;
    this.#formats = formats;
  }

  /** Changes when a citation of the publication does. */
  keyOf(slug: string): string {
    return this.#keys[this.#rowOf(slug)]!;
  }

  /** Bytes of the citation in a format; 0 where it is withheld. */
  bytesOf(slug: string, format: string): number {
    return this.#sizes[this.#rowOf(slug) * this.#formats.length + this.#formats.findIndex((id) => id === format)]!;
  }

  #rowOf(slug: string): number {
    const known = this.#rows.get(slug);
    if (known !== undefined) return known;
    const { key = '', sizes = {} } = this.#store.citations.measuredOf(slug) ?? {};
    this.#rows.set(slug, this.#keys.length);
    this.#sizes.push(...this.#formats.map((format) => sizes[format] ?? 0));
    return this.#keys.push(citationKey(key)) - 1;
  }
}
