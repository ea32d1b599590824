import type { z } from 'zod';

/** The fields that a schema has at a path, through lists, defaults and transformations; none where it is no group of fields. */
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

/** The schema of a list's entries. */
export function elementOf(schema: z.ZodType): z.ZodType | undefined {
  return definition(unwrap(schema)).element;
}

/** The words that a field knows, where it is a closed list of them, or a list of such words. */
export function wordsOf(schema: z.ZodType): readonly string[] {
  const inner = unwrap(schema);
  return Object.keys(definition(inner).entries ?? definition(elementOf(inner) ?? inner).entries ?? {});
}

/** Whether a field may be left out. */
export const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

interface Definition {
  readonly innerType?: z.ZodType;
  readonly out?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  /** Words of a closed list. */
  readonly entries?: Readonly<Record<string, string>>;
}

/** zod types each kind of schema apart; what they are made of has the same names in all of them (zod 4, `_zod.def`). */
const definition = (schema: z.ZodType): Definition => schema._zod.def as z.core.$ZodTypeDef & Definition;

function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType, out } = definition(schema);
  const inner = innerType ?? out;
  return inner ? unwrap(inner) : schema;
}
