import type { FacetName, FacetValue } from '../../search/search-data.ts';
import type { Words } from './search-words.ts';

/** Label of a value in the reader's language. */
export function labelOf(name: FacetName, { id, name: names }: Pick<FacetValue, 'id' | 'name'>, words: Words): string {
  if (name === 'type') return words.t(`type.${id}`);
  if (name === 'access') return words.t(id === 'open' ? 'tag.openAccess' : 'access.closed');
  if (name === 'status') return words.t(`tag.${id}`);
  if (name === 'lang') return words.language(id);
  return words.name(names, id);
}
