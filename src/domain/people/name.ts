/** A name as printed on one paper. The identity behind it is a `Person`. */
export type PersonName = IndividualName | GroupName;

export interface IndividualName {
  /** With its particles, such as `van der Berg`. A single name is only here. */
  readonly family: string;
  /** Full (`Mohammad Amin`), or initials with full stops (`M. A.`). */
  readonly given?: string;
  /** Such as `Jr.` or `III`, as written. */
  readonly suffix?: string;
  /** As a page shows it. */
  readonly printed: string;
}

/** A consortium, committee or other group as an author. Its name is never split into parts. */
export interface GroupName {
  readonly group: string;
  readonly printed: string;
}

export const isGroup = (name: PersonName): name is GroupName => 'group' in name;

/** `Family, Given, Suffix`, or the name of a group. */
export function invertedName(name: PersonName): string {
  if (isGroup(name)) return name.group;
  return [name.family, name.given, name.suffix].filter((part) => part !== undefined && part !== '').join(', ');
}

/** `Family, Given Suffix`, for programs that allow only one comma in a name; or the name of a group. */
export function twoPartName(name: PersonName): string {
  if (isGroup(name)) return name.group;
  const given = [name.given, name.suffix].filter((part) => part !== undefined && part !== '').join(' ');
  return given === '' ? name.family : `${name.family}, ${given}`;
}

export function groupName(text: string): GroupName {
  const group = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return { group, printed: group };
}
