import { parseLanguageTag } from '../../domain/languages/language.ts';
import { parseOrRepair } from '../../domain/problems/parse-or-repair.ts';
import type { ForeignField, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { scriptLanguage } from '../../formats/record/read-note.ts';
import type { DraftValue } from './draft.ts';

/**
 * Groups translations by language. A text in an unknown language, or in the publication's own language, is unplaced.
 */
export function groupByLanguage(
  texts: readonly { readonly lang?: string; readonly text: string }[],
  own: string,
  name: string,
  record: ForeignRecord,
  unplaced: ForeignField[],
): DraftValue {
  const found: Record<string, string> = {};
  for (const { lang: named, text } of texts) {
    const tag = named === undefined ? undefined : parseOrRepair(parseLanguageTag, named);
    const script = scriptLanguage(text);
    const guessed = script !== 'und' ? script : /^en\b/.test(own) ? undefined : 'en';
    const lang = tag ?? guessed;
    if (text === '') continue;
    if (lang === undefined || lang === own || found[lang] !== undefined)
      unplaced.push({
        name: `translated ${name}`,
        value: text,
        line: record.line,
        reason: lang === undefined ? 'unreadable' : 'second value',
      });
    else found[lang] = text;
  }
  return found;
}
