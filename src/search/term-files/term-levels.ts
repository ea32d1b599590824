import { indexFields, type IndexedRecord } from '../search-record.ts';
import { levels } from './posting-list.ts';
import { fixedLevel, saturation } from './term-layout.ts';

/** How relevant a publication is for a term, from 0 to 15, as BM25 weighs it. */
export function* termLevels(record: IndexedRecord): Generator<readonly [term: string, level: number]> {
  const counts = new Map<string, number>();
  for (const field of indexFields)
    for (const term of record[field]) counts.set(term, (counts.get(term) ?? 0) + fieldWeights[field]);
  const length = Math.max(shortestLength, record.title.length + record.subject.length + record.body.length);
  const norm = saturation * (1 - lengthShare + lengthShare * (length / usualLength));
  for (const [term, count] of counts)
    yield [term, fixedLevel(term) ?? Math.min(levels - 1, Math.floor((levels * count) / (count + norm)))];
}

const fieldWeights: Readonly<Record<(typeof indexFields)[number], number>> = {
  title: 5,
  authors: 1,
  subject: 2,
  body: 1,
  place: 0.2,
};
const lengthShare = 0.75;
/** Terms of a publication with an abstract; a fixed number, so that no publication changes the weights of others. */
const usualLength = 150;
/** What is shorter probably lacks its abstract, and is not nearer to a query for that. */
const shortestLength = 100;
