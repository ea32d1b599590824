import { isGroup, type PersonName } from '../../domain/people/person-name.ts';

/** `Family, Given, Suffix`; a group stands whole. */
export function formatPersonName(name: PersonName): string {
  if (isGroup(name)) return name.group;
  const { family, given, suffix } = name;
  return suffix ? `${family}, ${given ?? ''}, ${suffix}` : given ? `${family}, ${given}` : family;
}
