import type { Problem } from '../domain/problems/problem.ts';
import type { Institute } from './institute.ts';

/** Old addresses of people that are the address of somebody else, or are listed twice. */
export function checkFormerPeople({ people }: Pick<Institute, 'people'>): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map([...people].map(([id, { file }]) => [id, file]));
  for (const { file, aliases = [] } of people.values())
    for (const [index, alias] of aliases.entries()) {
      const owner = owners.get(alias);
      if (owner === undefined) owners.set(alias, file);
      else
        problems.push({
          severity: 'error',
          name: 'alias-taken',
          file,
          field: `aliases[${index + 1}]`,
          message: `the old address ${alias} is ${owner === file ? 'listed twice, or the slug itself' : `the address of ${owner}`}`,
          hint: 'delete it from one of the two',
        });
    }
  return problems;
}
