import type { Fault } from '../../../domain/problems/problem.ts';
import { parseSlug } from '../../../domain/identifiers/slug.ts';
import { openYaml, splitFile } from '../../../import/write/yaml-file.ts';
import { fieldName } from '../../../schemas/explain-issue.ts';
import { fileSchemas, hasBody, type Schema } from '../../../schemas/file-schemas.ts';
import { toDeskProblem } from '../../model/find-repair.ts';
import { idOfFile, settingsIn } from '../../model/kind-of-file.ts';
import type { DeskKind, DeskProblem } from '../../model/record.ts';
import { readFields } from './read-fields.ts';

/**
 * The problems of the fields of a file, by the schemas that a build uses. The body, the files beside it and references to other
 * records are checked by the build only.
 */
export function checkRecord(file: string, kind: DeskKind, text: string): readonly DeskProblem[] {
  const problem = ({ severity = 'error', name, message, hint }: Fault, line?: number, field?: string) => ({
    severity,
    name,
    file,
    ...(line === undefined ? {} : { line }),
    ...(field === undefined || field === '' ? {} : { field }),
    message,
    hint,
  });
  const slug = settingsIn(file) ? undefined : parseSlug(idOfFile(file));
  const named = slug && !slug.ok ? [problem({ ...slug.fault, hint: `rename the file: ${slug.fault.hint}` })] : [];
  const parts = splitFile(text, hasBody(kind));
  if (!parts) return [...named, problem(withoutHyphens, 1)];
  const schema: Schema = fileSchemas[kind];
  const read = readFields(schema, parts.yaml, parts.before.split('\n').length - 1);
  const faults = 'faults' in read ? read.faults : [];
  const fields = openYaml(parts.yaml)?.fields;
  return [...named, ...faults.map(({ path, line, ...fault }) => problem(fault, line, fieldName(path)))].map((one) =>
    toDeskProblem(one, kind, fields, undefined),
  );
}

const withoutHyphens: Fault = {
  name: 'frontmatter-missing',
  message: 'the fields do not stand between two lines of three hyphens, so they cannot be told from the text',
  hint: 'start with ---, then the fields, then --- again, then the abstract',
};
