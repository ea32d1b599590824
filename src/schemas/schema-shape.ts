import type { z } from 'zod';

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

/** The schema of the entries of a list; undefined for other schemas. */
export function elementOf(schema: z.ZodType): z.ZodType | undefined {
  return definition(unwrap(schema)).element;
}

/** The words of a field with a closed list of words, or with a list of such words; empty for other fields. */
export function wordsOf(schema: z.ZodType): readonly string[] {
  const inner = unwrap(schema);
  return Object.keys(definition(inner).entries ?? definition(elementOf(inner) ?? inner).entries ?? {});
}

/** Whether a field may be omitted. */
export const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

interface Definition {
  readonly innerType?: z.ZodType;
  readonly out?: z.ZodType;
  readonly element?: z.ZodType;
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
