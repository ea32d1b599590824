import { z } from 'zod';
import { line } from './fields.ts';

/** `content/synonyms.yaml`: words that the search takes for each other. */
export const synonymsSchema = z.strictObject({
  synonyms: z.array(z.array(line).min(2)).meta({
    description: 'Lists of words and phrases, in any language, that the search takes for each other.',
    examples: ['[["heart attack", "myocardial infarction", "سکتهٔ قلبی"], ["tea", "چای"]]'],
  }),
});
