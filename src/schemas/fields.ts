import { z } from 'zod';
import { parseLanguageTag } from '../domain/languages/language.ts';
import { parsePartialDate } from '../domain/dates/partial-date.ts';
import type { Fault, Parsed } from '../domain/problems/problem.ts';
import { parseSlug } from '../domain/identifiers/slug.ts';

/*
 * The types of fields that every schema uses. In YAML of content every scalar is a string (`volume: 007` stays `007`, `no`
 * stays `no`), so each type says how it reads its string.
 */

/** A field that a parser of the domain reads; the fault of the parser becomes the problem. */
export const parsed = <T>(parse: (text: string) => Parsed<T>) =>
  z.string().transform((text, context): T => {
    const result = parse(text.trim());
    if (result.ok) return result.value;
    context.addIssue({ code: 'custom', message: result.fault.message, params: { fault: result.fault } });
    return z.NEVER;
  });

/** One line of text. */
export const line = z.string().transform((text) => text.replace(/\s+/g, ' ').trim());

/** Text as written, such as Markdown. */
export const block = z.string().transform((text) => text.trim());

export const flag = z.string().transform((text, context): boolean => {
  if (text === 'true') return true;
  if (text === 'false') return false;
  addFault(context, {
    name: 'not-true-or-false',
    message: `"${text}" is neither true nor false`,
    hint: `write ${/^(yes|y|on|1)$/i.test(text) ? 'true' : /^(no|n|off|0)$/i.test(text) ? 'false' : 'true or false'}`,
  });
  return z.NEVER;
});

export const wholeNumber = z.string().transform((text, context): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  addFault(context, {
    name: 'not-a-number',
    message: `"${text}" is not a whole number`,
    hint: 'write digits only, such as 2',
  });
  return z.NEVER;
});

export const date = parsed(parsePartialDate);
export const slug = parsed(parseSlug);
export const languageTag = parsed(parseLanguageTag);

/** A text, or a map of language → text. A text without a language has the key `und`. */
export const localized = z.preprocess(
  (value) => (typeof value === 'string' ? { und: value } : value),
  z.record(languageTag, block),
);

/** One of a closed list of words. */
export const choice = <const Word extends string>(words: readonly Word[]) => z.enum(words);

/** A list. A single text is read as a list of one, because authors often write it so. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (typeof value === 'string' && value !== '' ? [value] : value), z.array(item)).default([]);

/** Adds a fault in a refinement; `path`: from the refined value to the field. */
export function addFault(context: z.RefinementCtx, fault: Fault, path?: (string | number)[]): void {
  context.addIssue({ code: 'custom', message: fault.message, params: { fault }, ...(path ? { path } : {}) });
}
