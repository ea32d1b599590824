import { chooseText, type LocalizedText } from '../../domain/languages/localized-text.ts';
import type { View } from '../page/view.ts';

/** A text in a body: as it is, or by language, such as `caption={{ en: '…', fa: '…' }}`. */
export type WrittenText = string | LocalizedText;

/** The text for the reader of a page. */
export const textFor = (written: WrittenText | undefined, { locale, site }: View): string | undefined =>
  typeof written === 'object' ? chooseText(written, locale, site.locales)?.text : written;
