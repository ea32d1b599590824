import type { z } from 'zod';
import { explainIssue, type FieldFault } from './explain-issue.ts';

/** A schema whose output is `Fields`. */
export type FieldSchema<Fields> = z.ZodType<Fields>;

/** What is said about one file; to explain each of very many takes time, and nobody reads it. */
const mostFaults = 100;

/** The fields of a file in their domain form, or everything that is wrong with them. */
export function validateFields<Fields>(
  schema: FieldSchema<Fields>,
  fields: unknown,
): { readonly fields: Fields } | { readonly faults: readonly FieldFault[]; readonly more: number } {
  const result = schema.safeParse(fields, { reportInput: true });
  if (result.success) return { fields: result.data };
  const { issues } = result.error;
  const faults = issues.slice(0, mostFaults).flatMap((issue) => explainIssue(issue, schema, mostFaults));
  const all = issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return { faults: faults.slice(0, mostFaults), more: Math.max(0, all - mostFaults) };
}
