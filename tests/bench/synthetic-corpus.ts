import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes typical publications, always the same ones for the same number, when there is no real corpus. */
export function writeSyntheticCorpus(folder: string, size: number): void {
  const random = createRandom(20240101);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const vocabulary = Array.from({ length: 4000 }, () => createWord(random));
  // Few words are frequent and most are rare, as in any language.
  const word = () => vocabulary[Math.floor(random() ** 3 * vocabulary.length)]!;
  const sentence = (length: number) => capitalize(Array.from({ length }, word).join(' '));
  const families = Array.from({ length: 3000 }, () => capitalize(createWord(random)));
  const affiliations = Array.from(
    { length: 400 },
    () => `Department of ${capitalize(word())}, ${capitalize(word())} Institute`,
  );
  const containers = Array.from({ length: 150 }, () => `Proceedings of the ${sentence(5)}`);
  for (const year of years) mkdirSync(join(folder, 'publications', String(year)), { recursive: true });
  for (let number = 0; number < size; number += 1) {
    const year = years[number % years.length]!;
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
    const first = 1 + Math.floor(random() * 900);
    const text = `---
title: "${sentence(10)}"
type: conference-paper
authors:
${Array.from({ length: 5 }, (_, index) => `  - name: "${pick(families)}, ${capitalize(word())}"\n    affiliations: [${1 + (index % 2)}]`).join('\n')}
affiliations:
  - "${pick(affiliations)}"
  - "${pick(affiliations)} ${number}"
container: "${pick(containers)}"
pages: "${first}–${first + 9}"
published: "${year}-${month}"
doi: "10.5555/bench.${number}"
links:
  - { rel: publisher, url: "https://example.org/${number}/" }
---

${Array.from({ length: 10 }, () => `${sentence(15)}.`).join(' ')}
`;
    writeFileSync(join(folder, 'publications', String(year), `bench-${number}.mdx`), text);
  }
}

const years = Array.from({ length: 20 }, (_, index) => 2005 + index);
const syllables =
  'ba be bi bo da de di do fa fe ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to'.split(
    ' ',
  );

const createWord = (random: () => number): string =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]!).join(
    '',
  );

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Generator of numbers between 0 and 1 from a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
