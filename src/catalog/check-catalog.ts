import { doiKey } from '../domain/identifiers/doi.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import type { ConnectedPublication } from './connect-publication.ts';
import type { Versions } from './resolve-references.ts';

/** Problems between publications: identifiers, addresses and keys that are used twice, and titles that are nearly equal. */
export function checkCatalog(
  publications: readonly ConnectedPublication[],
  versions: ReadonlyMap<string, Versions>,
): Problem[] {
  return [
    ...findRepeatedIdentifiers(publications),
    ...findTakenAddresses(publications),
    ...findNearDuplicates(publications, versions),
  ];
}

function findRepeatedIdentifiers(publications: readonly ConnectedPublication[]): Problem[] {
  const problems: Problem[] = [];
  const fields = [
    { field: 'doi', name: 'duplicate-doi', keyOf: ({ doi }: ConnectedPublication) => doi && doiKey(doi) },
    { field: 'pmid', name: 'duplicate-pmid', keyOf: ({ pmid }: ConnectedPublication) => pmid },
    { field: 'pmcid', name: 'duplicate-pmcid', keyOf: ({ pmcid }: ConnectedPublication) => pmcid },
    {
      field: 'citekey',
      name: 'duplicate-citekey',
      keyOf: ({ citekey }: ConnectedPublication) => citekey.toLowerCase(),
    },
  ];
  for (const { field, name, keyOf } of fields) {
    const first = new Map<string, ConnectedPublication>();
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
function findTakenAddresses(publications: readonly ConnectedPublication[]): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, ConnectedPublication>();
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
  const aliasOwner = new Map<string, ConnectedPublication>();
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
  publications: readonly ConnectedPublication[],
  versions: ReadonlyMap<string, Versions>,
): Problem[] {
  const problems: Problem[] = [];
  const reported = new Set<string>();
  for (const [a, b] of findAlikeTitles(publications)) compareTitles(publications[a]!, publications[b]!);
  return problems;

  function compareTitles(a: ConnectedPublication, b: ConnectedPublication): void {
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

  function areLinked(a: ConnectedPublication, b: ConnectedPublication): boolean {
    const own = versions.get(a.slug);
    return [own?.preprint, own?.publishedVersion, own?.preferred].some((version) => version?.slug === b.slug);
  }
}

function areAlike(a: ConnectedPublication, b: ConnectedPublication): boolean {
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
function haveSameFirstAuthor(a: ConnectedPublication, b: ConnectedPublication): boolean {
  const [first, second] = [a.firstAuthor, b.firstAuthor];
  if (first === undefined || second === undefined) return false;
  if (first === second) return true;
  const [[family, given = ''], [other, otherGiven = '']] = [first.split('|'), second.split('|')];
  return family === other && given[0] === otherGiven[0] && (given.endsWith('.') || otherGiven.endsWith('.'));
}

/** The title without spaces: `land-use` and `landuse` are one word. */
const joined = (titleKey: string): string => titleKey.replaceAll(' ', '');

/**
 * Pairs of publications that share a signature, by their positions in the list, sorted by the second one. Signatures
 * are numbers that are sorted, because a map of them would need too much memory: a hundred thousand titles have a million.
 */
function* findAlikeTitles(publications: readonly ConnectedPublication[]): Generator<readonly [number, number]> {
  const paperCounts = new Map<string, number>();
  for (const { firstAuthor } of publications) {
    const author = firstAuthorKey(firstAuthor);
    paperCounts.set(author, (paperCounts.get(author) ?? 0) + 1);
  }
  const found: number[] = [];
  for (const [index, { titleKey, firstAuthor }] of publications.entries()) {
    const others = (paperCounts.get(firstAuthorKey(firstAuthor)) ?? 0) > 1;
    addSignatures(titleKey, others, (signature) => found.push(signature * indexLimit + index));
  }
  const sorted = Float64Array.from(found).sort();
  const pairs: number[] = [];
  let [first, signature] = [0, -1];
  for (let at = 0; at < sorted.length; at += 1) {
    const value = sorted[at]!;
    const own = Math.floor(value / indexLimit);
    if (own !== signature) [first, signature] = [at, own];
    for (let other = Math.max(first, at - comparedLimit); other < at; other += 1)
      pairs.push((value % indexLimit) * indexLimit + (sorted[other]! % indexLimit));
  }
  for (const pair of new Set(Float64Array.from(pairs).sort())) {
    const [a, b] = [pair % indexLimit, Math.floor(pair / indexLimit)];
    if (a !== b) yield [a, b];
  }
}

/** Publications with the same signature with which each is compared at most. */
const comparedLimit = 20;

/** Largest number of publications: a signature of 32 bits and a position in the list fit into one number. */
const indexLimit = 2 ** 21;

/** What the names of two authors share where {@link haveSameFirstAuthor} is true. */
function firstAuthorKey(key = ''): string {
  const end = key.indexOf('|');
  return end < 0 ? key : key.slice(0, end + 2);
}

/**
 * Numbers that two titles share when they have the same words or differ in one: the hash of all letters; and, where
 * the first author has other publications (`others`), the sum of the hashes of all words, and this sum without each word.
 */
function addSignatures(titleKey: string, others: boolean, add: (signature: number) => void): void {
  const words: number[] = [];
  let [letters, word, sum] = [hashStart, hashStart, 0];
  for (let index = 0; index <= titleKey.length; index += 1) {
    const code = index < titleKey.length ? titleKey.charCodeAt(index) : space;
    if (code !== space) {
      letters = hashWith(letters, code);
      word = hashWith(word, code);
      continue;
    }
    words.push(word >>> 0);
    sum = (sum + (word >>> 0)) >>> 0;
    word = hashStart;
  }
  add(letters >>> 0);
  if (!others) return;
  add(sum);
  // A short title has too few words, and a very long one has too many sums: both are only compared with equal titles.
  if (words.length >= 6 && words.length <= 100) for (const own of words) add((sum - own) >>> 0);
}

/** FNV-1a, 32 bits. */
const hashStart = 0x811c9dc5;
const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const space = 0x20;

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 78)} …` : text);
