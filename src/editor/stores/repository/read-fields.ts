import type { Fault } from '../../../domain/problems/problem.ts';
import { isReadList, isReadMap, type ReadValue } from '../../../import/write/edit.ts';
import { findYamlFault, openYaml, placeAt } from '../../../import/write/yaml-file.ts';
import { validateFields, type FieldSchema } from '../../../schemas/validate.ts';
import type { Path } from '../../model/record.ts';

/** A fault and its line, from 1; `path` is that of its field, and empty for a fault of all fields. */
export interface LocatedFault extends Fault {
  readonly line: number;
  readonly path: Path;
}

/** Fields in their domain form, or their faults in the order of lines. `linesBefore`: lines of the file above the fields. */
export function readFields<Fields>(
  schema: FieldSchema<Fields>,
  yaml: string,
  linesBefore = 0,
): { readonly fields: Fields } | { readonly faults: readonly LocatedFault[] } {
  const opened = openYaml(yaml);
  if (!opened) {
    const fault = findYamlFault(yaml);
    return { faults: [{ ...unreadable(fault?.message), line: (fault?.line ?? 1) + linesBefore, path: [] }] };
  }
  const { document, fields } = opened;
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const place = placeAt(document, path.slice(0, length));
      const start = place && (place.pair ? startOf(place.pair.key) : startOf(place.node));
      if (start !== undefined) return yaml.slice(0, start).split('\n').length + linesBefore;
    }
    return 1 + linesBefore;
  };
  const result = validateFields(schema, withoutEmpty(fields) ?? {});
  if (!('faults' in result)) return result;
  const faults = result.faults.map((fault) => ({ ...fault, line: lineOf(fault.path) }));
  return { faults: faults.toSorted((a, b) => a.line - b.line) };
}

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
