import type { WrittenValue } from './record.ts';

/** The title, name or label of a record as plain text; empty where it has none. */
export function titleOfRecord(fields: Readonly<Record<string, WrittenValue>>): string {
  for (const name of titleFields) {
    const value = fields[name];
    const [first] = typeof value === 'object' ? Object.values<WrittenValue>(value) : [value];
    if (first !== undefined && typeof first !== 'object' && first !== '') return withoutTags(String(first));
  }
  return '';
}

/** Each kind of record has one of these. */
const titleFields = ['title', 'name', 'label', 'names', 'institute'] as const;

/** A title without the tags that titles may have. */
export const withoutTags = (title: string): string => title.replace(/<\/?(?:i|b|sub|sup)>/g, '');
