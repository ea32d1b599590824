import { statusPrefix, type CitedPublication } from '../formats/record/cited-publication.ts';
import type { CslItem } from '../formats/csl/csl-item.ts';
import { abbreviationOfIeee } from './abbreviation-of-ieee.ts';
import { articleNumberVariable } from './adjustments/item-variables.ts';
import { inWordsOfApa } from './apa-item.ts';
import { namesRetraction, referenceNotice, type NoticeForm } from './reference-notice.ts';
import { prepositionsOfAma } from './title-case-of-ama.ts';
import { withThesisWords } from './thesis-words.ts';
import { bracketTranslation, withTranslation } from './title-translation.ts';
import { isPersian, publishesItself, suffixesWithPeriod } from './item-facts.ts';

/**
 * The item as a style needs it: the same facts, in the variables and words that the style expects. `id` is the id of the
 * style in the CSL project.
 */
export const itemForStyle = (item: CslItem, id: string, cited: CitedPublication): CslItem =>
  styleItems
    .filter(({ ids }) => ids.test(id))
    .reduce((changed, { change }) => change(changed, cited), withThesisWords(item, id));

interface StyleItem {
  readonly ids: RegExp;
  readonly change: (item: CslItem, cited: CitedPublication) => CslItem;
}

const medicine = /^(?:vancouver|national-library-of-medicine-grant-proposals)$/;
const ama = /^american-medical-association$/;
const harvard = /^harvard-cite-them-right/;

const styleItems: readonly StyleItem[] = [
  {
    // APA 7 9.38, Citing Medicine 1: a title in another language is followed by its translation in brackets.
    ids: new RegExp(`^apa\\b|${medicine.source}`),
    change: withTranslation,
  },
  {
    // ICMJE samples, articles not in English, APA 7 9.38, MLA 9: a translation in place of the title is in brackets.
    ids: new RegExp(`^(?:apa|modern-language-association)\\b|${harvard.source}|${medicine.source}`),
    change: bracketTranslation,
  },
  {
    // APA 7 9.27 and 10.1: "Article e089". IEEE: "Art. no. e089".
    ids: /^(?:apa|ieee)\b/,
    change: (item) => (item[articleNumberVariable] ? { ...item, number: item[articleNumberVariable] } : item),
  },
  {
    // APA 7 9.8, CMOS 17 6.43, MLA 9 5.6 and IEEE: "Jr." and "Sr." have a period.
    ids: /^(?:apa|ieee|chicago|modern-language-association)\b/,
    change: suffixesWithPeriod,
  },
  { ids: /^apa\b/, change: (item, cited) => withNotice(inWordsOfApa(item, cited), cited, 'apa') },
  {
    // MLA 9 5.51, IEEE: "vol. 12, suppl. 1".
    ids: /^(?:modern-language-association|ieee)\b/,
    change: (item) => supplementOfVolume(item, (issue) => `, ${issue.replace(/^Suppl\b\.?/, 'suppl.')}`),
  },
  {
    // In Persian; in English the days are a date that each style prints as it likes.
    ids: new RegExp(`^(?:apa|ieee)\\b|${ama.source}|${medicine.source}`),
    change: (item) =>
      isPersian(item) && item.type === 'speech' ? { ...item, issued: item['event-date'] as CslItem['issued'] } : item,
  },
  {
    // Citing Medicine 1 and AMA 11 3.11 name no translator of an article.
    ids: new RegExp(`${ama.source}|${medicine.source}`),
    change: ({ translator, ...item }) =>
      translator === undefined || item.type === 'article-journal' ? item : { ...item, translator },
  },
  { ids: /^(?:chicago|modern-language-association|harvard)\b/, change: (item) => reportNumber(item, 'Report') },
  // IEEE Reference Guide, reports: "Rep. 17".
  { ids: /^ieee\b/, change: (item) => reportNumber(item, 'Rep.') },
  { ids: /^modern-language-association\b/, change: inFormsOfMla },
  { ids: /^ieee\b/, change: inFormsOfIeee },
  {
    // CMOS 17 14.215: the university, without its place.
    ids: /^chicago-/,
    change: ({ 'publisher-place': place, ...item }) =>
      item.type === 'thesis' || place === undefined ? item : { ...item, 'publisher-place': place },
  },
  {
    ids: ama,
    // AMA 11 3.11: "12(suppl 1)".
    change: (item, cited) =>
      withNotice(
        prepositionsOfAma(officeInCountry({ ...item, ...lowerSupplement(item), ...shortCountry(item) })),
        cited,
        'ama',
      ),
  },
  {
    ids: medicine,
    change: (item, cited) =>
      withNotice(
        // ICMJE samples: "2002;42 Suppl 2:S93-9".
        supplementOfVolume(officeInCountry(item), (issue) => ` ${issue}`),
        cited,
        'medicine',
      ),
  },
  { ids: harvard, change: inFormsOfHarvard },
];

