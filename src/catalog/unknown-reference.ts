import { folderOf, type InstituteMember } from '../domain/institute/institute-kinds.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { closest } from '../domain/problems/suggestion.ts';
import type { Institute } from './institute.ts';

/** A reference to what is not there. Nothing where the file is there but not in the site: what is wrong with it is said where it stands. */
export function unknownReference(
  file: string,
  field: string,
  kind: InstituteMember | 'publication',
  id: string,
  known: Iterable<string>,
  { absent }: Institute,
): Problem[] {
  const near = closest(id, [...known]);
  const folder = kind === 'publication' ? 'publications' : folderOf[kind];
  if (absent.has(`${folder}/${id}`)) return [];
  return [
    {
      severity: 'error',
      name: `unknown-${kind}`,
      file,
      field,
      message: `there is no ${kind} "${id}"`,
      hint: near
        ? `did you mean ${near}?`
        : `add ${folder}/${id}.${kind === 'publication' ? 'mdx' : 'yaml'}, or take the id of a file that is there`,
    },
  ];
}
