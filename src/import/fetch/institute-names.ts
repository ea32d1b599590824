import { foldName } from '../../domain/people/person-name.ts';
import type { ForeignProblem } from '../../formats/record/foreign-record.ts';
import { isMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../../formats/record/json-values.ts';
import { askService } from './ask-service.ts';
import { readAnswer } from './read-answer.ts';
import type { Network } from './services.ts';

/**
 * Names of an institute as papers print them: those that the site has, and those of the ROR registry. Acronyms are left
 * out, because many institutes share one.
 * https://ror.readme.io/docs/rest-api
 */
export async function fetchInstituteNames(
  ror: string,
  own: readonly string[],
  { services, effects }: Network,
): Promise<InstituteNames> {
  const answer = await askService(
    {
      url: `${services.ror}/organizations/${ror}`,
      accept: 'application/json',
      service: 'ROR',
      isWhole: (body) => Array.isArray(readAnswer(body)?.['names']),
    },
    effects,
  );
  const organisation = answer.body === undefined ? undefined : readAnswer(answer.body);
  const registered = list(organisation?.['names'])
    .filter(isMap)
    .filter((name) => !list(name['types']).includes('acronym'))
    .map((name) => text(name['value']));
  const names = [...new Map([...own, ...registered].map((name) => [foldName(name), name.trim()])).values()];
  const problem = answer.absent ? unknownInstitute(ror) : answer.problem;
  const children = list(organisation?.['relationships'])
    .filter(isMap)
    .filter((relation) => text(relation['type']).toLowerCase() === 'child')
    .map((relation) => ({ name: text(relation['label']), ror: text(relation['id']).replace(/^.*\//, '') }));
  return { names: names.filter(isDistinct), children, ...(problem ? { problem } : {}) };
}

export interface InstituteNames {
  readonly names: readonly string[];
  /** What belongs to the institute, such as the hospitals of a university. */
  readonly children: readonly ChildOrganisation[];
  readonly problem?: ForeignProblem;
}

export interface ChildOrganisation {
  readonly name: string;
  readonly ror: string;
}

/** Says which organisations of an institute are not searched; undefined if all are. */
export function unsearchedChildren(
  ror: string,
  children: readonly ChildOrganisation[],
  searched: readonly string[],
): ForeignProblem | undefined {
  const left = children.filter((child) => !searched.includes(child.ror));
  if (left.length === 0) return undefined;
  const shown = left.slice(0, 10).map((child) => `${child.name} (ror:${child.ror})`);
  return {
    severity: 'warning',
    name: 'children-not-searched',
    message: `ror:${ror} has ${left.length} ${left.length === 1 ? 'organisation' : 'organisations'} of its own in ROR, and papers that name only one of them are not looked for: ${shown.join(', ')}${left.length > 10 ? ' …' : ''}`,
    hint: 'write those whose papers are yours into sources in content/import.yaml, or after the command',
  };
}

/** A short name, or one of a single word, would match many other institutes. */
const isDistinct = (name: string): boolean => name.length >= 8 && name.includes(' ');

const unknownInstitute = (ror: string): ForeignProblem => ({
  severity: 'error',
  name: 'unknown-identifier',
  message: `ROR does not know ror:${ror}`,
  hint: 'compare it with the address on ror.org',
});
