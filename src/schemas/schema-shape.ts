import type { z } from 'zod';
import { writtenForms, type WrittenForm } from './written-form.ts';

/**
 * The fields of a schema at a path, through lists, defaults and transformations; empty where it is not a group of fields.
 */
export function fieldsAt(
  schema: z.ZodType,
  path: readonly (string | number)[] = [],
): Readonly<Record<string, z.ZodType>> {
  let current = unwrap(schema);
  for (const part of path) {
    const next = typeof part === 'number' ? definition(current).element : definition(current).shape?.[part];
    if (!next) return {};
    current = unwrap(next);
  }
  return definition(current).shape ?? {};
}

/** The schema of the value at a path; undefined where there is none. */
export function schemaAt(schema: z.ZodType, path: readonly (string | number)[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const part of path) {
    if (!current) return undefined;
    const inside: Definition = definition(unwrap(current));
    current = typeof part === 'number' ? inside.element : (inside.shape?.[part] ?? inside.valueType);
  }
  return current;
}

/** The schema of the entries of a list; undefined for other schemas. */
export function elementOf(schema: z.ZodType): z.ZodType | undefined {
  return definition(unwrap(schema)).element;
}

/** The words of a field with a closed list of words, or with a list of such words; empty for other fields. */
export function wordsOf(schema: z.ZodType): readonly string[] {
  const inner = unwrap(schema);
  return Object.keys(definition(inner).entries ?? definition(elementOf(inner) ?? inner).entries ?? {});
}

/** How the values of a schema are written: the form of the outermost schema that has one. */
export function writtenFormOf(schema: z.ZodType): WrittenForm {
  const form = writtenForms.get(schema);
  if (form) return form;
  const { innerType, out } = definition(schema);
  const inner = innerType ?? out;
  return inner ? writtenFormOf(inner) : {};
}

/** The schemas of the keys and values of a map whose keys are free, such as languages; undefined for other schemas. */
export function mapOf(schema: z.ZodType): { readonly key: z.ZodType; readonly value: z.ZodType } | undefined {
  const { keyType, valueType } = definition(unwrap(schema));
  return keyType && valueType && { key: keyType, value: valueType };
}

/** Whether a field may be omitted. */
export const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

interface Definition {
  readonly innerType?: z.ZodType;
  readonly out?: z.ZodType;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  /** The words of a closed list. */
  readonly entries?: Readonly<Record<string, string>>;
}

/** zod has a type for each kind of schema, but all keep their parts under the same names (zod 4, `_zod.def`). */
const definition = (schema: z.ZodType): Definition => schema._zod.def as z.core.$ZodTypeDef & Definition;

function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType, out } = definition(schema);
  const inner = innerType ?? out;
  return inner ? unwrap(inner) : schema;
}
