import { isGroup, type PersonName } from '../../domain/people/person-name.ts';

/** `Family, Given, Suffix`, or the name of a group. */
export function formatPersonName(name: PersonName): string {
  if (isGroup(name)) return name.group;
  const { family, given, suffix } = name;
  return suffix ? `${family}, ${given ?? ''}, ${suffix}` : given ? `${family}, ${given}` : family;
}
