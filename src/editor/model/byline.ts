import { parseOrcid } from '../../domain/identifiers/orcid.ts';
import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { numberLetters, type NumberedByline } from './lettered-byline.ts';
import { plainMarks } from './plain-marks.ts';

/** An author in a pasted byline. */
export interface SplitAuthor {
  readonly name: string;
  /** Numbers of affiliations, from 1. */
  readonly affiliations: readonly number[];
  readonly corresponding?: true;
  readonly orcid?: string;
  /** True for a group that signs as an author. */
  readonly isGroup?: true;
}

export interface Byline extends Pick<NumberedByline, 'isLettered'> {
  readonly authors: readonly SplitAuthor[];
}

/**
 * The authors of a byline as a paper prints it, such as `Karimi S1, Müller J1,2*`. Where authors are separated by semicolons
 * or lines, a comma belongs to the name: `Karimi, Sara1; Müller, Jan2`. Degrees, titles and addresses of mail are removed.
 * `listed`: how many affiliations are known. `asked`: whether letters at the ends of names count them, where somebody says so.
 */
export function splitByline(text: string, listed = 0, asked?: boolean): Byline {
  const numbered = numberLetters(withoutExtras(plainMarks(text)), listed, asked);
  return { authors: splitNumbered(numbered.text), isLettered: numbered.isLettered };
}

function splitNumbered(plain: string): readonly SplitAuthor[] {
  const hasItems = /[;؛]/u.test(plain) || !isWrapped(plain);
  const separated = plain.replace(/\s(?:and|und|et|&|و)\s/giu, hasItems ? '; ' : ', ');
  const parts = (hasItems ? separated.split(/[;؛\n]/u) : separated.replaceAll('\n', ' ').split(/[,،]/u)).map((part) =>
    part.trim().replace(/^(?:and|und|et|&)\s+/iu, ''),
  );
  // `1 Karimi S, 2 Müller J`: the numbers are before the names.
  const leads = /^\d/u.test(parts.find(Boolean) ?? '');
  const authors: SplitAuthor[] = [];
  let waiting = '';
  for (const part of hasItems ? parts : joinInitials(parts)) {
    const { before, name, marks, orcid } = splitMarks(part);
    const last = authors.at(-1);
    const isOfLast = last !== undefined && !hasItems && !leads;
    if (name === '' && leads) waiting += ` ${before}${marks}`;
    // `Müller J1, 2` and `Müller J,1 Rossi M`: numbers without a name belong to the author before them.
    else if (last && (name === '' || noName.test(name))) authors[authors.length - 1] = withMarks(last, before + marks);
    else if (last && suffix.test(name))
      authors[authors.length - 1] = { ...withMarks(last, marks), name: `${last.name} ${name}` };
    else if (name !== '') {
      if (isOfLast) authors[authors.length - 1] = withMarks(last, before);
      const own = isOfLast ? marks : `${waiting} ${before} ${marks}`;
      authors.push(withMarks({ ...nameOrGroup(name), affiliations: [], ...orcid }, own));
      waiting = '';
    }
  }
  return authors;
}

/** Whether several authors are on a line, so that an end of a line means nothing. */
const isWrapped = (text: string): boolean =>
  text.split('\n').some((line) => (line.match(/[,،]/gu) ?? []).length > 1 || /[\d*†‡]\s*[,،]\s*\p{L}/u.test(line)) ||
  !text.trim().includes('\n');

/** Without what a byline holds beside names and their marks. */
const withoutExtras = (text: string): string =>
  text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/[([]?\b[\w.+-]{1,64}@[\w.-]+[)\]]?/gu, '')
    .replace(/\bORCID(?! ?\.org)(?: (?:iD|logo|icon))*:?/giu, '')
    .replace(/[([](?:corresponding(?: author)?|نویسند[هۀ]ٔ?[ \u200C]?(?:ی )?مسئول)[)\]]/giu, '*')
    .replace(/^\s*(?:(?:authors?|by|نویسندگان)\s*:|By\s+(?=\p{Lu}\p{Ll}+\s+\p{Lu}))/iu, '')
    // `*Sara Karimi`
    .replace(/(^|[,،;؛\n] ?)\*(?=\p{L})([^,،;؛\n]+)/gu, '$1$2*')
    .replace(/[、，|]| [·•] /gu, ', ')
    .replaceAll('•', '')
    .replace(/[,،]? ?(?:\bet al\b\.?|و ?همکاران)/giu, '')
    .replace(degrees, ' ');

/**
 * Degrees, and those in capitals beside them: `, MD, PhD`, ` MD PhD` and ` (MD, PhD)`. Capitals alone may be initials, but for those
 * of three letters after a comma, and those of two that a mark follows: `Sara Karimi, MD1`.
 */
