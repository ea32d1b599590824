import type { LoadedStyle, ReferenceLocale } from '../domain/publication/reference-styles.ts';
import type { CslItem } from '../formats/csl/csl-item.ts';

/** HTML of one reference in a style and a language, as the style's processor writes it. */
export type ReferenceRenderer = (item: CslItem, style: LoadedStyle, locale: ReferenceLocale) => string;
