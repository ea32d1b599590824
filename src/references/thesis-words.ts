import type { CslItem } from '../formats/csl/csl-item.ts';
import { thesisWords } from '../formats/record/thesis-kinds.ts';

/** The item with the kind of a thesis as the style calls it. A Persian reference has its own words. */
export function withThesisWords(item: CslItem, id: string): CslItem {
  if (item.type !== 'thesis') return item;
  const [, words] = styleWords.find(([ids]) => ids.test(id)) ?? [];
  const word = words?.[String(item['genre'])];
  return word === undefined ? item : { ...item, genre: word };
}

const { doctoral } = thesisWords;

/** Names of a doctoral thesis by style; APA 7 10.6 has "Doctoral dissertation", as records do. */
const styleWords: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  // ICMJE samples and Citing Medicine 5: "[dissertation]".
  [/^(?:vancouver|national-library-of-medicine-grant-proposals)$/, { [doctoral]: 'dissertation' }],
  // AMA 11 3.13.
  [/^american-medical-association$/, { [doctoral]: 'Dissertation' }],
  // MLA 9 5.56.
  [/^modern-language-association\b/, { [doctoral]: 'PhD dissertation' }],
  // CMOS 17 14.215.
  [/^chicago-/, { [doctoral]: 'PhD diss.' }],
  // Cite Them Right 12, theses.
  [/^harvard-cite-them-right/, { [doctoral]: 'PhD thesis' }],
  // IEEE Reference Guide, theses.
  [/^ieee\b/, { [doctoral]: 'Ph.D. dissertation' }],
];
