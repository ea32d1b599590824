import { z } from 'zod';
import { line } from './fields.ts';

/** `content/synonyms.yaml`: words and phrases that the search treats as the same. */
export const synonymsSchema = z.strictObject({
  synonyms: z.array(z.array(line).min(2)).meta({
    description: 'Lists of words and phrases, in any language, that the search treats as the same.',
    examples: ['[["heart attack", "myocardial infarction", "سکتهٔ قلبی"], ["tea", "چای"]]'],
  }),
});
