import { parseJsonWorks } from '../json/json-works.ts';
import type { ForeignProblem, ParsedRecords } from '../record/foreign-record.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../record/json-values.ts';
import { textsInJson } from '../fields/report-rest.ts';
import { readZoteroItem, type ZoteroItem } from './zotero-item.ts';

/**
 * Parses items of Zotero: an answer of its service, where each is in `data`, an export of Better BibTeX with `items`, or the
 * items alone. Notes and attachments are counted in a problem, and not read.
 * https://www.zotero.org/support/dev/web_api/v3/types_and_fields
 */
export function parseZoteroJson(source: string): ParsedRecords {
  let others = 0;
  const parsed = parseJsonWorks(source, {
    service: 'Zotero',
    worksOf(answer) {
      const items = Array.isArray(answer)
        ? list(answer)
        : isMap(answer) && Array.isArray(answer['items'])
          ? list(answer['items'])
          : [answer];
      const works = items.map((item) => (isMap(item) && isMap(item['data']) ? item['data'] : item));
      const publications = works.filter((item) => !isMap(item) || !notPublications.has(text(item['itemType'])));
      others = works.length - publications.length;
      return publications;
    },
    isWork: (item) => text(item['itemType']) !== '',
    read: (item, line) => readZoteroItem(toItem(item, line), line),
  });
  return { ...parsed, problems: [...parsed.problems, ...skippedItems(others)] };
}

/** Says how many notes and attachments a file has beside publications. */
export const skippedItems = (count: number): readonly ForeignProblem[] =>
  count === 0
    ? []
    : [
        {
          severity: 'warning',
          name: 'not-publications',
          message: `of the items of the file ${count} ${count === 1 ? 'is a note, an attachment or a collection; it was' : 'are notes, attachments or collections; they were'} not read`,
          hint: 'nothing has to be done; files can be named in links by hand',
        },
      ];

const notPublications: ReadonlySet<string> = new Set(['note', 'attachment', 'annotation']);

function toItem(item: UnknownMap, line: number): ZoteroItem {
  const { creators, tags, ...rest } = item;
  return {
    itemType: text(item['itemType']),
    creators: list(creators)
      .filter(isMap)
      .map((creator) => ({
        type: text(creator['creatorType']),
        family: text(creator['lastName']),
        given: text(creator['firstName']),
        group: text(creator['name']),
      })),
    tags: list(tags).map((tag) => (isMap(tag) ? text(tag['tag']) : text(tag))),
    nested: textsInJson({ creators, tags }, new Set(['creatorType']), line),
    fields: Object.entries(rest)
      .filter(([, value]) => !(typeof value === 'object' && value !== null && Object.keys(value).length === 0))
      .map(([name, value]) => ({ name, value: text(value) })),
  };
}
