import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { pagination, type CitedPublication } from '../record/cited-publication.ts';
import { bibtexAuthor } from './bibtex-rules.ts';
import { foldLatex, fullRange, joinValues, unescapeAddress, withoutStatus } from '../proof/folds.ts';
import type { Difference } from '../proof/prove-citation.ts';

/** Compares the CSL items that Citation.js read from BibTeX with the publication. */
export function proveWithCitationJs(
  cited: CitedPublication,
  items: readonly Readonly<Record<string, unknown>>[],
): readonly Difference[] {
  const [item] = items;
  if (!item || items.length > 1) return [{ field: 'record', expected: '1', found: String(items.length) }];
  const { publication } = cited;
  const { year, month, day } = publication.published;
  const hasFormula = publication.title.some((node) => typeof node !== 'string' && 'tex' in node);
  const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');
  const issued = item['issued'] as { readonly 'date-parts'?: readonly (readonly number[])[] } | undefined;
  const authors = (item['author'] ?? []) as readonly Readonly<Record<string, string>>[];
  const pairs: readonly (readonly [field: string, expected: string | undefined, found: string])[] = [
    ['title', hasFormula ? undefined : richTextToPlain(publication.title), text(item['title'])],
    ['authors', joinValues(publication.contributions.map(bibtexAuthor)), joinValues(authors.map(itemName)) ?? ''],
    [
      'published',
      [year, month, day].filter((part) => part !== undefined).join('-'),
      issued?.['date-parts']?.[0]?.join('-') ?? '',
    ],
    ['volume', publication.volume, text(item['volume'])],
    ['pages', fullRange(pagination(cited) ?? '') || undefined, fullRange(text(item['page']).replaceAll('–', '-'))],
    ['doi', publication.doi, text(item['DOI'])],
  ];
  return pairs.flatMap(([field, expected, found]) =>
    expected === undefined || isSame(field, expected, found)
      ? []
      : [{ field: `${field} (Citation.js)`, expected, found }],
  );
}

function isSame(field: string, expected: string, found: string): boolean {
  if (found === expected) return true;
  const fold = field === 'authors' ? foldCitationJs : (text: string) => foldCitationJs(unescapeAddress(text));
  return fold(expected) === fold(found);
}

/**
 * Folds what Citation.js changes: a hyphen after a brace becomes a space, primes become quotation marks, and `\not`
 * stays.
 */
const foldCitationJs = (text: string): string =>
  foldLatex(withoutStatus(text).replace(/‴/g, "”'").replace(/″/g, '”').replace(/′/g, "'").replaceAll('\\not⊂', '⊄'))
    .replace(/(?<=[-’'])[^\S\n]+/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?-/g, ' ');

const itemName = (name: Readonly<Record<string, string>>): string => {
  const family = [name['dropping-particle'], name['non-dropping-particle'], name['family'] ?? name['literal']]
    .filter(Boolean)
    .join(' ')
    .replace(/([-’'])\s/g, '$1');
  const suffix = name['suffix'];
  const given = name['given'];
  return suffix ? `${family}, ${given ?? ''}, ${suffix}` : given ? `${family}, ${given}` : family;
};
