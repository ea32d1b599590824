import type { CslItem } from '../formats/csl/csl-item.ts';
import { toCslTitle } from '../formats/csl/csl-item.ts';
import { statusPrefix, type CitedPublication } from '../formats/record/cited-publication.ts';
import { translatedTitleVariable, workLanguageVariable } from './adjustments/item-variables.ts';

/** `[A survey of marbles]`: a translation in place of the title. */
export function bracketTranslation(item: CslItem, { publication }: CitedPublication): CslItem {
  if (item[translatedTitleVariable] === undefined) return item;
  const { length } = statusPrefix(publication);
  return { ...item, title: `${item.title.slice(0, length)}[${item.title.slice(length)}]` };
}

/** `Murmeln im Alltag [Marbles in everyday life]`: a title that is not in English, with its translation. */
export function withTranslation(item: CslItem, { publication }: CitedPublication): CslItem {
  const english = publication.titles['en'];
  const inAnother = item[workLanguageVariable] !== undefined && item[translatedTitleVariable] === undefined;
  return english && inAnother ? { ...item, title: `${item.title} [${toCslTitle(english)}]` } : item;
}
