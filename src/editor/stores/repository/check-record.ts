import { checkFields } from '../../../compile/check-fields.ts';
import { decodeText, Report } from '../../../compile/compile-report.ts';
import { readFrontmatter } from '../../../compile/yaml/read-frontmatter.ts';
import { readYaml } from '../../../compile/yaml/read-yaml.ts';
import { parseSlug } from '../../../domain/identifiers/slug.ts';
import { compareProblems } from '../../../domain/problems/problem.ts';
import { fileSchemas, hasBody } from '../../../schemas/file-schemas.ts';
import { publicationSchema } from '../../../schemas/publication.ts';
import { readRecord } from '../../model/edit.ts';
import { toDeskProblem } from '../../model/find-repair.ts';
import { idOfFile } from '../../model/kind-of-file.ts';
import type { DeskKind, DeskProblem } from '../../model/record.ts';

/**
 * The problems of the fields of a file, as a build finds them. What needs the text of the body, the files beside it or the
 * other records is checked by the build alone.
 */
export function checkRecord(file: string, kind: DeskKind, text: string): readonly DeskProblem[] {
  const report = new Report(file);
  const id = kind === 'site' ? undefined : parseSlug(idOfFile(file));
  if (id && !id.ok) report.add({ ...id.fault, hint: `rename the file: ${id.fault.hint}` });
  const decoded = decodeText(new TextEncoder().encode(text), report);
  if (decoded !== undefined) {
    const front = hasBody(kind) ? readFrontmatter(decoded) : readYaml(decoded);
    for (const { position, ...fault } of front.faults) report.add(fault, position);
    report.addUnsafe(front.body, front.bodyLine);
    if (kind === 'publications') {
      const fields = report.validate(publicationSchema, front);
      if (fields) for (const { path, ...fault } of checkFields(fields)) report.addAt(fault, front, path);
    } else report.validate<unknown>(fileSchemas[kind], front);
  }
  const fields = readRecord(text, kind)?.fields;
  return report.problems.toSorted(compareProblems).map((problem) => toDeskProblem(problem, kind, fields));
}
