import type { PartialDate } from '../../domain/dates/partial-date.ts';
import { parseDoi } from '../../domain/identifiers/doi.ts';
import { parsePmid } from '../../domain/identifiers/pubmed.ts';
import type { ForeignProblem } from '../../formats/record/foreign-record.ts';
import { isMap } from '../../domain/values/unknown-map.ts';
import { list } from '../../formats/record/json-values.ts';
import { parseOrRepair } from '../../domain/problems/parse-or-repair.ts';
import type { RequestedIdentifier } from './requested-identifiers.ts';

/** The DOI, else the PMID, of every work in an ORCID record, but for those before a year. A work without both is a problem with its title. */
export function readOrcidWorks(
  text: string,
  orcid: string,
  since?: PartialDate,
): { readonly identifiers: readonly RequestedIdentifier[]; readonly problems: readonly ForeignProblem[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {
      identifiers: [],
      problems: [
        {
          severity: 'error',
          name: 'json-malformed',
          message: `ORCID's response for ${orcid} is not complete`,
          hint: 'try again',
        },
      ],
    };
  }
  const identifiers: RequestedIdentifier[] = [];
  const problems: ForeignProblem[] = [];
  for (const group of list(isMap(json) ? json['group'] : undefined)) {
    const [summary] = list(at(group, 'work-summary'));
    const year = Number(at(at(at(summary, 'publication-date'), 'year'), 'value'));
    if (since && year < since.year) continue;
    const ids = [
      ...list(at(at(group, 'external-ids'), 'external-id')),
      ...list(at(at(summary, 'external-ids'), 'external-id')),
    ]
      .filter((id) => at(id, 'external-id-relationship') !== 'part-of')
      .map((id) => ({ type: String(at(id, 'external-id-type')), value: String(at(id, 'external-id-value')) }));
    const doi = ids.flatMap(({ type, value }) => (type === 'doi' ? (parseOrRepair(parseDoi, value) ?? []) : []))[0];
    const pmid = ids.flatMap(({ type, value }) => (type === 'pmid' ? (parseOrRepair(parsePmid, value) ?? []) : []))[0];
    if (doi !== undefined) identifiers.push({ kind: 'doi', value: doi });
    else if (pmid !== undefined) identifiers.push({ kind: 'pmid', value: pmid });
    else {
      const title = at(at(at(summary, 'title'), 'title'), 'value');
      problems.push({
        severity: 'warning',
        name: 'work-without-identifier',
        message: `ORCID lists ${typeof title === 'string' ? `"${title}"` : 'a work'} for ${orcid} without a DOI or PMID, so it cannot be fetched`,
        hint: 'make a new record from its title',
      });
    }
  }
  return { identifiers, problems };
}

const at = (value: unknown, name: string): unknown => (isMap(value) ? value[name] : undefined);
