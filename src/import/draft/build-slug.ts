import { gregorianYear } from './written-date.ts';
import { isGroup, parsePersonName } from '../../domain/people/person-name.ts';
import { slugify } from '../../domain/identifiers/slug.ts';
import type { DraftFields } from './draft.ts';

/**
 * Builds a slug such as `karimi-2024-sleep`: first author, year, and a word of the title. More words, then a number,
 * make it unique.
 */
export function buildSlug(fields: DraftFields, taken: ReadonlySet<string>): string {
  const year = gregorianYear(fields['published']);
  const title = typeof fields['title'] === 'string' ? fields['title'].replace(/<\/?(?:i|b|sub|sup)>|\$/g, '') : '';
  const words = slugify(title).split('-');
  const significantWords = words.filter((word) => word.length > 3 && !stopWords.has(word));
  const slugWords = significantWords.length > 0 ? significantWords : words;
  const author = firstAuthorWord(fields);
  const family = author === '' ? '' : shorten(slugify(author), 40);
  for (let count = 1; count <= Math.min(slugWords.length, 5); count += 1) {
    const slug = shorten([family, year, ...slugWords.slice(0, count)].filter(Boolean).join('-'), 80);
    if (!taken.has(slug)) return slug;
  }
  return findFreeSlug(shorten([family, year, slugWords[0] ?? ''].filter(Boolean).join('-'), 80), taken);
}

/** The slug, or the first of `slug-2`, `slug-3` … that is free. */
export function findFreeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

function firstAuthorWord(fields: DraftFields): string {
  const [first] = Array.isArray(fields['authors']) ? (fields['authors'] as readonly unknown[]) : [];
  const entry = typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : { name: first };
  if (typeof entry['group'] === 'string') return entry['group'].split(/\s+/).slice(0, 3).join(' ');
  const name = parsePersonName(typeof entry['name'] === 'string' ? entry['name'] : '');
  return name.ok && !isGroup(name.value) ? name.value.family : '';
}

/** Cut at the last hyphen before the limit, if there is one. */
const shorten = (slug: string, length: number): string =>
  slug.length <= length
    ? slug
    : slug
        .slice(0, length + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, length);

const stopWords: ReadonlySet<string> = new Set(
  'with from that this these those into upon over under between among after before during about their there which while using based toward towards through versus within without does have been being what when where'.split(
    ' ',
  ),
);
