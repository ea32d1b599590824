import type { z } from 'zod';
import { explainIssue, fieldName, type FieldFault } from './explain-issue.ts';
import { readReadableFields } from './readable-fields.ts';

/** A schema whose output is `Fields`. */
export type FieldSchema<Fields> = z.ZodType<Fields>;

/** Faults that are explained of one file; the rest is counted. */
const faultLimit = 100;

/**
 * The fields of a file in their domain form, or their faults. `more`: number of faults that are not listed; `misnamed`: required
 * fields that are there under a wrong name; `readable`: the fields without the faulty values, which serve to check the rest.
 */
export function validateFields<Fields>(
  schema: FieldSchema<Fields>,
  fields: unknown,
):
  | { readonly fields: Fields }
  | {
      readonly faults: readonly FieldFault[];
      readonly more: number;
      readonly misnamed: readonly string[];
      readonly readable: Fields | undefined;
    } {
  const result = schema.safeParse(fields, { reportInput: true });
  if (result.success) return { fields: result.data };
  const { issues } = result.error;
  const explained = issues.slice(0, faultLimit).flatMap((issue) => explainIssue(issue, schema, faultLimit));
  // A field under a wrong name is there: one fault is enough.
  const meant = new Set(
    explained.flatMap(({ path, meant: field }) => (field ? [fieldName([...path.slice(0, -1), field])] : [])),
  );
  const isMisnamed = ({ name, path }: FieldFault): boolean => name === 'missing-field' && meant.has(fieldName(path));
  const faults = explained.filter((fault) => !isMisnamed(fault)).map(({ meant: _, ...fault }) => fault);
  const all = issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return {
    faults: faults.slice(0, faultLimit),
    more: Math.max(0, all - faultLimit),
    misnamed: explained.filter(isMisnamed).map(({ path }) => fieldName(path)),
    readable: readReadableFields(schema, fields, issues),
  };
}
