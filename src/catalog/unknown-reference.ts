import { folderOf, type InstituteMember } from '../domain/institute/institute-kinds.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { closest } from '../domain/problems/suggestion.ts';
import type { Institute } from './institute.ts';

/**
 * The problem of a reference to a file that does not exist. None for a file that is excluded: it has a problem of its
 * own.
 */
export function unknownReference(
  file: string,
  field: string,
  kind: InstituteMember | 'publication',
  id: string,
  known: Iterable<string>,
  { excluded }: Institute,
): Problem[] {
  const near = closest(id, [...known]);
  const folder = kind === 'publication' ? 'publications' : folderOf[kind];
  if (excluded.has(`${folder}/${id}`)) return [];
  return [
    {
      severity: 'error',
      name: `unknown-${kind}`,
      file,
      field,
      message: `there is no ${kind} "${id}"`,
      hint: near
        ? `did you mean ${near}?`
        : `add ${folder}/${id}.${kind === 'publication' ? 'mdx' : 'yaml'}, or write the id of a file that exists`,
    },
  ];
}
