import { isInitials, isSuffix, nameComma } from './name-parts.ts';
import {
  findFootnoteMarks,
  findMailAddress,
  findNumbering,
  findTypographicQuotes,
  findWebAddress,
  repair,
} from './pasted-name.ts';
import type { Fault } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { trimEndOf } from '../text/trim-end-of.ts';

/** Finds why a text is not the name of one person; undefined if it can be one. Expects a text on one line. */
export function findNameFault(text: string): Fault | undefined {
  for (const find of [
    findEmpty,
    findEtAl,
    findMailAddress,
    findWebAddress,
    findTypographicQuotes,
    findSeveralNames,
    findDegree,
    findNumbering,
    findFootnoteMarks,
    findForeignCharacters,
    findCommas,
  ]) {
    const fault = find(text);
    if (fault) return fault;
  }
  return undefined;
}

/** Finds a part of a valid name that may have another meaning. Always a warning. */
export function findNameWarning(text: string): Fault | undefined {
  const words = text.trim().split(/[\s,]+/);
  const split = nameComma.test(text);
  const last = words.at(-1) ?? '';
  if (!split && words.some((word) => groupWords.test(word)) && words.length > 1) {
    return warning(
      'group-as-person',
      `${quote(text)} looks like a group, but would be split into name parts`,
      `write it as a group: "- group: ${text.trim()}"`,
    );
  }
  if (split && words.length > 2 && last === 'MD') {
    const name = words.slice(0, -1).join(' ');
    return warning(
      'degree-in-name',
      `the "MD" in ${quote(text)} may be a degree, but is read as initials`,
      `if it is a degree, write "${name}"`,
    );
  }
  if (!split && (last === 'II' || last === 'IV') && words.length === 3 && !words.slice(0, -1).some(isInitials)) {
    const [given, family] = words;
    const initials = `${last.charAt(0)}. ${last.charAt(1)}.`;
    return warning(
      'ambiguous-initials',
      `the "${last}" in ${quote(text)} is read as the initials ${initials}, and may be a suffix`,
      `if it is a suffix, write "${family}, ${given}, ${last}"`,
    );
  }
  if (!split && words.length === 2 && isUpperCase(words[0]) && isUpperCase(last) && isInitials(last)) {
    const name = `${capitalized(words[0] ?? '')}, ${capitalized(last)}`;
    return warning(
      'ambiguous-initials',
      `the "${last}" in ${quote(text)} is read as initials, but all of it is in capitals`,
      `if it is a whole name, write "${name}"`,
    );
  }
  const untitled = text.replace(titles, '');
  if (untitled !== text) {
    return warning(
      'title-in-name',
      `${quote(text)} holds a title, which citations show as a part of the given name`,
      untitled.trim() === '' ? 'write the name' : `write "${trimEndOf(untitled, /[\s,]/)}"`,
    );
  }
  const mixedWord = words.find(mixesScripts);
  if (mixedWord !== undefined) {
    return warning(
      'mixed-scripts',
      `"${mixedWord}" mixes letters of two scripts that look alike, so search and matching do not find it`,
      'type the name again in one script',
    );
  }
  return undefined;
}

const warning = (name: string, message: string, hint: string): Fault => ({ name, message, hint, severity: 'warning' });

function findEmpty(text: string): Fault | undefined {
  if (/\p{L}/u.test(text)) return undefined;
  const message = text === '' ? 'a name is empty' : `${quote(text)} holds no letter, so it is not a name`;
  return {
    name: 'empty-name',
    message,
    hint: 'write the name as printed on the paper, such as "Jamshidi A" or "Jamshidi, Ahmad"',
  };
}

/** Words for authors who are not named, in the languages of most papers. */
const othersWords =
  /^(?:(?:and |& )?(?:et\.? al(?:ii|\.)?|others|co-?workers|colleagues)|u\. ?a\.|y otros|و ?همکاران|وآخرون|等)$/i;

function findEtAl(text: string): Fault | undefined {
  if (!othersWords.test(text)) return undefined;
  return {
    name: 'several-names',
    message: `${quote(text)} is not a name: it stands for authors who are not listed, and would be cited as one of them`,
    hint: 'write each of the other authors as an item of its own, or delete it',
  };
}

