import type { ForeignProblem, ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { parseJson } from '../record/json-values.ts';

/** What a service calls its list of works, and how one is recognised and read. */
export interface JsonWorks {
  /** Name of the service, for problems. */
  readonly service: string;
  /** The list in an answer; undefined for a value that is no answer of the service. */
  readonly worksOf: (answer: unknown) => readonly unknown[] | undefined;
  readonly isWork: (work: UnknownMap) => boolean;
  /** `line` is the 1-based position of the work in the answer. */
  readonly read: (work: UnknownMap, line: number) => ForeignRecord;
}

/** Parses an answer with works in JSON. An item that is no work is a problem, and the others are read. */
export function parseJsonWorks(text: string, { service, worksOf, isWork, read }: JsonWorks): ParsedRecords {
  let json: unknown;
  try {
    json = parseJson(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { records: [], problems: [malformed(`the file is not complete JSON, so no record was read: ${message}`)] };
  }
  const works = worksOf(json);
  if (works === undefined) return { records: [], problems: [malformed(`this is no answer of ${service}`)] };
  const records: ForeignRecord[] = [];
  const problems: ForeignProblem[] = [];
  for (const [index, work] of works.entries())
    if (isMap(work) && isWork(work)) records.push(read(work, index + 1));
    else problems.push(malformed(`item ${index + 1} is not a work of ${service}`));
  return { records, problems };
}

const malformed = (message: string): ForeignProblem => ({
  severity: 'error',
  name: 'json-malformed',
  message,
  hint: 'export or download the file again',
});
