import { doiKey } from '../domain/identifiers/doi.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import type { Repeats } from './repeated-traits.ts';
import type { Versions } from './resolve-references.ts';

/**
 * Problems between publications: identifiers, addresses and keys that are used twice, and titles that are nearly equal.
 * `summaryOf` returns the publication with a number in `repeats`.
 */
export function checkCatalog(
  repeats: Repeats,
  summaryOf: (index: number) => PublicationSummary,
  versions: ReadonlyMap<string, Versions>,
): Problem[] {
  const identified = repeats.identified.map(summaryOf);
  return [
    ...findRepeatedIdentifiers(identified),
    ...findTakenAddresses(identified),
    ...findNearDuplicates(repeats, summaryOf, versions),
  ];
}

function findRepeatedIdentifiers(publications: readonly PublicationSummary[]): Problem[] {
  const problems: Problem[] = [];
  const fields = [
    { field: 'doi', name: 'duplicate-doi', keyOf: ({ doi }: PublicationSummary) => doi && doiKey(doi) },
    { field: 'pmid', name: 'duplicate-pmid', keyOf: ({ pmid }: PublicationSummary) => pmid },
    { field: 'pmcid', name: 'duplicate-pmcid', keyOf: ({ pmcid }: PublicationSummary) => pmcid },
    {
      field: 'citekey',
      name: 'duplicate-citekey',
      keyOf: ({ citekey }: PublicationSummary) => citekey.toLowerCase(),
    },
  ];
  for (const { field, name, keyOf } of fields) {
    const first = new Map<string, PublicationSummary>();
    for (const publication of publications) {
      const key = keyOf(publication);
      if (key === undefined) continue;
      const other = first.get(key);
      if (!other) first.set(key, publication);
      // Two files with the same name have the same citekey by default, and are reported as `duplicate-slug`.
      else if (other.slug !== publication.slug || field !== 'citekey') {
        problems.push({
          severity: 'error',
          name,
          file: publication.file,
          field,
          message: `${field} ${key} is also in ${other.file}, and it identifies one publication`,
          hint:
            field === 'citekey'
              ? `write another citekey, such as ${publication.slug}`
              : `delete one of the two files, or correct the ${field}`,
        });
      }
    }
  }
  return problems;
}

/** Slugs and aliases that are used twice: both are addresses below `/publications/`. */
function findTakenAddresses(publications: readonly PublicationSummary[]): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, PublicationSummary>();
  for (const publication of publications) {
    const other = owner.get(publication.slug);
    if (other)
      problems.push({
        severity: 'error',
        name: 'duplicate-slug',
        file: publication.file,
        message: `${other.file} has the same name, and both would have the address /publications/${publication.slug}/`,
        hint: `rename one of the two files, such as ${publication.slug}-2.mdx`,
      });
    else owner.set(publication.slug, publication);
  }
  const aliasOwner = new Map<string, PublicationSummary>();
  for (const publication of publications) {
    for (const [index, alias] of publication.aliases.entries()) {
      const other = owner.get(alias) ?? aliasOwner.get(alias);
      if (other)
        problems.push({
          severity: 'error',
          name: 'alias-taken',
          file: publication.file,
          field: `aliases[${index + 1}]`,
          message: `the old address ${alias} is ${other === publication ? 'listed twice, or the slug itself' : `the address of ${other.file}`}`,
          hint: 'delete it from one of the two',
        });
      aliasOwner.set(alias, publication);
    }
  }
  return problems;
}

/**
 * Pairs of publications whose titles are equal or differ in one word, with the same first author (or year, for equal
 * titles), which are not linked as versions of one work.
 */
export function findNearDuplicates(
  { alike }: Repeats,
  summaryOf: (index: number) => PublicationSummary,
  versions: ReadonlyMap<string, Versions>,
): Problem[] {
  const problems: Problem[] = [];
  // One warning for each publication: ten copies of a title cause nine warnings, not forty-five.
  const reported = new Set<number>();
  const titled = new Map<number, Titled>();
  const find = (index: number): Titled => {
    const known = titled.get(index) ?? toTitled(summaryOf(index));
    titled.set(index, known);
    return known;
  };
  for (const [one, other] of alike()) {
    if (reported.has(other)) continue;
    const [a, b] = [find(one), find(other)];
    if (a.slug === b.slug || !areAlike(a, b) || areLinked(a, b) || areLinked(b, a)) continue;
    reported.add(other);
    problems.push({
      severity: 'warning',
      name: 'near-duplicate-title',
      file: b.file,
      field: 'title',
      message: `the title is ${a.titleKey === b.titleKey ? '' : 'nearly '}the same as in ${a.file} ("${shorten(richTextToPlain(a.title))}")`,
      hint: 'delete one if they are the same, link them with `versions` if they are a preprint and its article, or keep both if they are two works',
    });
  }
  return problems;

  function areLinked(a: Titled, b: Titled): boolean {
    const own = versions.get(a.slug);
    return [own?.preprint, own?.publishedVersion, own?.preferred].some((version) => version?.slug === b.slug);
  }
}

/** What of a publication is compared with another title. */
type Titled = Pick<PublicationSummary, 'slug' | 'file' | 'title' | 'titleKey' | 'published'> & {
  readonly firstAuthor?: string;
};

function toTitled({ slug, file, title, titleKey, published, authors: [first] }: PublicationSummary): Titled {
  return { slug, file, title, titleKey, published, ...(first?.key === undefined ? {} : { firstAuthor: first.key }) };
}

function areAlike(a: Titled, b: Titled): boolean {
  if (a.titleKey === '' || Math.abs(a.titleKey.length - b.titleKey.length) > 30) return false;
  const sameAuthor = haveSameFirstAuthor(a, b);
  if (joined(a.titleKey) === joined(b.titleKey))
    return sameAuthor || (a.published.year === b.published.year && a.titleKey.split(' ').length > 3);
  const [first, second] = [new Set(a.titleKey.split(' ')), new Set(b.titleKey.split(' '))];
  const changed = [...first.symmetricDifference(second)];
  return (
    sameAuthor &&
    changed.length > 0 &&
    changed.length <= 2 &&
    !changed.every((word) => /^([0-9]+|[ivx]+|one|two|three|first|second|third)$/.test(word))
  );
}

/** True for the same name, also with initials: `karimi|s.|` and `karimi|sara|`. */
function haveSameFirstAuthor(a: Titled, b: Titled): boolean {
  const [first, second] = [a.firstAuthor, b.firstAuthor];
  if (first === undefined || second === undefined) return false;
  if (first === second) return true;
  const [[family, given = ''], [other, otherGiven = '']] = [first.split('|'), second.split('|')];
  return family === other && given[0] === otherGiven[0] && (given.endsWith('.') || otherGiven.endsWith('.'));
}

/** The title without spaces: `land-use` and `landuse` are one word. */
const joined = (titleKey: string): string => titleKey.replaceAll(' ', '');

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 78)} …` : text);
