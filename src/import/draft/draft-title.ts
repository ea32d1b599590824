import { parseRichText, richTextToSource } from '../../domain/text/rich-text.ts';
import type { ForeignRecord } from '../../formats/record/foreign-record.ts';
import { scriptLanguage } from '../../formats/record/read-note.ts';
import { toOneLine } from './read-value.ts';

/** Converts a title to the notation of content. In plain text only paired tags are markup; a dollar sign is text. */
export function toContentTitle(text: string, markup: ForeignRecord['markup']): string {
  const clean = toOneLine(text);
  if (markup === 'content') return clean;
  const tagged = clean
    .replace(/<(\/?)(?:em|italic)>/gi, '<$1i>')
    .replace(/<(\/?)(?:strong|bold)>/gi, '<$1b>')
    .replace(/<(\/?)inf>/gi, '<$1sub>')
    .replace(/<(\/?)(SUB|SUP|I|B)>/g, (_, slash: string, tag: string) => `<${slash}${tag.toLowerCase()}>`);
  return richTextToSource(parseRichText(tagged.replace(/\$/g, '\\$'), (tex) => tex).text);
}

/**
 * Removes the full stop that databases add to a title, because citation styles add one too. Keeps it after an
 * abbreviation.
 */
export const withoutPeriod = (title: string): string =>
  /\s\S*(?:[\p{Ll}\p{N})\]”"’>]{3}|\p{Lu}{3})\.$/u.test(title) &&
  !/\b(?:etc|Inc|Ltd|Corp|al|vol|No|vs|Jr|Sr)\.$/i.test(title)
    ? title.slice(0, -1)
    : title;

/** Language of a title in a script that the site's first language does not use; undefined for any other title. */
export function findTitleLanguage(title: string, locale: string): string | undefined {
  const script = scriptLanguage(title);
  if (script !== 'und')
    return script === locale.split('-')[0] || (script === 'fa' && /^(?:ar|ur|ckb|ps)\b/.test(locale))
      ? undefined
      : script;
  return /\p{Script=Latin}/u.test(title) && /^(?:fa|ar|he|zh|ja|ko|ur|el|ru)\b/.test(locale) ? 'en' : undefined;
}
