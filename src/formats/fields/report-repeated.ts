import { reportUnplaced, type MutableRecord, type SourceField } from '../record/mutable-record.ts';

/** Reports a field that repeats others, such as a whole citation, only if it has a word that none of them has. */
export function reportRepeated(record: MutableRecord, field: SourceField, fields: readonly SourceField[]): void {
  const known = new Set([
    ...'doi epub pp date of publication'.split(' '),
    ...fields.flatMap((other) => (other === field ? [] : wordsOf(other.value))),
  ]);
  if (wordsOf(field.value).some((word) => !known.has(word))) reportUnplaced(record, field, 'database');
}

/** Words and numbers, without capitals. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
