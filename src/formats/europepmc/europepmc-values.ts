import { isMap, list, type JsonMap } from '../record/json-values.ts';

/** The object under a name; empty for any other value. */
export const partOf = (map: JsonMap, name: string): JsonMap => (isMap(map[name]) ? map[name] : {});

/** The items of a list inside an object, such as `keywordList.keyword`. A single item may be without a list. */
export function itemsOf(map: JsonMap, name: string, item: string): readonly unknown[] {
  const items = partOf(map, name)[item];
  return Array.isArray(items) ? list(items) : items === undefined || items === null ? [] : [items];
}
