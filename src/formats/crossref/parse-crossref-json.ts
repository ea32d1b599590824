import { isMap } from '../../domain/values/unknown-map.ts';
import { parseJson } from '../record/json-values.ts';
import { readCrossrefWork } from './crossref-work.ts';
import type { ForeignProblem, ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';

/**
 * Parses a response of Crossref's REST API: a message with one work or a list of works, or the works without the
 * message.
 */
export function parseCrossrefJson(text: string): ParsedRecords {
  let json: unknown;
  try {
    json = parseJson(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      records: [],
      problems: [problem(`the file is not complete JSON, so no record was read: ${message}`)],
    };
  }
  const message = isMap(json) && 'message' in json ? json['message'] : json;
  const items = Array.isArray(message)
    ? (message as readonly unknown[])
    : isMap(message) && Array.isArray(message['items'])
      ? (message['items'] as readonly unknown[])
      : [message];
  const records: ForeignRecord[] = [];
  const problems: ForeignProblem[] = [];
  for (const [index, item] of items.entries())
    if (isMap(item) && ('DOI' in item || 'title' in item)) records.push(readCrossrefWork(item, index + 1));
    else problems.push(problem(`item ${index + 1} is not a work of Crossref: it has neither a DOI nor a title`));
  return { records, problems };
}

const problem = (message: string): ForeignProblem => ({
  severity: 'error',
  name: 'json-malformed',
  message,
  hint: 'export or download the file again',
});
