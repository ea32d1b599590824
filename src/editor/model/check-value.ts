import type { Fault } from '../../domain/problems/problem.ts';
import { fileSchemas } from '../../schemas/file-schemas.ts';
import { schemaAt } from '../../schemas/schema-shape.ts';
import { validateFields } from '../../schemas/validate.ts';
import { asRead } from '../../import/write/edit.ts';
import type { DeskKind, Path, WrittenValue } from './record.ts';

/** The first fault of one value of a kind of file, by the schema at its path; undefined where it has none. */
export function checkValue(kind: DeskKind, path: Path, value: WrittenValue): Fault | undefined {
  const schema = schemaAt(fileSchemas[kind], path);
  if (!schema) return undefined;
  const result = validateFields(schema, asRead(value));
  return 'faults' in result ? result.faults[0] : undefined;
}
