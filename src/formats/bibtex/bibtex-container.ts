import type { DecodedEntry } from './bibtex-fields.ts';
import {
  reportUnplaced,
  setText,
  resolveContainer,
  resolveEvent,
  type MutableRecord,
  type TextField,
} from '../record/mutable-record.ts';

/** Keys of biblatex, which it prints in words. */
const seriesKeys = new Map([
  ['newseries', 'New series'],
  ['oldseries', 'Old series'],
]);

/** Sets the container and the publisher of an entry. The order of the fields is their precedence. */
export function addContainerAndPublisher(record: MutableRecord, entry: DecodedEntry): void {
  const namesAndTargets: readonly [string, TextField][] = [
    ['journal', 'container'],
    ['journaltitle', 'container'],
    ['booktitle', 'container'],
    ['maintitle', 'container'],
    ['series', 'series'],
    ['publisher', 'publisher'],
    ['school', 'publisher'],
    ['institution', 'publisher'],
    ['organization', 'publisher'],
  ];
  for (const [name, target] of namesAndTargets)
    for (const field of entry.fields.filter((one) => one.name === name)) {
      // A thesis or report that is also published: the university or institution, and the publisher.
      if ((name === 'school' || name === 'institution') && record.publisher !== undefined && !record.container)
        setText(record, 'container', field);
      else if (record[target] !== undefined && name === 'organization') reportUnplaced(record, field, 'no place');
      else
        setText(record, target, field, name === 'series' ? (seriesKeys.get(field.value) ?? field.value) : field.value);
    }
  for (const field of entry.fields)
    if (/^(?:journal|book)(?:subtitle|titleaddon)$/.test(field.name)) {
      if (field.name.endsWith('subtitle') && record.container !== undefined)
        record.container = `${record.container}: ${field.value}`;
      else reportUnplaced(record, field, 'no place');
    }
  resolveContainer(record);
  resolveEvent(record);
}