function findSeveralNames(text: string): Fault | undefined {
  const parts = text.split(/ ?[;|؛；] ?| (?:and|&|و) |,? et al\.?/u).filter(Boolean);
  const byComma = text.split(nameComma);
  const listed =
    byComma.length > 1 &&
    byComma.every((part) => printedWithInitials.test(part) && !isSuffix(part.split(' ').at(-1) ?? ''));
  const names = listed ? byComma : parts;
  if (!listed && parts.length === 1 && parts[0] === text) return undefined;
  return {
    name: 'several-names',
    message: `${quote(text)} is more than one name, and would be cited as one person`,
    ...(names.length > 1
      ? { hint: `write each as an item of its own: ${names.map((name) => `"${name}"`).join(', ')}` }
      : { hint: `write "${names[0]}", and each other author as an item of its own`, repaired: names[0]! }),
  };
}

/** `Jamshidi A`: a word with lower-case letters, then initials. */
const printedWithInitials = /^\p{Lu}[\p{Lu}\p{Lt}\p{Lm}\p{Lo}]*\p{Ll}\S*(?: \S+)? \p{Lu}{1,3}$/u;

function findDegree(text: string): Fault | undefined {
  const name = withoutDegrees(text);
  if (name === text) return undefined;
  return {
    name: 'degree-in-name',
    message: `${quote(text)} holds a degree, which citations would show as the given name`,
    ...repair(name.replace(titles, '')),
  };
}

/** Removes degrees after commas at the end. `MD` counts only before `PhD`, because it may be initials. */
function withoutDegrees(text: string): string {
  const parts = text.split(',');
  while (parts.length > 1 && degree.test(parts.at(-1)!)) {
    const last = parts.pop()!.trim();
    if (last === 'PhD' && parts.length > 1 && parts.at(-1)!.trim() === 'MD') parts.pop();
  }
  return parts.join(',');
}

const titles = /(?<=^|, ?)(?:(?:Dr|Prof|Mr|Mrs|Ms)\.|Prof(?:essor)?|دکتر|پروفسور) /u;
const degree =
  /^ ?(?:Ph\.? ?D\.?|M\.D\.|MD PhD|DPhil|PharmD|Dr\.? med\.?|M\.?Sc\.?|B\.?Sc\.?|MPH|MBBS|FRCP|FACS|RN|Prof\.?)$/;

const loneHyphen = /(?<![^\s,،，])-(?![^\s,،，])/;

/** Finds characters of markup, formulas and programs, which are not in names and have a meaning in citation formats. */
function findForeignCharacters(text: string): Fault | undefined {
  if (loneHyphen.test(text)) {
    // A hyphen between two words joins them. A hyphen next to a comma or at an end is removed.
    const joined = text
      .replace(/(?<=[^\s,،，]) - (?=[^\s,،，])/g, '-')
      .split(loneHyphen)
      .join('');
    const message = `${quote(text)} has a hyphen without letters, which citations would show as a part of the name`;
    return {
      name: 'signs-in-name',
      message,
      ...repair(
        trimEndOf(joined, /[\s,،，]/)
          .trim()
          .replace(/\s+/g, ' '),
      ),
    };
  }
  const character = /--|[<>{}\\$=^~%_|"`:]/.exec(text)?.[0];
  if (character === undefined) return undefined;
  const message = `${quote(text)} holds the character ${character}, which is not part of a name`;
  return { name: 'signs-in-name', message, hint: 'write the name as printed on the paper' };
}

function findCommas(text: string): Fault | undefined {
  const parts = text.split(nameComma);
  const [first = '', second = '', third = ''] = parts;
  if (parts.some((part) => part === ''))
    return commaFault(text, 'has a comma without a word before or after it', parts.filter(Boolean).join(', '));
  if (parts.length > 3) return commaFault(text, 'has more than two commas', `${first}, ${second}`);
  if (isSuffix(second))
    return commaFault(text, 'has its suffix before the given name', [first, third, second].filter(Boolean).join(', '));
  if (parts.length === 3 && !isSuffix(third))
    return commaFault(text, `has "${third}" in the place of a suffix such as "Jr."`, `${first}, ${second} ${third}`);
  return undefined;
}

const commaFault = (text: string, what: string, repaired: string): Fault => ({
  name: 'malformed-name',
  message: `${quote(text)} ${what}, so its parts are not clear`,
  hint: `write "${repaired}": family name, given name, suffix`,
  repaired,
});

const groupWords =
  /^(?:Consortium|Collaboration|Collaborators|Investigators|Committee|Network|Initiative|Association|Society|Group|Team|Working|Study|Taskforce)$/i;

const isUpperCase = (word = ''): boolean => /^\p{Lu}{2,}$/u.test(word);

const capitalized = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

function mixesScripts(word: string): boolean {
  return (
    [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((script) => script.test(word)).length > 1
  );
}
