import { placeholders } from '../../domain/publication/placeholders.ts';
import type { DraftFields } from './draft.ts';
import { entriesOf, textOf, type WrittenMap } from './written-value.ts';

/** What a file gets for the authors of a record that has none: it waits as a draft for those who know them. */
export const unsigned = { authors: [{ name: placeholders.author }], draft: true } as const satisfies DraftFields;

/** The fields of a file without authors and affiliations that nobody has filled in yet. */
export function withoutPlaceholders(fields: WrittenMap): WrittenMap {
  if (!isOnly(fields['authors'], placeholders.author)) return fields;
  const { authors: _, affiliations, ...rest } = fields;
  return affiliations === undefined || isOnly(affiliations, placeholders.affiliation)
    ? rest
    : { ...rest, affiliations };
}

function isOnly(list: unknown, placeholder: string): boolean {
  if (!Array.isArray(list) || list.length !== 1) return false;
  return textOf(entriesOf(list)[0]?.['name']) === placeholder;
}
