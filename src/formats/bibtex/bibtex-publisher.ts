import { entryTypes } from './bibtex-types.ts';
import { plainField } from './bibtex-fields.ts';
import type { BibtexEntry } from './bibtex-syntax.ts';
import { reportUnplaced, place, resolveContainer, type RecordSketch, type TextSlot } from '../record/record-sketch.ts';

/** Where the entry appeared: the fields of its type first. */
export function placePublisher(sketch: RecordSketch, entry: BibtexEntry): void {
  const kind = entryTypes.get(entry.type);
  const houses: readonly [string, TextSlot][] = [
    ['journal', 'container'],
    ['journaltitle', 'container'],
    ['booktitle', 'container'],
    ['eventtitle', 'container'],
    ['publisher', 'publisher'],
    ['school', 'publisher'],
    ['institution', 'publisher'],
    ['organization', 'publisher'],
    ...(kind === 'book' ? ([['series', 'container']] as [string, TextSlot][]) : []),
  ];
  for (const [name, slot] of houses)
    for (const field of entry.fields.filter((one) => one.name === name)) {
      const own = plainField(field);
      if (sketch[slot] !== undefined && (name === 'organization' || name === 'eventtitle'))
        reportUnplaced(sketch, own, 'no place');
      else place(sketch, slot, own);
    }
  for (const field of entry.fields)
    if (field.name === 'series' && kind !== 'book') reportUnplaced(sketch, plainField(field), 'no place');
    else if (/^(?:journal|book)(?:subtitle|titleaddon)$/.test(field.name)) {
      const own = plainField(field);
      if (field.name.endsWith('subtitle') && sketch.container !== undefined)
        sketch.container = `${sketch.container}: ${own.value}`;
      else reportUnplaced(sketch, own, 'no place');
    }
  resolveContainer(sketch);
}
