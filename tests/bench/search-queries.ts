import type { Publication } from '../../src/domain/publication/publication.ts';
import { isGroup } from '../../src/domain/people/person-name.ts';
import { richTextToPlain } from '../../src/domain/text/rich-text.ts';

/** Kinds of queries, each with its target: the share of publications that are among the first results. */
export const queryKinds = {
  title: { name: 'full title', first: 1, target: 0.99 },
  words: { name: 'six random words of the title', first: 3, target: 0.95 },
  author: { name: 'first author without accents, and year', first: 10, target: 0.95 },
  doi: { name: 'DOI', first: 1, target: 1 },
  wrong: { name: 'title with one letter wrong in one word', first: 10, target: 0.8 },
} as const;
export type QueryKind = keyof typeof queryKinds;

export interface SampleQuery {
  readonly kind: QueryKind;
  readonly text: string;
  readonly slug: string;
  /** Slugs that match the query: its own, and those of publications with the same title. */
  readonly equals: readonly string[];
  /** Number of publications that match equally well, including this one: not all of many can be among the first results. */
  readonly rivals: number;
}

/** Queries for a sample of the publications, always the same ones. */
export function sampleQueries(publications: readonly Publication[], size: number): SampleQuery[] {
  const random = createRandom(20_261_122);
  const sorted = [...publications].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const sample = shuffle(sorted, random).slice(0, size);
  const byTitle = groupBy(sorted, titleOf);
  const byAuthor = groupBy(sorted, authorAndYear);
  return sample.flatMap((publication) => {
    const { slug, doi } = publication;
    const title = titleOf(publication);
    const equals = byTitle.get(title) ?? [];
    const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
    const author = authorAndYear(publication);
    return [
      { kind: 'title', text: title, slug, equals, rivals: 1 },
      { kind: 'words', text: shuffle(words, random).slice(0, 6).join(' '), slug, equals, rivals: 1 },
      { kind: 'author', text: author, slug, equals: [slug], rivals: byAuthor.get(author)!.length },
      { kind: 'wrong', text: misspell(title, random), slug, equals, rivals: 1 },
      ...(doi === undefined ? [] : [{ kind: 'doi' as const, text: doi, slug, equals: [slug], rivals: 1 }]),
    ];
  });
}

const titleOf = ({ title }: Publication): string => richTextToPlain(title);

function authorAndYear({ contributions, published }: Publication): string {
  const { name } = contributions[0]!;
  return `${withoutAccents(isGroup(name) ? name.group : name.family)} ${published.year}`;
}

/** The text in English letters only. */
const withoutAccents = (text: string): string =>
  text
    .replace(
      /[łŁøØđĐıß]/g,
      (letter) => ({ ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ı: 'i', ß: 'ss' })[letter] ?? letter,
    )
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** Replaces one letter of one word that has four or more. */
function misspell(title: string, random: () => number): string {
  const words = [...title.matchAll(/[a-z]{4,}/gi)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return title;
  const at = word.index + Math.floor(random() * word[0].length);
  const letters = 'abcdefghijklmnopqrstuvwxyz'.replace(title[at]!.toLowerCase(), '');
  return title.slice(0, at) + letters[Math.floor(random() * letters.length)]! + title.slice(at + 1);
}

/** Generator of numbers between 0 and 1 from a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
  }
  return shuffled;
}

function groupBy(
  publications: readonly Publication[],
  keyOf: (publication: Publication) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const publication of publications) {
    const group = groups.get(keyOf(publication)) ?? [];
    groups.set(keyOf(publication), group);
    group.push(publication.slug);
  }
  return groups;
}
