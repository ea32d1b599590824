import { statusPrefix, type CitedPublication } from '../formats/record/cited-publication.ts';
import type { CslItem } from '../formats/csl/csl-item.ts';
import { articleNumberVariable } from './adjustments/any-style.ts';
import { namesRetraction, referenceNotice, type NoticeForm } from './reference-notice.ts';

/**
 * The item as a style needs it: the same facts, in the variables and words that the style expects. `id` is the id of the
 * style in the CSL project.
 */
export const itemForStyle = (item: CslItem, id: string, cited: CitedPublication): CslItem =>
  styleItems.filter(({ ids }) => ids.test(id)).reduce((changed, { change }) => change(changed, cited), item);

interface StyleItem {
  readonly ids: RegExp;
  readonly change: (item: CslItem, cited: CitedPublication) => CslItem;
}

const styleItems: readonly StyleItem[] = [
  {
    // APA 7 9.27 and 10.1: "Article e089". IEEE: "Art. no. e089".
    ids: /^(?:apa|ieee)\b/,
    change: (item) => (item[articleNumberVariable] ? { ...item, number: item[articleNumberVariable] } : item),
  },
  { ids: /^apa\b/, change: (item, cited) => withNotice(inWordsOfApa(item), cited, 'apa') },
  {
    // MLA 9 5.51, IEEE: "vol. 12, suppl. 1".
    ids: /^(?:modern-language-association|ieee)\b/,
    change: (item) => supplementOfVolume(item, (issue) => `, ${issue.replace(/^Suppl\b\.?/, 'suppl.')}`),
  },
  {
    // CMOS 17 14.215: the university, without its place.
    ids: /^chicago-/,
    change: ({ 'publisher-place': place, ...item }) =>
      item.type === 'thesis' || place === undefined ? item : { ...item, 'publisher-place': place },
  },
  {
    ids: /^american-medical-association$/,
    // AMA 11 3.11: "12(suppl 1)".
    change: (item, cited) => withNotice({ ...item, ...lowerSupplement(item) }, cited, 'ama'),
  },
  {
    ids: /^(?:vancouver|national-library-of-medicine-grant-proposals)$/,
    change: (item, cited) =>
      withNotice(
        // ICMJE samples: "2002;42 Suppl 2:S93-9".
        supplementOfVolume(item, (issue) => ` ${issue}`),
        cited,
        'medicine',
      ),
  },
  { ids: /^harvard-cite-them-right/, change: preprintInContainer },
];

/** Adds the notice, and removes the prefix "RETRACTED:" that the notice makes unnecessary from the title. In English only. */
function withNotice(item: CslItem, cited: CitedPublication, form: NoticeForm): CslItem {
  const notice = item.language === 'fa-IR' ? undefined : referenceNotice(cited, form);
  if (notice === undefined) return item;
  const prefix = namesRetraction(cited) ? statusPrefix(cited.publication) : '';
  return { ...item, title: item.title.slice(prefix.length), references: notice };
}

/**
 * APA 7 6.17: the first word after a colon has a capital; 9.25: "12(Suppl. 1)"; 10.5: "[Poster presentation]"; 10.8: a
 * preprint is no "Preprint No.".
 */
function inWordsOfApa({ number, ...item }: CslItem): CslItem {
  const { issue, genre, title } = item;
  return {
    ...item,
    ...(number === undefined || item.type === 'article' ? {} : { number }),
    ...(item.type === 'speech' && genre === 'Poster' ? { genre: 'Poster presentation' } : {}),
    ...(typeof issue === 'string' ? { issue: issue.replace(/\bSuppl\b\.?/g, 'Suppl.') } : {}),
    ...(/^en\b/.test(String(item['language'])) && typeof title === 'string'
      ? { title: capitaliseAfterColon(title) }
      : {}),
  };
}

/** A word of lower-case letters only: `mRNA` and `p53` stay as they are. */
const capitaliseAfterColon = (title: string): string =>
  title.replace(/(?<=[:?!] (?:<i>)?)\p{Ll}(?=\p{Ll}*(?![\p{L}\p{N}]))/gu, (letter) => letter.toUpperCase());

const lowerSupplement = ({ issue }: CslItem): Partial<CslItem> =>
  typeof issue === 'string' ? { issue: issue.replace(/\bSuppl/g, 'suppl') } : {};

/** Joins a supplement of a volume to the volume. A supplement of an issue stays with the issue. */
function supplementOfVolume(item: CslItem, toText: (issue: string) => string): CslItem {
  const { issue, ...rest } = item;
  return typeof issue === 'string' && typeof item['volume'] === 'string' && /^Suppl\b/.test(issue)
    ? { ...rest, volume: item['volume'] + toText(issue) }
    : item;
}

/** Cite Them Right 12, preprints: "*medRxiv* [Preprint]". The style prints it with the title of a container. */
function preprintInContainer(item: CslItem): CslItem {
  if (item.type !== 'article' || item['publisher'] === undefined) return item;
  const { publisher, ...rest } = item;
  return { ...rest, 'container-title': publisher };
}
