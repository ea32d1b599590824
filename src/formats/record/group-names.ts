/**
 * True for a name with words of a group, such as `Example Study Group` or `World Health Organization`. For formats that
 * do not mark groups.
 */
export function looksLikeGroup(name: string): boolean {
  const words = name.trim().split(/[\s,]+/);
  return (
    words.length > 1 &&
    ((words[0] === 'The' && !name.includes(',')) || words.some((word) => groupWords.test(word.replace(/[.;:()]/g, ''))))
  );
}

/**
 * `World Health Organization` for `Organization, World Health`, as programs without groups write it. One word after the comma
 * may be the given name of a person: `Committee, Ursula`.
 */
export function readGroupName(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  return more.length === 0 && first.includes(' ') && groupWords.test(last) ? `${first} ${last}` : name;
}

const groupWords =
  /^(?:Consorti(?:um|a)|Collaborati(?:on|ve)|Collaborators|Investigators|Committee|Network|Initiative|Association|Society|Group|Working|Taskforce|Organi[sz]ation|Institutes?|University|Ministry|Department|Foundation|Council|Centers?|Centres?|Agency|Commission|Federation|Secretariat|Alliance|Academy|Authors)$/i;
