import type { PublishedDictionary } from './published-dictionary.ts';
import { hostWords } from '../../../stores/repository/host-words.ts';
import { en } from './en.ts';

export const words: PublishedDictionary = { strings: en, faults: hostWords };