const degrees =
  /(?:[,،]? ?\(?\b(?:MD|MS|MA|BA|BS|DO|RN|PT)(?!\p{L})){0,3}(?:[,،]?[ \n]\(?(?:M\.D|Ph\.? ?D|D\.?Phil|Pharm\.?D|Psy\.?D|M\.?Sc|B\.?Sc|D\.?Sc|M\.?Phil|Ed\.?D|MBBS|MBChB|FRCPC?|FRCS|FACS|FACC|MRCP|Dr\.? med)|[,،] ?\(?(?:MPH|MHA|MSN|BSN|DNP|DPT|MBA|DDS|DMD|DVM))(?!\p{L})\.?(?: \(Hons\)| (?:[Cc]andidate|[Ss]tudent)(?!\p{L}))?(?:[,،]? (?:MD|MS|MA|BA|DO|RN|MPH|MBA)(?!\p{L})){0,3}\)?|[,،] (?:MD|MS|DO|RN)(?=[\d*†‡§])/gu;

/** `Karimi, S., Müller, J.` has the initials after the commas. */
function joinInitials(parts: readonly string[]): readonly string[] {
  const written = parts.filter(Boolean);
  const areInitials = written.every((part, index) => index % 2 === 0 || initials.test(part));
  if (written.length < 2 || written.length % 2 > 0 || !areInitials) return parts;
  return written.flatMap((part, index) => (index % 2 === 0 ? [`${part}, ${written[index + 1] ?? ''}`] : []));
}

const initials = /^(?:\p{Lu}\.[\s-]?){1,4}[\d*†‡§¶#]*$/u;
const suffix = /^(?:Jr|Sr)\.?$/u;
/** What stands between names: a letter, a degree, or what somebody is at a university. */
const noName =
  /^(?:\p{Ll}|MD|RN|(?:full |associate |assistant |adjunct )?professor|lecturer|(?:under)?graduate|(?:[\p{L}.]+ )?(?:student|candidate|fellow|resident)|استاد|استادیار|دانشیار|مربی|پزشک|(?:دانشجو|کارشناس|دستیار|دکتر)ی? .*)$/iu;
const titles = /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.\s*|(?:Dr|Professor)\s+|(?:دکتر|پروفسور)\s+)+/u;
const orcids = /[([]?(?:https?:\/\/)?(?:orcid\.org\/)?\b(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\b[)\]]?/u;

interface MarkedName {
  /** Numbers and signs before the name. */
  readonly before: string;
  readonly name: string;
  readonly marks: string;
  readonly orcid: { readonly orcid?: string };
}

function splitMarks(part: string): MarkedName {
  const [, number = ''] = orcids.exec(part) ?? [];
  const text = part.replace(orcids, ' ');
  const [before = ''] = /^(?:\d{1,3}[.)]\s|[\d*†‡§¶#\s–-]+)/u.exec(text) ?? [];
  let end = text.length;
  while (end > before.length && isMark(text[end - 1] ?? '')) end -= 1;
  const marks = text.slice(end);
  // A full stop or a bracket at the end of a name is a part of it.
  if (!/\p{L}/u.test(text)) return { before: '', name: '', marks: text, orcid: {} };
  const named = /[\d*✉†‡§¶#]/u.test(marks) ? text.slice(before.length, end) : text.slice(before.length);
  const name = named.includes('(') && !named.includes(')') ? `${named})` : named;
  return {
    // `1. Karimi S` is the number of an item.
    before: /[.)]/u.test(before) ? '' : before,
    name: trimEndOf(name.trim(), /[,،\s]/u).replace(titles, ''),
    marks,
    orcid: parseOrcid(number).ok ? { orcid: number } : {},
  };
}

const isMark = (sign: string): boolean => /[\d*†‡§¶#$✉,،()[\]\s–-]/u.test(sign);

function nameOrGroup(name: string): Pick<SplitAuthor, 'name' | 'isGroup'> {
  const [, signed] = /^(?:on behalf of|for) (?:the )?(.+)$/iu.exec(name) ?? [];
  const isGroup =
    signed !== undefined || /\s(?:Group|Consortium|Collaborators|Collaboration|Investigators)$/u.test(name);
  return isGroup ? { name: signed ?? name.replace(/^the\s+/iu, ''), isGroup } : { name };
}

function withMarks(author: SplitAuthor, marks: string): SplitAuthor {
  const numbers = [...marks.matchAll(/(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?/gu)].flatMap(([, first = '', last = first]) =>
    Array.from(
      { length: Math.max(1, Math.min(Number(last) - Number(first) + 1, 100)) },
      (_, index) => Number(first) + index,
    ),
  );
  return {
    ...author,
    affiliations: [...new Set([...author.affiliations, ...numbers.filter((number) => number > 0)])],
    ...(/[*✉]/u.test(marks) ? { corresponding: true } : {}),
  };
}
