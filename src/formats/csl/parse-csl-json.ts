import type { ForeignProblem, ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { readCslItem } from './read-csl-item.ts';
import { isMap } from '../../domain/values/unknown-map.ts';
import { parseJson } from '../record/json-values.ts';

/** Parses one CSL item, an array of items, or a response of Zotero with `items`. */
export function parseCslJson(text: string): ParsedRecords {
  let json: unknown;
  try {
    json = parseJson(text);
  } catch (error) {
    return { records: [], problems: [malformed(text, error)] };
  }
  const items = Array.isArray(json)
    ? (json as readonly unknown[])
    : isMap(json) && Array.isArray(json['items'])
      ? (json['items'] as readonly unknown[])
      : [json];
  const records: ForeignRecord[] = [];
  const problems: ForeignProblem[] = [];
  for (const [index, item] of items.entries()) {
    if (isMap(item) && (typeof item['type'] === 'string' || typeof item['title'] === 'string'))
      records.push(readCslItem(item, index + 1));
    else
      problems.push({
        severity: 'error',
        name: 'item-malformed',
        message: `item ${index + 1} is not a CSL item: it has neither a type nor a title`,
        hint: 'export it again as CSL-JSON',
      });
  }
  return { records, problems };
}

function malformed(text: string, error: unknown): ForeignProblem {
  const message = error instanceof Error ? error.message : String(error);
  const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  return {
    severity: 'error',
    name: 'json-malformed',
    line: text.slice(0, at).split('\n').length,
    message: `the file is not JSON from this line on, so no record was read: ${message}`,
    hint: 'export or download the file again',
  };
}
