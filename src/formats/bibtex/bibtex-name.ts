import {
  groupName,
  isGroup,
  parsePersonName,
  splitParticle,
  type IndividualName,
  type PersonName,
} from '../../domain/people/person-name.ts';
import type { Contribution, Publication } from '../../domain/publication/publication.ts';
import { nativeNames } from '../record/cited-publication.ts';
import { toLatex, type LatexEncoder } from '../latex/write-latex.ts';

/** Formats a list of authors or editors, in Latin script if the record has this form. */
export const bibtexNames = (contributions: readonly Contribution[], encode: LatexEncoder = toLatex): string =>
  contributions.map((contribution) => toBibtexName(writtenName(contribution), encode)).join(' and ');

/** Formats the same list with the names in other scripts; undefined if the record has none. */
export function bibtexNativeAuthors({ contributions }: Publication): string | undefined {
  if (!contributions.some((contribution) => contribution.native)) return undefined;
  return contributions.map(nativeAuthor).join(' and ');
}

function nativeAuthor(contribution: Contribution): string {
  const printedNatively = latinName(contribution) !== undefined;
  const others = nativeNames(contribution).filter((name) => !printedNatively || !latin.test(name));
  if (others.length === 0) return toBibtexName(contribution.name, toLatex);
  return `{${[...(printedNatively ? [contribution.name.printed] : []), ...others].map(toLatex).join(' / ')}}`;
}

/**
 * The Latin form of a name that is printed in another script; undefined if it is printed in Latin script or has no such
 * form.
 */
export function latinName(contribution: Contribution): PersonName | undefined {
  if (!contribution.native || latin.test(contribution.name.printed)) return undefined;
  const form = nativeNames(contribution).find((name) => latin.test(name));
  if (form === undefined) return undefined;
  const parsed = isGroup(contribution.name) ? undefined : parsePersonName(form);
  return parsed?.ok ? parsed.value : groupName(form);
}

/** The name that an entry has as the author: the Latin form if the record has one. */
export const writtenName = (contribution: Contribution): PersonName => latinName(contribution) ?? contribution.name;

/**
 * Formats a name for BibTeX: `von Last, Jr, First`. Groups, and names that BibTeX would split differently, are in
 * braces.
 */
function toBibtexName(name: PersonName, encode: LatexEncoder): string {
  if (isGroup(name)) return `{${encode(name.group)}}`;
  if (isPlain(name)) return `${name.family}, ${name.given}`;
  const given = name.given?.trim() ?? '';
  const suffix = name.suffix?.trim() ?? '';
  if (given === '') return wholeName(suffix === '' ? name.family : `${name.family} ${suffix}`, encode);
  const family = bibtexFamily(name.family, encode);
  return suffix === ''
    ? `${family}, ${nameGroup(given, encode)}`
    : `${family}, ${nameGroup(suffix, encode)}, ${nameGroup(given, encode)}`;
}

/** Fast test for most names: BibTeX can read them in only one way. */
const isPlain = ({ family, given, suffix }: IndividualName): boolean =>
  given !== undefined && !suffix && plainFamily.test(family) && plainGiven.test(given) && !isReserved(given);

const plainFamily = /^[A-Z][A-Za-z]*(?:['-][A-Z][A-Za-z]*)*$/;
const plainGiven = /^[A-Z][a-z]*\.?(?:[ -][A-Z][a-z]*\.?)*$/;

/**
 * In BibTeX only lower-case words at the start of a family name are a particle: `van der Berg`, but not `Pérez de la
 * Cruz`.
 */
function bibtexFamily(name: string, encode: LatexEncoder): string {
  const { particle, family } = splitParticle(name);
  return particle !== undefined && `${particle} ${family}` === name
    ? `${nameGroup(particle, encode)} ${lastName(family, encode)}`
    : lastName(name, encode);
}

/**
 * In braces if lower-case words are in other positions, and for names such as `al-Rashid`, which some programs split at
 * the hyphen.
 */
function lastName(family: string, encode: LatexEncoder): string {
  const words = family.split(/\s+/);
  const open = words.length > 1 ? words.some(startsLower) : /(?:^|[-‐])\p{Ll}[\p{L}\p{M}]*[-‐]/u.test(family);
  // biber knows all letters; BibTeX does not.
  return open || (encode === toLatex && seemsToBeParticle(family)) ? `{${encode(family)}}` : nameGroup(family, encode);
}

/**
 * BibTeX knows only ASCII letters. It reads a part of a name as a particle if the first ASCII letter of the part is lower-case:
 * the first part of `Œuvre-Fictive`.
 */
const seemsToBeParticle = (family: string): boolean =>
  family
    .split(/[\s-]+/)
    .slice(0, -1)
    .some((part) => /^[^\0-\x7f]+[a-z]/.test(toLatex(part)));

/** In braces if there are several words, because without a comma only the last word would be the family name. */
const wholeName = (name: string, encode: LatexEncoder): string =>
  /[\s,]/.test(name.trim()) || isReserved(name) ? `{${encode(name)}}` : encode(name);

/** Part of a name; in braces if it holds a comma or a reserved word. */
const nameGroup = (part: string, encode: LatexEncoder): string =>
  part.includes(',') || isReserved(part) ? `{${encode(part)}}` : encode(part);

/** `and` separates names, and `others` means et al. */
const isReserved = (part: string): boolean => /(?:^|\s)(?:and|others)(?:\s|$)/i.test(part);

const startsLower = (word: string): boolean => {
  const letter = /\p{L}/u.exec(word)?.[0] ?? '';
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
};

const latin = /\p{Script=Latin}/u;
