import { isMap } from '../../domain/values/unknown-map.ts';
import { list } from '../record/json-values.ts';
import { parseJsonWorks } from '../json/json-works.ts';
import type { ParsedRecords } from '../record/foreign-record.ts';
import { readEuropepmcResult } from './europepmc-result.ts';

/** Parses an answer of Europe PMC's search: a list under `resultList.result`, results in an array, or one result. */
export const parseEuropepmcJson = (text: string): ParsedRecords =>
  parseJsonWorks(text, {
    service: 'Europe PMC',
    worksOf: (answer) => {
      if (Array.isArray(answer)) return list(answer);
      if (!isMap(answer)) return undefined;
      const results = isMap(answer['resultList']) ? answer['resultList']['result'] : undefined;
      if (Array.isArray(results)) return list(results);
      if (isMap(answer['result'])) return [answer['result']];
      return 'source' in answer ? [answer] : undefined;
    },
    isWork: (work) => 'title' in work && 'source' in work,
    read: readEuropepmcResult,
  });
