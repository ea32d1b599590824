import type { LoadedStyle, ReferenceLocale } from '../domain/publication/reference-styles.ts';
import type { CslItem } from '../formats/csl/csl-item.ts';

/**
 * Renders one reference in a style and a language. Returns the HTML of the citation processor, which is not cleaned
 * yet.
 */
export type ReferenceRenderer = (item: CslItem, style: LoadedStyle, locale: ReferenceLocale) => string;
