import { z } from 'zod';
import { parseLanguageTag } from '../domain/languages/language.ts';
import { parsePartialDate, type PartialDate } from '../domain/dates/partial-date.ts';
import { parsePrintedDate } from '../domain/dates/parse-printed-date.ts';
import { calendarNames } from '../domain/dates/printed-date.ts';
import type { Fault, Parsed } from '../domain/problems/problem.ts';
import type { InstituteKind } from '../domain/institute/institute-kinds.ts';
import { parseSlug } from '../domain/identifiers/slug.ts';
import { writtenForms, type TextForm, type TextInput } from './written-form.ts';

/*
 * The types of fields that every schema uses. In YAML of content every scalar is a string (`volume: 007` stays `007`, `no`
 * stays `no`), so each type says how it reads its string.
 */

/** A field that a parser of the domain reads; the fault of the parser becomes the problem. `form`: what the parser reads. */
export const parsed = <T>(parse: (text: string) => Parsed<T>, form: TextForm | TextInput) =>
  z
    .string()
    .transform((text, context): T => {
      const result = parse(text.trim());
      if (result.ok) return result.value;
      context.addIssue({ code: 'custom', message: result.fault.message, params: { fault: result.fault } });
      return z.NEVER;
    })
    .register(writtenForms, { input: typeof form === 'string' ? { type: 'identifier', identifier: form } : form });

const oneLine = () => z.string().transform((text) => text.replace(/\s+/g, ' ').trim());

/** One line of text. */
export const line = oneLine().register(writtenForms, { input: { type: 'line' } });

/** One line of text with `<i> <b> <sub> <sup>` and `$…$` mathematics. */
export const richLine = oneLine().register(writtenForms, { input: { type: 'line', markup: true } });

/** The path of a file. */
export const filePath = oneLine().register(writtenForms, { input: { type: 'file' } });

/** The id of a file of this kind, or another text, such as the title of a journal. */
export const lineOrId = (kind: InstituteKind) =>
  oneLine().register(writtenForms, { input: { type: 'reference', kind, free: true } });

/** Text as written, such as Markdown. */
export const block = z
  .string()
  .transform((text) => text.trim())
  .register(writtenForms, { input: { type: 'block' } });

const trueOrFalse = z.string().transform((text, context): boolean => {
  if (text === 'true') return true;
  if (text === 'false') return false;
  addFault(context, {
    name: 'not-true-or-false',
    message: `"${text}" is neither true nor false`,
    hint: `write ${/^(yes|y|on|1)$/i.test(text) ? 'true' : /^(no|n|off|0)$/i.test(text) ? 'false' : 'true or false'}`,
  });
  return z.NEVER;
});

export const flag = trueOrFalse.register(writtenForms, { input: { type: 'flag' } });

const digits = z.string().transform((text, context): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  addFault(context, {
    name: 'not-a-number',
    message: `"${text}" is not a whole number`,
    hint: 'write digits only, such as 2',
  });
  return z.NEVER;
});

export const wholeNumber = digits.register(writtenForms, { input: { type: 'number' } });

const writtenDate = z.unknown().transform((written, context): PartialDate => {
  if (written === undefined) {
    context.addIssue({ code: 'invalid_type', expected: 'string', input: undefined });
    return z.NEVER;
  }
  const group = typeof written === 'object' && written !== null ? Object.entries(written) : [];
  const calendar = calendarNames.find((name) => name === group[0]?.[0]);
  const text: unknown = calendar === undefined ? written : group[0]?.[1];
  if (typeof text !== 'string' || group.length > 1) {
    addFault(context, {
      name: 'malformed-date',
      message: 'this is neither a date, nor a date of another calendar with its name',
      hint: 'write a date such as 2024-12-03, or { persian: 1402-05-12 }',
    });
    return z.NEVER;
  }
  const result = calendar === undefined ? parsePartialDate(text) : parsePrintedDate(calendar, text);
  if (result.ok) return result.value;
  addFault(context, result.fault, calendar === undefined ? [] : [calendar]);
  return z.NEVER;
});

/** A date: a text, or a group of one field, which names the calendar in which the paper prints it. */
export const date = writtenDate.register(writtenForms, { input: { type: 'date' } });
export const slug = parsed(parseSlug, 'slug');
/** The id of a file of this kind. */
export const idOf = (kind: InstituteKind) => parsed(parseSlug, { type: 'reference', kind });
export const languageTag = parsed(parseLanguageTag, 'language');

/** A group of fields, of which a text alone means the field `textField`. */
export function textOrGroup<Group extends z.ZodType>(textField: string, group: Group) {
  const schema = z.preprocess((written) => (typeof written === 'string' ? { [textField]: written } : written), group);
  writtenForms.add(schema, { textField });
  return schema;
}

const localizedOf = (text: typeof block) =>
  z
    .preprocess((value) => (typeof value === 'string' ? { und: value } : value), z.record(languageTag, text))
    .register(writtenForms, { textAlone: true });

/** A text, or a map of language → text. A text without a language has the key `und`. */
export const localized = localizedOf(block);

/** As {@link localized}, with texts of one line. */
export const localizedLine = localizedOf(line);

/** The description of a topic, unit or journal. */
export const description = localized
  .optional()
  .meta({ description: 'A few sentences, as Markdown.', examples: ['{ en: "…", fa: "…" }'] });

/** One of a closed list of words. */
export const choice = <const Word extends string>(words: readonly Word[]) => z.enum(words);

/** A list. A single text is read as a list of one, because authors often write it so. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.preprocess(textAsList, z.array(item)).default([]);

/** As {@link listOf}, with at least one item. */
export const nonEmptyListOf = <Item extends z.ZodType>(item: Item) => z.preprocess(textAsList, z.array(item).min(1));

const textAsList = (value: unknown): unknown => (typeof value === 'string' && value !== '' ? [value] : value);

/** Adds a fault in a refinement; `path`: from the refined value to the field. */
export function addFault(context: z.RefinementCtx, fault: Fault, path?: (string | number)[]): void {
  context.addIssue({ code: 'custom', message: fault.message, params: { fault }, ...(path ? { path } : {}) });
}
