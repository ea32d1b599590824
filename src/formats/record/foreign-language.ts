import { parseLanguageTag } from '../../domain/languages/language.ts';
import { languageNames, threeLetterLanguages, twoLetterLanguages } from '../../domain/languages/languages.ts';
import { setText, type MutableRecord, type SourceField } from './mutable-record.ts';

/** The language tag for `en`, `eng`, `English` or `en_US`; undefined if the language is unknown. */
export function readLanguage(text: string): string | undefined {
  const written = text.trim().toLowerCase();
  const known =
    languageNames.get(written) ?? babelNames.get(written) ?? threeLetterLanguages.get(written.split(/[-_]/)[0] ?? '');
  if (known !== undefined && !/[-_]/.test(written)) return known;
  const tag = parseLanguageTag(text.trim().replace(/_/g, '-'));
  return tag.ok && (/^[a-z]{2}\b/.test(tag.value) ? twoLetterLanguages.has(tag.value.slice(0, 2)) : true)
    ? tag.value
    : undefined;
}

/** Sets the language. An unknown one is kept as written. */
export const addLanguage = (record: MutableRecord, field: SourceField): void =>
  setText(record, 'lang', field, readLanguage(field.value) ?? field.value);

/** Names of languages and their variants in babel and biblatex. */
const babelNames: ReadonlyMap<string, string> = new Map([
  ['american', 'en-US'],
  ['usenglish', 'en-US'],
  ['british', 'en-GB'],
  ['ukenglish', 'en-GB'],
  ['ngerman', 'de'],
  ['austrian', 'de-AT'],
  ['naustrian', 'de-AT'],
  ['brazilian', 'pt-BR'],
  ['brazil', 'pt-BR'],
  ['portuges', 'pt'],
  ['francais', 'fr'],
  ['frenchb', 'fr'],
  ['castilian', 'es'],
  ['belarusian', 'be'],
  ['bosnian', 'bs'],
  ['welsh', 'cy'],
  ['esperanto', 'eo'],
  ['estonian', 'et'],
  ['basque', 'eu'],
  ['irish', 'ga'],
  ['galician', 'gl'],
  ['icelandic', 'is'],
  ['lithuanian', 'lt'],
  ['latvian', 'lv'],
  ['macedonian', 'mk'],
  ['mongolian', 'mn'],
  ['nynorsk', 'nn'],
  ['albanian', 'sq'],
  ['telugu', 'te'],
  ['tajik', 'tg'],
  ['turkmen', 'tk'],
  ['afrikaans', 'af'],
  ['amharic', 'am'],
]);
