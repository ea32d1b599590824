import { slugify } from '../../domain/identifiers/slug.ts';

/** Fragment of a heading, which differs from all in `taken`, and is added to them. */
export function headingId(heading: string, taken: Set<string>): string {
  const base = slugify(heading);
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
