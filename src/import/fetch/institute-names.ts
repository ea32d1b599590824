import { foldName } from '../../domain/people/person-name.ts';
import type { ForeignProblem } from '../../formats/record/foreign-record.ts';
import { isMap, list, text } from '../../formats/record/json-values.ts';
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
  const registered = list(answer.body === undefined ? undefined : readAnswer(answer.body)?.['names'])
    .filter(isMap)
    .filter((name) => !list(name['types']).includes('acronym'))
    .map((name) => text(name['value']));
  const names = [...new Map([...own, ...registered].map((name) => [foldName(name), name.trim()])).values()];
  const problem = answer.absent ? unknownInstitute(ror) : answer.problem;
  return { names: names.filter(isDistinct), ...(problem ? { problem } : {}) };
}

export interface InstituteNames {
  readonly names: readonly string[];
  readonly problem?: ForeignProblem;
}

/** One short word would find half of the world. */
const isDistinct = (name: string): boolean => name.length >= 8 && name.includes(' ');

const unknownInstitute = (ror: string): ForeignProblem => ({
  severity: 'error',
  name: 'unknown-identifier',
  message: `ROR does not know ror:${ror}`,
  hint: 'compare it with the address on ror.org',
});
