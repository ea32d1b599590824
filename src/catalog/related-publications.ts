import { richTextToPlain } from '../domain/text/rich-text.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';

/** Slugs of the publications nearest to each one, by shared topics, people, keywords and words of the title. */
export type Related = ReadonlyMap<string, readonly string[]>;

/** A trait that more publications share than this tells little, and is left out of the comparison. */
const commonLimit = 200;
const wanted = 3;
const weights = { topic: 3, person: 2, keyword: 2, word: 1 };

/**
 * Compares only publications that share a trait, through lists of who has it: a publication with t traits looks at no
 * more than t × 200 others, however many there are. Rare traits count more (inverse document frequency).
 */
export function findRelated(
  publications: readonly PublicationSummary[],
  peopleOf: (slug: string) => Iterable<string>,
): Related {
  const holders = new Map<string, number[]>();
  const traits = publications.map((publication, index) => {
    const own = traitsOf(publication, peopleOf(publication.slug));
    for (const trait of own.keys()) {
      const list = holders.get(trait);
      if (list) list.push(index);
      else holders.set(trait, [index]);
    }
    return own;
  });
  const scores = new Float64Array(publications.length);
  const related = new Map<string, readonly string[]>();
  for (const [index, publication] of publications.entries()) {
    const touched: number[] = [];
    for (const [trait, weight] of traits[index]!) {
      const list = holders.get(trait)!;
      if (list.length < 2 || list.length > commonLimit) continue;
      const gain = weight * Math.log(1 + publications.length / list.length);
      for (const other of list) {
        if (other === index) continue;
        if (scores[other] === 0) touched.push(other);
        scores[other]! += gain;
      }
    }
    // Sums of many terms differ in the last bits with their order, so nearness is compared after rounding.
    const near = touched
      .map((other) => ({ other, score: Math.round(scores[other]! * 1000) }))
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, wanted);
    related.set(
      publication.slug,
      near.filter(({ score }) => score >= 6000).map(({ other }) => publications[other]!.slug),
    );
    for (const other of touched) scores[other] = 0;
  }
  return related;
}

function traitsOf(publication: PublicationSummary, people: Iterable<string>): Map<string, number> {
  const traits = new Map<string, number>();
  for (const topic of publication.topics) traits.set(`topic ${topic}`, weights.topic);
  for (const person of people) traits.set(`person ${person}`, weights.person);
  for (const keyword of publication.keywords) traits.set(`keyword ${keyword.toLowerCase()}`, weights.keyword);
  for (const word of richTextToPlain(publication.title)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)) {
    if (word.length > 3 && !stopWords.has(word)) traits.set(`word ${word}`, weights.word);
  }
  return traits;
}

const stopWords = new Set(
  'after among analysis based before between case clinical cohort comparison controlled data effect effects evaluation from group method methods model models novel patients pilot report results review role study studies systematic their this through toward towards treatment trial under using versus with within without'.split(
    ' ',
  ),
);
