import { isGroup, type PersonName } from '../../domain/people/person-name.ts';

/** `Family, Given, Suffix`, or the name of a group. */
export function formatPersonName(name: PersonName): string {
  if (isGroup(name)) return name.group;
  const { family, given, suffix } = name;
  return suffix ? `${family}, ${given ?? ''}, ${suffix}` : given ? `${family}, ${given}` : family;
}

/** The name in a format in which a semicolon may divide names: EndNote does not divide a name that ends in a comma. */
export const formatWholeName = (name: PersonName): string =>
  isGroup(name) && /[;؛]/.test(name.group) ? `${name.group},` : formatPersonName(name);
