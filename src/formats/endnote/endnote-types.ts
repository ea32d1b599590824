import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';

/** The type for a reference type of EndNote. `exact` is false if the reference type is unknown. */
export function endnoteType(name: string): { readonly type: PublicationType; readonly exact: boolean } {
  const known = types.get(name.trim().toLowerCase());
  if (known !== undefined) return { type: known, exact: true };
  const words = findTypeInWords([name]);
  return words === undefined ? { type: 'report', exact: false } : { type: words, exact: true };
}

const types: ReadonlyMap<string, PublicationType> = new Map([
  ['journal article', 'article'],
  ['journal', 'article'],
  ['electronic article', 'article'],
  ['magazine article', 'article'],
  ['', 'article'],
  ['book', 'book'],
  ['edited book', 'book'],
  ['electronic book', 'book'],
  ['book section', 'chapter'],
  ['electronic book section', 'chapter'],
  ['encyclopedia', 'chapter'],
  ['dictionary', 'chapter'],
  ['conference paper', 'conference-paper'],
  ['conference proceedings', 'conference-paper'],
  ['conference', 'conference-paper'],
  ['thesis', 'thesis'],
  ['report', 'report'],
  ['government document', 'report'],
  ['standard', 'report'],
  ['generic', 'report'],
  ['review', 'review'],
  ['dataset', 'dataset'],
  ['computer program', 'software'],
  ['manuscript', 'preprint'],
  ['unpublished work', 'preprint'],
  ['web page', 'media'],
  ['blog', 'media'],
  ['audiovisual material', 'media'],
  ['film or broadcast', 'media'],
  ['newspaper article', 'media'],
  ['patent', 'patent'],
]);
