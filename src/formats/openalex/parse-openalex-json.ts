import { isMap } from '../../domain/values/unknown-map.ts';
import { list } from '../record/json-values.ts';
import { parseJsonWorks } from '../json/json-works.ts';
import type { ParsedRecords } from '../record/foreign-record.ts';
import { readOpenalexWork } from './openalex-work.ts';

/** Parses an answer of OpenAlex's API: a list of works under `results`, works in an array, or one work. */
export const parseOpenalexJson = (text: string): ParsedRecords =>
  parseJsonWorks(text, {
    service: 'OpenAlex',
    worksOf: (answer) =>
      Array.isArray(answer)
        ? list(answer)
        : !isMap(answer)
          ? undefined
          : Array.isArray(answer['results'])
            ? list(answer['results'])
            : 'authorships' in answer
              ? [answer]
              : undefined,
    isWork: (work) => 'authorships' in work && ('title' in work || 'display_name' in work),
    read: readOpenalexWork,
  });
