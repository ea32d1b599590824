import type { z } from 'zod';
import { explainIssue, type FieldFault } from './explain-issue.ts';

/** A schema whose output is `Fields`. */
export type FieldSchema<Fields> = z.ZodType<Fields>;

/** The fields of a file in their domain form, or everything that is wrong with them. */
export function validateFields<Fields>(
  schema: FieldSchema<Fields>,
  fields: unknown,
): { readonly fields: Fields } | { readonly faults: readonly FieldFault[] } {
  const result = schema.safeParse(fields, { reportInput: true });
  return result.success
    ? { fields: result.data }
    : { faults: result.error.issues.flatMap((issue) => explainIssue(issue, schema)) };
}
