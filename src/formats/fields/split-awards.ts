import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import type { Funding } from '../../domain/publication/publication.ts';

/** `Example Agency, EA, (12345, 67890)` and `Example Agency (12345)`: a grant for each number, else the funder alone. */
export function splitAwards(text: string): readonly Funding[] {
  const item = text.trim();
  const open = item.endsWith(')') ? item.lastIndexOf('(') : -1;
  const inside = open < 0 ? '' : item.slice(open + 1, -1);
  const awards = /\d/.test(inside) ? inside.split(/,\s*/).filter(Boolean) : [];
  const funder = trimEndOf(awards.length > 0 ? item.slice(0, open) : item, /[\s,:]/);
  if (funder === '') return [{ funder: item }];
  return awards.length > 0 ? awards.map((award) => ({ funder, award })) : [{ funder }];
}
