import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import type { ForeignAuthor } from '../record/foreign-record.ts';
import { decodeEntities } from '../record/html-entities.ts';
import { looksLikeGroup, readGroupName } from '../record/group-names.ts';
import { groupAuthor, personAuthor } from '../record/mutable-record.ts';

/**
 * The authors of a field that should hold one name. Some programs write all names into it, divided by semicolons. A comma at
 * the end is EndNote's sign of a group, which may have a semicolon in its name.
 */
export function readAuthors(text: string): readonly ForeignAuthor[] {
  const whole = text.trim();
  if (whole.endsWith(',') && splitNames(whole).some((part) => !part.includes(',')) && /[;؛]/.test(whole))
    return [groupAuthor(readGroupName(trimEndOf(whole, /[,\s]/)))];
  return splitNames(text).map(readAuthor);
}

/** A person, or a group where the name has the words of one. */
export const readAuthor = (name: string): ForeignAuthor =>
  looksLikeGroup(name) ? groupAuthor(readGroupName(name)) : personAuthor(name);

/** Names that are divided by semicolons. The character references of HTML have semicolons too. */
export const splitNames = (text: string): readonly string[] =>
  decodeEntities(text)
    .split(/[;؛]/)
    .map((name) => trimEndOf(name.trim(), /[,\s]/))
    .filter(Boolean);
