import type { z } from 'zod';
import { explainIssue, type FieldFault } from './explain-issue.ts';
import { readReadableFields } from './readable-fields.ts';

/** A schema whose output is `Fields`. */
export type FieldSchema<Fields> = z.ZodType<Fields>;

/** Faults that are explained of one file; the rest is counted. */
const faultLimit = 100;

/**
 * The fields of a file in their domain form, or their faults. `more`: number of faults that are not listed; `readable`: the
 * fields without the faulty values, which serve to check the rest.
 */
export function validateFields<Fields>(
  schema: FieldSchema<Fields>,
  fields: unknown,
):
  | { readonly fields: Fields }
  | { readonly faults: readonly FieldFault[]; readonly more: number; readonly readable: Fields | undefined } {
  const result = schema.safeParse(fields, { reportInput: true });
  if (result.success) return { fields: result.data };
  const { issues } = result.error;
  const faults = issues.slice(0, faultLimit).flatMap((issue) => explainIssue(issue, schema, faultLimit));
  const all = issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return {
    faults: faults.slice(0, faultLimit),
    more: Math.max(0, all - faultLimit),
    readable: readReadableFields(schema, fields, issues),
  };
}
