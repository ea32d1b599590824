import { parseJsonWorks } from '../json/json-works.ts';
import type { ForeignProblem, ParsedRecords } from '../record/foreign-record.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list } from '../record/json-values.ts';
import { readOrcidWork } from './orcid-work.ts';

/**
 * Parses works of ORCID: a whole record, its list of works, or works in full. A list has no authors: each of its works needs
 * its record from Crossref or PubMed. https://info.orcid.org/documentation/api-tutorials/api-tutorial-read-data-on-a-record/
 */
export function parseOrcidJson(text: string): ParsedRecords {
  const { records, problems } = parseJsonWorks(text, {
    service: 'ORCID',
    worksOf,
    isWork: (work) => 'title' in work,
    read: readOrcidWork,
  });
  const bare = records.filter(({ authors }) => authors.length === 0).length;
  const notRead: readonly ForeignProblem[] =
    bare === 0
      ? []
      : [
          {
            severity: 'error',
            name: 'works-without-authors',
            message: `ORCID lists ${bare} ${bare === 1 ? 'work' : 'works'} of this file without authors`,
            hint: 'import orcid:0000-0000-0000-0000 with the iD of the person: each work is then fetched from Crossref or PubMed',
          },
        ];
  return { records, problems: [...problems, ...notRead] };
}

/** The works of a record or list; the first summary of a group is the one that its owner prefers. */
function worksOf(answer: unknown): readonly unknown[] | undefined {
  if (Array.isArray(answer)) return list(answer).flatMap((item) => worksOf(item) ?? []);
  if (!isMap(answer)) return undefined;
  const activities = map(map(answer, 'activities-summary') ?? answer, 'works') ?? answer;
  if (Array.isArray(activities['group']))
    return list(activities['group']).flatMap((group) => (isMap(group) ? list(group['work-summary']).slice(0, 1) : []));
  if (Array.isArray(answer['bulk']))
    return list(answer['bulk']).map((item) => (isMap(item) && isMap(item['work']) ? item['work'] : item));
  return [map(answer, 'work') ?? answer];
}

const map = (value: UnknownMap, name: string): UnknownMap | undefined => {
  const inner = value[name];
  return isMap(inner) ? inner : undefined;
};
