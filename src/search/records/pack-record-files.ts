import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordFile, recordsPerFile, type ShownRecord } from '../search-data.ts';
import { chooseTexts, packRecords } from './packed-records.ts';

/**
 * Packs the files of records of a site with `total` publications in the folder where `search/` is. Returns the texts that they are
 * packed with. These come from the oldest publications, in a rounded number: a new publication changes only the last file.
 */
export function packRecordFiles(folder: string, total: number): readonly string[] {
  const path = (number: number) => join(folder, 'search', recordFile(number));
  const read = (number: number) => JSON.parse(readFileSync(path(number), 'utf8')) as readonly ShownRecord[];
  const some = roundedDown(total);
  const step = Math.ceil(some / mostRead);
  function* oldest(): Generator<ShownRecord> {
    for (let number = 0; (number + 1) * recordsPerFile(total) <= some; number += step) yield* read(number);
  }
  const texts = chooseTexts(oldest(), Math.round(20 * Math.sqrt(some)));
  for (let number = 0; number * recordsPerFile(total) < total; number += 1)
    writeFileSync(path(number), packRecords(read(number), texts));
  return texts;
}

/** So many publications are enough to tell which texts are frequent. */
const mostRead = 25_000;

/** The number with its three highest binary digits alone. */
function roundedDown(total: number): number {
  const step = 2 ** Math.max(0, 29 - Math.clz32(total));
  return Math.floor(total / step) * step;
}
