import type { PublishedDictionary } from './published-dictionary.ts';
import { hostWordsFa } from './host-words-fa.ts';
import { fa } from './fa.ts';

export const words: PublishedDictionary = { strings: fa, faults: hostWordsFa };
