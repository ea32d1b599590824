import { isCommaSuffix, isInitials, isParticle } from '../../domain/people/person-name.ts';
import type { ForeignAuthor } from '../record/foreign-record.ts';
import { looksLikeGroup, readGroupName } from '../record/group-names.ts';
import { latexToPlain } from '../latex/read-latex.ts';
import { groupAuthor, personAuthor } from '../record/mutable-record.ts';

/**
 * Parses a BibTeX list of authors. `others` is true if the list ends in `and others`. `numbers` are those with which DBLP tells
 * people of the same name apart, as in `Jan Müller 0002`: they are no part of the names.
 */
export function readBibtexAuthors(source: string): {
  readonly authors: readonly ForeignAuthor[];
  readonly others: boolean;
  readonly numbers: readonly string[];
} {
  const listed = splitOutside(source, 'and');
  // Some programs divide names by semicolons, which no name holds.
  const names = (listed.length > 1 ? listed : splitOutside(source, 'semicolon'))
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== ',');
  const others = names.at(-1)?.toLowerCase() === 'others';
  const authors = (others ? names.slice(0, -1) : names).map(readAuthor);
  const numbers = authors.flatMap(({ group }, at) => (group ? [] : (dblpNumber.exec(names[at] ?? '')?.[1] ?? [])));
  return { authors, others, numbers };
}

function readAuthor(source: string): ForeignAuthor {
  const whole = /^\{([\s\S]*)\}$/.exec(source);
  if (whole?.[1] !== undefined && isBalanced(whole[1])) {
    // `{E. F. Codd, Jr.}`: braces that hold a suffix to its name.
    const [name = '', suffix = '', ...more] = whole[1].split(',').map((part) => part.trim());
    const [family = '', ...given] = name.split(/\s+/).reverse();
    return more.length === 0 && given.length > 0 && isLateSuffix(suffix)
      ? readAuthor(`${family}, ${suffix}, ${given.reverse().join(' ')}`)
      : groupAuthor(latexToPlain(source));
  }
  if (looksLikeGroup(latexToPlain(source)) && !source.includes('{'))
    return groupAuthor(readGroupName(latexToPlain(source)));
  const labelled = splitOutside(source, 'latinComma').map((part) =>
    /^\s*(family|given|prefix|suffix)(?:-i)?\s*=([\s\S]*)$/.exec(part),
  );
  if (labelled.every((part) => part !== null)) {
    const part = (name: string): string =>
      latexToPlain([...labelled].reverse().find((found) => found?.[1] === name)?.[2] ?? '');
    return personAuthor(
      joined([part('prefix'), part('family')].filter(Boolean).join(' '), part('given'), part('suffix')),
    );
  }
  const parts = splitOutside(source.replace(dblpNumber, ''), 'comma').map((part) => latexToPlain(part));
  const [first = '', second = '', ...third] = parts;
  // BibTeX defines `von Last, Jr, First`; databases also write `Last, First, Jr`.
  const last = third.join(' ');
  if (parts.length >= 3)
    return personAuthor(isLateSuffix(last) ? joined(first, second, last) : joined(first, last, second));
  if (parts.length === 2) return personAuthor(joined(first, second, ''));
  const words = splitOutside(source.replace(dblpNumber, ''), 'spaceOrTie').filter((word) => word !== '');
  if (words.length < 2) return personAuthor(first);
  const plain = words.map((word) => latexToPlain(word));
  const suffix = words.length > 2 && isCommaSuffix(plain.at(-1) ?? '') ? plain.pop() : undefined;
  // `Miller Renée J.`: Crossref and others write the family name first, and leave out the comma.
  if (isInitials(plain.at(-1) ?? '') && !isInitials(plain[0] ?? '')) {
    const family = plain.findIndex((word, index) => index === plain.length - 2 || !isParticle(word)) + 1;
    return personAuthor(joined(plain.slice(0, family).join(' '), plain.slice(family).join(' '), suffix ?? ''));
  }
  // `First von Last`: the lower-case words are the particle. Without them the last word is the family name.
  // One small letter, as in `Jan m. Karimi`, is an initial.
  const small = plain.map((word, index) => !words[index]?.startsWith('{') && /^\p{Ll}(?!\.?$)/u.test(word));
  const from = small.slice(0, -1).indexOf(true);
  const split = from >= 0 ? from : plain.length - 1;
  return personAuthor(joined(plain.slice(split).join(' '), plain.slice(0, split).join(' '), suffix ?? ''));
}

const isLateSuffix = (text: string): boolean => /^(?:Jr|Sr|II|III|IV)\.?$/i.test(text);

const dblpNumber = /(?<!\s)\s+(\d{4})$/;

const joined = (family: string, given: string, suffix: string): string =>
  suffix !== '' ? `${family}, ${given}, ${suffix}` : given !== '' ? `${family}, ${given}` : family;

/** Splits a text at separators outside braces. */
export function splitOutside(source: string, separator: keyof typeof separators): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: found, index } of source.matchAll(separators[separator])) {
    if (found === '{') depth += 1;
    else if (found === '}') depth -= 1;
    else if (depth === 0 && !found.startsWith('\\')) {
      parts.push(source.slice(start, index));
      start = index + found.length;
    }
  }
  return [...parts, source.slice(start)];
}

/** Each separator, beside the escaped characters and braces that are skipped or counted. */
const separators = {
  and: /\\[^]|[{}]|\sand(?=\s)/gi,
  space: /\\[^]|[{}]|\s/g,
  spaceOrTie: /\\[^]|[{}]|[\s~]/g,
  latinComma: /\\[^]|[{}]|,/g,
  comma: /\\[^]|[{}]|[,،]/g,
  semicolon: /\\[^]|[{}]|[;؛]/g,
  spacedSemicolon: /\\[^]|[{}]|[;؛]\s/g,
};

function isBalanced(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '{') depth += 1;
    else if (text[index] === '}' && (depth -= 1) < 0) return false;
  }
  return depth === 0;
}
