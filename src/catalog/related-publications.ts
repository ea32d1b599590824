import { richTextToPlain } from '../domain/text/rich-text.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import type { ConnectedPublication } from './connect-publication.ts';

/**
 * For each slug, the slugs of related publications: those that share most topics, people, keywords and words of the
 * title.
 */
export type Related = ReadonlyMap<string, readonly string[]>;

/** Traits that more publications share than this are ignored, because they say little. */
const commonLimit = 200;
/** Related publications of one publication. */
const relatedLimit = 3;
/** Score that a related publication needs, in thousandths. */
const scoreThreshold = 6000;
const weights = { topic: 3, person: 2, keyword: 2, word: 1 };

/**
 * Finds related publications. Compares only publications that share a trait, through a list of publications for each trait:
 * a publication with t traits is compared with at most t × 200 others. Rare traits count more (inverse document frequency).
 */
export function findRelated(
  publications: readonly ConnectedPublication[],
  summaries: Iterable<Texts & Pick<PublicationSummary, 'file'>>,
): Related {
  const byTrait = new Map<string, number[]>();
  const texts = new Map<string, Texts>();
  for (const { file, title, keywords } of summaries) texts.set(file, { title, keywords });
  const traits = publications.map((publication, index) => {
    const own = traitsOf(publication, texts.get(publication.file)!);
    for (const trait of own.keys()) {
      const list = byTrait.get(trait);
      if (list) list.push(index);
      else byTrait.set(trait, [index]);
    }
    return own;
  });
  const scores = new Float64Array(publications.length);
  const related = new Map<string, readonly string[]>();
  for (const [index, publication] of publications.entries()) {
    const touched: number[] = [];
    for (const [trait, weight] of traits[index]!) {
      const list = byTrait.get(trait)!;
      if (list.length < 2 || list.length > commonLimit) continue;
      const gain = weight * Math.log(1 + publications.length / list.length);
      for (const other of list) {
        if (other === index) continue;
        if (scores[other] === 0) touched.push(other);
        scores[other]! += gain;
      }
    }
    // The last bits of a sum depend on the order of its terms, so scores are rounded before they are compared.
    const near = touched
      .map((other) => ({ other, score: Math.round(scores[other]! * 1000) }))
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, relatedLimit);
    related.set(
      publication.slug,
      near.filter(({ score }) => score >= scoreThreshold).map(({ other }) => publications[other]!.slug),
    );
    for (const other of touched) scores[other] = 0;
  }
  return related;
}

type Texts = Pick<PublicationSummary, 'title' | 'keywords'>;

/** Traits of a publication with their weights. */
function traitsOf(publication: ConnectedPublication, { title, keywords }: Texts): Map<string, number> {
  const traits = new Map<string, number>();
  for (const topic of publication.topics) traits.set(`topic ${topic}`, weights.topic);
  for (const person of publication.people.values()) traits.set(`person ${person}`, weights.person);
  for (const keyword of keywords) traits.set(`keyword ${keyword.toLowerCase()}`, weights.keyword);
  for (const word of richTextToPlain(title)
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
