import { languageNames } from '../../domain/languages/languages.ts';
import { withoutTitlePeriod } from '../nbib/medline-text.ts';
import { setText, type MutableRecord } from '../record/mutable-record.ts';
import { splitTrailingBracket } from '../record/trailing-bracket.ts';

/**
 * Databases of Ovid write `[Sleep of nurses]. [German]` for a title that they have translated, with the original in a field of
 * its own. The original becomes the title, and the language is removed from both. Without a language, brackets are the title's own.
 */
export function resolveTranslatedTitle(record: MutableRecord): void {
  if (record.title === undefined || !record.title.includes('[')) return;
  const bare = withoutLanguage(record.title);
  if (bare.language !== undefined && record.lang === undefined)
    setText(record, 'lang', { name: 'title', value: record.title }, bare.language);
  const at = record.titles.findIndex(({ lang }) => lang === undefined);
  const original = record.titles[at] && withoutLanguage(record.titles[at].text);
  if (bare.language === undefined && original?.language === undefined) return;
  const [inside] = /^\[([^[\]]+)\]$/.exec(bare.text)?.slice(1) ?? [];
  if (inside === undefined || record.lang === 'en') {
    if (bare.language !== undefined) record.title = bare.text;
    return;
  }
  record.title = original ? original.text : withoutTitlePeriod(inside);
  if (original) record.titles[at] = { lang: 'en', text: withoutTitlePeriod(inside) };
}

/** `Title. [German]`: the title, and the tag of the language. */
function withoutLanguage(text: string): { readonly text: string; readonly language?: string } {
  const { before, inside } = splitTrailingBracket(text);
  const language = before === '' ? undefined : languageNames.get(inside.trim().toLowerCase());
  return language === undefined ? { text: withoutTitlePeriod(text) } : { text: withoutTitlePeriod(before), language };
}
