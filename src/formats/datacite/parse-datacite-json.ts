import { parseJsonWorks } from '../json/json-works.ts';
import type { ParsedRecords } from '../record/foreign-record.ts';
import { isMap } from '../../domain/values/unknown-map.ts';
import { list } from '../record/json-values.ts';
import { readDataciteWork } from './datacite-work.ts';

/** Parses an answer of DataCite, where works are in `data` and `attributes`, or works alone. https://support.datacite.org/docs/api */
export const parseDataciteJson = (text: string): ParsedRecords =>
  parseJsonWorks(text, {
    service: 'DataCite',
    worksOf(answer) {
      const data = isMap(answer) && 'data' in answer ? answer['data'] : answer;
      const works = Array.isArray(data) ? list(data) : [data];
      return works.map((work) => (isMap(work) && isMap(work['attributes']) ? work['attributes'] : work));
    },
    isWork: (work) => Array.isArray(work['titles']),
    read: readDataciteWork,
  });
