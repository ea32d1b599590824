import type { Fault } from '../../../domain/problems/problem.ts';
import { parseSlug } from '../../../domain/identifiers/slug.ts';
import { isReadList, isReadMap, type ReadValue } from '../../../import/write/edit.ts';
import { findYamlFault, openYaml, placeAt, splitFile } from '../../../import/write/yaml-file.ts';
import { fieldName } from '../../../schemas/explain-issue.ts';
import { fileSchemas, hasBody, type Schema } from '../../../schemas/file-schemas.ts';
import { validateFields } from '../../../schemas/validate.ts';
import { toDeskProblem } from '../../model/find-repair.ts';
import { idOfFile } from '../../model/kind-of-file.ts';
import type { DeskKind, DeskProblem, Path } from '../../model/record.ts';

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
  const slug = kind === 'site' ? undefined : parseSlug(idOfFile(file));
  const named = slug && !slug.ok ? [problem({ ...slug.fault, hint: `rename the file: ${slug.fault.hint}` })] : [];
  const parts = splitFile(text, hasBody(kind));
  if (!parts) return [...named, problem(withoutHyphens, 1)];
  const before = parts.before === '' ? 0 : parts.before.split('\n').length - 1;
  const opened = openYaml(parts.yaml);
  if (!opened) {
    const fault = findYamlFault(parts.yaml);
    return [...named, problem(unreadable(fault?.message), (fault?.line ?? 1) + before)];
  }
  const { document, fields } = opened;
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const place = placeAt(document, path.slice(0, length));
      const start = place && (place.pair ? startOf(place.pair.key) : startOf(place.node));
      if (start !== undefined) return parts.yaml.slice(0, start).split('\n').length + before;
    }
    return 1 + before;
  };
  const schema: Schema = fileSchemas[kind];
  const result = validateFields(schema, withoutEmpty(fields) ?? {});
  const faults = 'faults' in result ? result.faults : [];
  return [
    ...named,
    ...faults
      .map(({ path, ...fault }) => problem(fault, lineOf(path), fieldName(path)))
      .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  ].map((one) => toDeskProblem(one, kind, fields, undefined));
}

const withoutHyphens: Fault = {
  name: 'frontmatter-missing',
  message: 'the fields do not stand between two lines of three hyphens, so they cannot be told from the text',
  hint: 'start with ---, then the fields, then --- again, then the abstract',
};

const unreadable = (message = 'not a list of fields with their values'): Fault => ({
  name: 'malformed-yaml',
  message: `the fields cannot be read here: ${message}`,
  hint: 'look for a quotation mark or bracket that is not closed, or for a line that is not indented like its neighbours',
});

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const [start] = node.range as readonly unknown[];
  return typeof start === 'number' ? start : undefined;
}

/** A value without its empty parts, as a build reads it; undefined where nothing is left. */
function withoutEmpty(value: ReadValue): ReadValue | undefined {
  if (isReadList(value)) return value.map(withoutEmpty).filter((item) => item !== undefined);
  if (!isReadMap(value)) return value === '' ? undefined : value;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const filled = withoutEmpty(item);
    return filled === undefined ? [] : [[key, filled] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