/** Adds the notice, and removes the prefix "RETRACTED:" that the notice makes unnecessary from the title. In English only. */
function withNotice(item: CslItem, cited: CitedPublication, form: NoticeForm): CslItem {
  const notice = isPersian(item) ? undefined : referenceNotice(cited, form);
  if (notice === undefined) return item;
  const prefix = namesRetraction(cited) ? statusPrefix(cited.publication) : '';
  return { ...item, title: item.title.slice(prefix.length), references: notice };
}

const lowerSupplement = ({ issue }: CslItem): Partial<CslItem> =>
  typeof issue === 'string' ? { issue: issue.replace(/\bSuppl/g, 'suppl') } : {};

/** AMA 11 3.13: "US patent 6,866,670". */
const shortCountry = (item: CslItem): Partial<CslItem> =>
  item['publisher-place'] === 'United States' ? { 'publisher-place': 'US' } : {};

/** Joins a supplement of a volume to the volume. A supplement of an issue stays with the issue. */
function supplementOfVolume(item: CslItem, toText: (issue: string) => string): CslItem {
  const { issue, ...rest } = item;
  return typeof issue === 'string' && typeof item['volume'] === 'string' && /^Suppl\b/.test(issue)
    ? { ...rest, volume: item['volume'] + toText(issue) }
    : item;
}

/** ICMJE samples, AMA 11 3.13: "United States patent": the country of a patent, if it is known, in place of the office. */
const officeInCountry = (item: CslItem): CslItem =>
  item.type === 'patent' && item['publisher-place'] !== undefined
    ? { ...item, publisher: item['publisher-place'] }
    : item;

/** A number without letters says what it numbers: `Report 17`. */
function reportNumber(item: CslItem, word: string): CslItem {
  const { type, number } = item;
  if (type !== 'report' || typeof number !== 'string' || !/^\p{Nd}/u.test(number)) return item;
  return { ...item, number: `${isPersian(item) ? 'گزارش' : word} ${number}` };
}

/** MLA 9 5.48: "Version 2.1.0"; an organisation that publishes its own work is named as its publisher only. */
function inFormsOfMla({ version, author, ...item }: CslItem): CslItem {
  const word = isPersian(item) ? 'نسخهٔ' : 'Version';
  return {
    ...item,
    ...(typeof version === 'string' ? { version: `${word} ${version}` } : {}),
    ...(author === undefined || publishesItself({ ...item, author }) ? {} : { author }),
  };
}

/**
 * IEEE Reference Guide: abbreviations of journals have periods; a paper of a congress has the place and the days of the
 * congress and no publisher; arXiv is named once.
 */
function inFormsOfIeee(item: CslItem): CslItem {
  const { 'container-title-short': short, 'container-title': title, number, publisher, ...rest } = item;
  const abbreviation = typeof short === 'string' ? abbreviationOfIeee(short, String(title)) : undefined;
  const atCongress = item.type === 'paper-conference' && item['event-place'] !== undefined;
  return {
    ...rest,
    ...(title === undefined ? {} : { 'container-title': title }),
    ...(abbreviation === undefined ? {} : { 'container-title-short': abbreviation }),
    ...(typeof number === 'string' ? { number: numberOfIeee(number, item) } : {}),
    ...(publisher === undefined || atCongress ? {} : { publisher }),
    ...(atCongress ? { 'publisher-place': item['event-place'], issued: item['event-date'] ?? item.issued } : {}),
  } as CslItem;
}

function numberOfIeee(number: string, item: CslItem): string {
  if (item.type === 'article') return number.replace(/^arXiv:/, '');
  return item.type === 'patent' && !isPersian(item) ? `Patent ${number}` : number;
}

/**
 * Cite Them Right 12: "*medRxiv* [Preprint]", which the style prints with the title of a container; "Office Patent no.
 * GB2463069"; proceedings, whose title has the name of the congress.
 */
function inFormsOfHarvard({ publisher, event, ...item }: CslItem): CslItem {
  const published = publisher === undefined ? {} : { publisher };
  if (item.type === 'article') return { ...item, ...(publisher === undefined ? {} : { 'container-title': publisher }) };
  if (item.type === 'paper-conference' && item['container-title'] !== undefined) return { ...item, ...published };
  const number = item['number'];
  const patent = isPersian(item) ? 'ثبت اختراع ش' : 'Patent no.';
  return {
    ...item,
    ...(event === undefined ? {} : { event }),
    ...(item.type === 'patent' && typeof number === 'string'
      ? { publisher: [publisher, patent, number].filter(Boolean).join(' '), 'publisher-place': undefined }
      : published),
  };
}
