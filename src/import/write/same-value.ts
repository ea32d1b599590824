import { parsePages } from '../../domain/publication/page-range.ts';
import type { DraftValue } from '../draft/draft.ts';
import { gregorianText } from '../draft/written-date.ts';
import { haveSameAuthors } from './match-authors.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { entriesOf, listOf as list, textOf as text } from '../draft/written-value.ts';

/** True if a field of a file and the source have the same meaning, also if the form differs. */
export function isSameValue(name: string, own: unknown, value: DraftValue): boolean {
  if (typeof own === 'string' && own === value) return true;
  if (name === 'authors') return haveSameAuthors(own, value);
  if (name === 'affiliations') return haveSameItems(entriesOf(own).map(nameOf), entriesOf(value).map(nameOf));
  if (name === 'published' || name === 'online') {
    const [one, other] = [gregorianText(own), gregorianText(value)];
    return isPart(one, other) || isPart(other, one);
  }
  if (name === 'container') return fold(titleOf(own)) === fold(titleOf(value));
  if (name === 'mesh') {
    const have = new Set(list(own).map(meshId));
    return list(value).every((item) => have.has(meshId(item)));
  }
  if (name === 'pages') return pagesKey(text(own)) === pagesKey(text(value));
  if (name === 'isbn') return text(own).replace(/\D/g, '') === text(value).replace(/\D/g, '');
  if (Array.isArray(own) || Array.isArray(value) || name === 'keywords') {
    const have = new Set(list(own).map(fold));
    return list(value).every((item) => have.has(fold(item)));
  }
  if (typeof own === 'object' && own !== null && typeof value === 'object')
    return Object.entries(value).every(([key, item]) => fold((own as Record<string, unknown>)[key]) === fold(item));
  return fold(own) === fold(value);
}

/** True if two texts are equal without case, and with any kind of dashes and quotation marks. */
export const isSameText = (own: unknown, value: unknown): boolean => own === value || fold(own) === fold(value);

/** `2024` and `2024-12-03` do not contradict each other. */
const isPart = (short: string, long: string): boolean => long === short || long.startsWith(`${short}-`);

function pagesKey(written: string): string {
  const read = parsePages(written);
  return read.ok ? `${read.value.first}-${read.value.last ?? read.value.first}` : written;
}

/** A MeSH heading is its number, or a map with its number. */
const meshId = (value: unknown): string => fold(isMap(value) ? value['id'] : value);

/** A container is a text, or a map with its title. */
const titleOf = (value: unknown): unknown => (isMap(value) ? value['title'] : value);

const nameOf = (entry: UnknownMap): string => fold(entry['name']);

const haveSameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/**
 * Folds a value for comparison: case, kinds of dashes and quotation marks, and the scheme of an address are ignored.
 */
function fold(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, item]) => `${key}:${fold(item)}`)
      .sort()
      .join('|');
  return text(value)
    .normalize('NFKC')
    .replace(/^https?:\/\/(?:(?:dx\.)?doi\.org\/)?/i, '')
    .replace(/&amp;/g, '&')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
    .toLowerCase();
}
