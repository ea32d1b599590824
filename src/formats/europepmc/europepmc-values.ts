import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list } from '../record/json-values.ts';

/** The object under a name; empty for any other value. */
export const partOf = (map: UnknownMap, name: string): UnknownMap => (isMap(map[name]) ? map[name] : {});

/** The items of a list inside an object, such as `keywordList.keyword`. A single item may be without a list. */
export function itemsOf(map: UnknownMap, name: string, item: string): readonly unknown[] {
  const items = partOf(map, name)[item];
  return Array.isArray(items) ? list(items) : items === undefined || items === null ? [] : [items];
}
