import { placeholders } from '../../domain/publication/placeholders.ts';
import type { DraftFields } from './draft.ts';
import type { UnknownMap } from '../../domain/values/unknown-map.ts';
import { entriesOf, textOf } from './written-value.ts';

/** Fields of a file for a record without authors: a draft with a placeholder, until a person adds the authors. */
export const authorPlaceholder = {
  authors: [{ name: placeholders.author }],
  draft: true,
} as const satisfies DraftFields;

/** The fields of a file without the placeholders of authors and affiliations that nobody has replaced yet. */
export function withoutPlaceholders(fields: UnknownMap): UnknownMap {
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
