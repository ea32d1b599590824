import { en } from './en.ts';
import type { Dictionary } from './dictionary.ts';

export const words: Dictionary = { strings: en, labels: {}, help: {}, options: {} };
