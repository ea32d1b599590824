import { doiKey } from '../domain/identifiers/doi.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { titleSignatures } from './repeated-traits.ts';
import type { Versions } from './resolve-references.ts';

/**
 * Problems between publications: identifiers, addresses and keys that are used twice, and titles that are nearly equal.
 * `publications`: in site order, at least those that repeat something of another (repeated-traits.ts).
 */
export function checkCatalog(
  publications: readonly PublicationSummary[],
  versions: ReadonlyMap<string, Versions>,
): Problem[] {
  return [
    ...findRepeatedIdentifiers(publications),
    ...findTakenAddresses(publications),
    ...findNearDuplicates(publications, versions),
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
function findNearDuplicates(
  publications: readonly PublicationSummary[],
  versions: ReadonlyMap<string, Versions>,
): Problem[] {
  const problems: Problem[] = [];
  const reported = new Set<string>();
  for (const [a, b] of findAlikeTitles(publications)) compareTitles(publications[a]!, publications[b]!);
  return problems;

  function compareTitles(a: PublicationSummary, b: PublicationSummary): void {
    if (a.slug === b.slug || !areAlike(a, b) || areLinked(a, b) || areLinked(b, a)) return;
    // One warning for each publication: ten copies of a title cause nine warnings, not forty-five.
    if (reported.has(b.slug)) return;
    reported.add(b.slug);
    problems.push({
      severity: 'warning',
      name: 'near-duplicate-title',
      file: b.file,
      field: 'title',
      message: `the title is ${a.titleKey === b.titleKey ? '' : 'nearly '}the same as in ${a.file} ("${shorten(richTextToPlain(a.title))}")`,
      hint: 'delete one if they are the same, link them with `versions` if they are a preprint and its article, or keep both if they are two works',
    });
  }

  function areLinked(a: PublicationSummary, b: PublicationSummary): boolean {
    const own = versions.get(a.slug);
    return [own?.preprint, own?.publishedVersion, own?.preferred].some((version) => version?.slug === b.slug);
  }
}

function areAlike(a: PublicationSummary, b: PublicationSummary): boolean {
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
function haveSameFirstAuthor(a: PublicationSummary, b: PublicationSummary): boolean {
  const [first, second] = [a.authors[0]?.key, b.authors[0]?.key];
  if (first === undefined || second === undefined) return false;
  if (first === second) return true;
  const [[family, given = ''], [other, otherGiven = '']] = [first.split('|'), second.split('|')];
  return family === other && given[0] === otherGiven[0] && (given.endsWith('.') || otherGiven.endsWith('.'));
}

/** The title without spaces: `land-use` and `landuse` are one word. */
const joined = (titleKey: string): string => titleKey.replaceAll(' ', '');

/** Pairs of publications whose titles share a signature, by their positions in the list, sorted by the second one. */
function* findAlikeTitles(publications: readonly PublicationSummary[]): Generator<readonly [number, number]> {
  const bySignature = new Map<number, number[]>();
  for (const [index, publication] of publications.entries()) {
    const alike = new Set<number>();
    for (const signature of titleSignatures(publication)) {
      const before = bySignature.get(signature) ?? [];
      for (const other of before.slice(-comparedLimit)) alike.add(other);
      if (before.at(-1) !== index) before.push(index);
      bySignature.set(signature, before);
    }
    alike.delete(index);
    for (const other of [...alike].sort((one, two) => one - two)) yield [other, index];
  }
}

/** Publications with the same signature with which each is compared at most. */
const comparedLimit = 20;

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 78)} …` : text);
