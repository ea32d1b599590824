import { doiKey } from '../domain/identifiers/doi.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import type { References } from './resolve-references.ts';

/** What publications say against each other: identifiers, addresses and keys that stand twice, and titles that are nearly the same. */
export function checkCatalog(
  publications: readonly PublicationSummary[],
  references: ReadonlyMap<string, References>,
): Problem[] {
  return [...repeated(publications), ...addresses(publications), ...nearDuplicates(publications, references)];
}

function repeated(publications: readonly PublicationSummary[]): Problem[] {
  const problems: Problem[] = [];
  const fields = [
    { field: 'doi', name: 'duplicate-doi', keyOf: ({ doi }: PublicationSummary) => doi && doiKey(doi) },
    { field: 'pmid', name: 'duplicate-pmid', keyOf: ({ pmid }: PublicationSummary) => pmid },
    { field: 'pmcid', name: 'duplicate-pmcid', keyOf: ({ pmcid }: PublicationSummary) => pmcid },
    { field: 'citekey', name: 'duplicate-citekey', keyOf: ({ citekey }: PublicationSummary) => citekey.toLowerCase() },
  ];
  for (const { field, name, keyOf } of fields) {
    const first = new Map<string, PublicationSummary>();
    for (const publication of publications) {
      const key = keyOf(publication);
      if (key === undefined) continue;
      const other = first.get(key);
      if (!other) first.set(key, publication);
      // Two files of one name are reported as such.
      else if (other.slug !== publication.slug || field !== 'citekey') {
        problems.push({
          severity: 'error',
          name,
          file: publication.file,
          field,
          message: `${field} ${key} is also that of ${other.file}, and it identifies one publication`,
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

/** Slugs and old slugs share one space of addresses. */
function addresses(publications: readonly PublicationSummary[]): Problem[] {
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
  const old = new Map<string, PublicationSummary>();
  for (const publication of publications) {
    for (const [index, alias] of publication.aliases.entries()) {
      const other = owner.get(alias) ?? old.get(alias);
      if (other)
        problems.push({
          severity: 'error',
          name: 'alias-taken',
          file: publication.file,
          field: `aliases[${index + 1}]`,
          message: `the old address ${alias} is ${other === publication ? 'listed twice, or the slug itself' : `that of ${other.file}`}`,
          hint: 'delete it from one of the two',
        });
      old.set(alias, publication);
    }
  }
  return problems;
}

/** Titles that are equal, or differ in one word, with the same first author or year, and are not versions of one work. */
function nearDuplicates(
  publications: readonly PublicationSummary[],
  references: ReadonlyMap<string, References>,
): Problem[] {
  const problems: Problem[] = [];
  const holders = new Map<number, number | number[]>();
  const reported = new Set<string>();
  for (const [index, publication] of publications.entries()) {
    for (const signature of signatures(publication.titleKey)) {
      const held = holders.get(signature);
      // Nearly every number belongs to one title, which then needs no list.
      if (held === undefined) holders.set(signature, index);
      else if (typeof held === 'number') {
        if (held === index) continue;
        compare(publications[held]!, publication);
        holders.set(signature, [held, index]);
      } else if (held.length < 20 && held.at(-1) !== index) {
        for (const other of held) compare(publications[other]!, publication);
        held.push(index);
      }
    }
  }
  return problems;

  function compare(a: PublicationSummary, b: PublicationSummary): void {
    if (a.slug === b.slug || !alike(a, b) || linked(a, b) || linked(b, a)) return;
    // Once for each publication: ten copies of a title are nine warnings, not forty-five.
    if (reported.has(b.slug)) return;
    reported.add(b.slug);
    problems.push({
      severity: 'warning',
      name: 'near-duplicate-title',
      file: b.file,
      field: 'title',
      message: `${a.titleKey === b.titleKey ? 'the title is that' : 'the title is nearly that'} of ${a.file} ("${shorten(richTextToPlain(a.title))}")`,
      hint: 'delete one if they are the same, link them with `versions` if they are a preprint and its article, or leave both if they are two works',
    });
  }

  function linked(a: PublicationSummary, b: PublicationSummary): boolean {
    const own = references.get(a.slug);
    return [own?.preprint, own?.publishedVersion, own?.preferred].some((version) => version?.slug === b.slug);
  }
}

function alike(a: PublicationSummary, b: PublicationSummary): boolean {
  if (a.titleKey === '' || Math.abs(a.titleKey.length - b.titleKey.length) > 30) return false;
  const sameAuthor = a.authors[0]?.key !== undefined && a.authors[0].key === b.authors[0]?.key;
  if (a.titleKey === b.titleKey)
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

/**
 * Numbers that two titles share when they have the same words, or differ in one: the sum of the words' hashes, and that
 * sum without each word in turn. Equal sums are only candidates, and are compared afterwards.
 */
function signatures(titleKey: string): number[] {
  const words = titleKey.split(' ').map(hash);
  const sum = words.reduce((total, word) => (total + word) >>> 0, 0);
  // A short title says too little, and a very long one is compared too often: only an equal one is near.
  return words.length < 6 || words.length > 100 ? [sum] : [sum, ...words.map((word) => (sum - word) >>> 0)];
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 78)} …` : text);
