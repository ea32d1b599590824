import { fileSchemas, type Schema } from '../../schemas/file-schemas.ts';
import { manualOf } from '../../schemas/field-manual.ts';
import { elementOf, fieldsAt, isOptional, mapOf, wordsOf, writtenFormOf } from '../../schemas/schema-shape.ts';
import type { TextInput } from '../../schemas/written-form.ts';
import type { DeskKind } from './record.ts';

/** One field of a form. */
export interface FormField {
  /** Its key in the file. */
  readonly name: string;
  readonly help: string;
  /** As it would be written in the file. */
  readonly example?: string;
  readonly required: boolean;
  /** The default: what an absent field means. Lists and groups have none. */
  readonly fallback?: string;
  readonly input: FormInput;
}

export type FormInput =
  | TextInput
  | { readonly type: 'choice'; readonly options: readonly string[] }
  /** A map from language to value. `textAlone`: one text without a language is allowed too. */
  | { readonly type: 'localized'; readonly of: FormInput; readonly textAlone: boolean }
  | { readonly type: 'list'; readonly of: FormInput }
  /** A map whose keys the author chooses. */
  | { readonly type: 'map'; readonly of: FormInput }
  /** `textField`: a text in place of the group is the value of this field. */
  | { readonly type: 'group'; readonly fields: readonly FormField[]; readonly textField?: string }
  /** Shown as text, and never changed. */
  | { readonly type: 'unknown' };

/** The form of a kind of file: its fields in the order of the schema. */
export const describeForm = (kind: DeskKind): readonly FormField[] => fieldsOf(fileSchemas[kind]);

const fieldsOf = (schema: Schema): readonly FormField[] =>
  Object.entries(fieldsAt(schema)).map(([name, field]) => describeField(name, field));

function describeField(name: string, schema: Schema): FormField {
  const { description = '', examples } = manualOf(schema);
  const [example] = examples;
  const fallback = fallbackOf(schema);
  return {
    name,
    help: description,
    ...(example === undefined ? {} : { example }),
    required: !isOptional(schema),
    ...(fallback === undefined ? {} : { fallback }),
    input: describeInput(schema),
  };
}

function describeInput(schema: Schema): FormInput {
  const { input, textField, textAlone } = writtenFormOf(schema);
  if (input) return input;
  const element = elementOf(schema);
  if (element) return { type: 'list', of: describeInput(element) };
  const map = mapOf(schema);
  if (map) {
    const of = describeInput(map.value);
    const key = writtenFormOf(map.key).input;
    return key?.type === 'identifier' && key.identifier === 'language'
      ? { type: 'localized', of, textAlone: textAlone ?? false }
      : { type: 'map', of };
  }
  const options = wordsOf(schema);
  if (options.length > 0) return { type: 'choice', options };
  const fields = fieldsOf(schema);
  if (fields.length > 0) return { type: 'group', fields, ...(textField === undefined ? {} : { textField }) };
  return { type: 'unknown' };
}

function fallbackOf(schema: Schema): string | undefined {
  const { data } = schema.safeParse(undefined);
  return typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' ? String(data) : undefined;
}
