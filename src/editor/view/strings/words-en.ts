import { en } from './en.ts';
import type { Dictionary } from './dictionary.ts';
import { fieldHelpEn } from './field-help-en.ts';

export const words: Dictionary = { strings: en, labels: {}, help: fieldHelpEn, options: {} };
