import type { Problem } from '../domain/problems/problem.ts';
import type { Institute } from './institute.ts';
import { unknownReference } from './unknown-reference.ts';

/**
 * Problems of parents of units and topics that do not exist or form a circle, and of units of people that do not exist.
 * `checked`: the files whose references are checked.
 */
export function checkParents(
  institute: Institute,
  checked: Pick<Institute, 'people' | 'units' | 'topics'> = institute,
): Problem[] {
  const { units, topics } = institute;
  const problems: Problem[] = [];
  for (const [kind, rows] of [
    ['unit', units],
    ['topic', topics],
  ] as const) {
    for (const row of checked[kind === 'unit' ? 'units' : 'topics'].values()) {
      if (row.parent === undefined) continue;
      if (!rows.has(row.parent))
        problems.push(...unknownReference(row.file, 'parent', kind, row.parent, rows.keys(), institute));
      const seen = new Set([row.id]);
      for (
        let above = rows.get(row.parent);
        above;
        above = above.parent === undefined ? undefined : rows.get(above.parent)
      ) {
        if (above.id === row.id)
          problems.push({
            severity: 'error',
            name: 'parent-circle',
            file: row.file,
            field: 'parent',
            message: `${row.id} is its own parent, through ${[...seen].slice(1).join(', ') || 'itself'}`,
            hint: 'delete one `parent:` of the circle',
          });
        if (seen.has(above.id)) break;
        seen.add(above.id);
      }
    }
  }
  for (const person of checked.people.values()) {
    if (person.unit !== undefined && !units.has(person.unit))
      problems.push(...unknownReference(person.file, 'unit', 'unit', person.unit, units.keys(), institute));
  }
  return problems;
}
