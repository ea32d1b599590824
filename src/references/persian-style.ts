import type { CslNode } from '../domain/publication/reference-styles.ts';
import { mapElements } from './adjustments/style-tree.ts';

/** The Persian locale of the CSL project, with terms in Persian that it has only in English. */
export function completePersianLocale(locale: CslNode): CslNode {
  const terms = Object.entries(persianTerms).map(([key, value]): CslNode => {
    const [name = '', form] = key.split('/');
    return { name: 'term', attrs: { name, ...(form ? { form } : {}) }, children: [value] };
  });
  const isKnown = (node: CslNode): boolean =>
    node.name === 'term' && [node.attrs['name'], node.attrs['form']].filter(Boolean).join('/') in persianTerms;
  return {
    ...locale,
    children: locale.children.map((child) => {
      if (typeof child === 'string') return child;
      // A comma goes after a Persian quotation mark.
      if (child.name === 'style-options')
        return { ...child, attrs: { ...child.attrs, 'punctuation-in-quote': 'false' } };
      if (child.name !== 'terms') return child;
      return {
        ...child,
        children: [...child.children.filter((term) => typeof term === 'string' || !isKnown(term)), ...terms],
      };
    }),
  };
}

/** A style for references in Persian: its own English words in Persian, and no terms of its own in English. */
export const toPersianStyle = (style: CslNode): CslNode =>
  mapElements(style, (node) => {
    const attrs = Object.entries(node.attrs).map(([name, value]) =>
      ['value', 'prefix', 'suffix'].includes(name) ? [name, translateWords(value)] : [name, value],
    );
    // `&` is no word of Persian.
    const and: Readonly<Record<string, string>> = node.attrs['and'] === 'symbol' ? { and: 'text' } : {};
    const changed = { ...node, attrs: { ...(Object.fromEntries(attrs) as Record<string, string>), ...and } };
    return node.name === 'date' ? inPersianOrder(changed) : changed;
  });

/** `10 دسامبر 2024`. */
function inPersianOrder(date: CslNode): CslNode {
  const parts = date.children.filter((part): part is CslNode => typeof part !== 'string' && part.name === 'date-part');
  if (parts.length < 2) return date;
  const ordered = ['day', 'month', 'year'].flatMap((name) => parts.filter(({ attrs }) => attrs['name'] === name));
  const { delimiter: _d, ...attrs } = date.attrs;
  return {
    ...date,
    attrs: { ...attrs, delimiter: ' ' },
    children: ordered.map((part) => {
      const { prefix: _p, suffix: _s, ...rest } = part.attrs;
      return { ...part, attrs: rest };
    }),
  };
}

const translateWords = (text: string): string =>
  Object.entries(persianWords).reduce((changed, [english, persian]) => changed.replaceAll(english, persian), text);

/** Terms by name and form. */
const persianTerms: Readonly<Record<string, string>> = {
  retrieved: 'بازیابی‌شده',
  'presented at': 'ارائه‌شده در',
  'et-al': 'و همکاران',
  patent: 'ثبت اختراع',
  preprint: 'پیش‌چاپ',
  thesis: 'پایان‌نامه',
  dataset: 'مجموعه‌داده',
  software: 'نرم‌افزار',
  report: 'گزارش',
  'article-locator': 'مقالهٔ',
  'article-locator/short': 'مقالهٔ',
  number: 'شمارهٔ',
  'number/short': 'ش',
  'number-of-volumes/short': 'ج',
  'page-first/short': 'ص',
  'chapter-number': 'فصل',
  'chapter-number/short': 'فصل',
  'editor/verb': 'ویراستهٔ',
  'translator/verb': 'ترجمهٔ',
  version: 'نسخهٔ',
  'collection-editor': 'ویراستار مجموعه',
  'collection-editor/verb': 'ویراستهٔ',
  'original-work-published': 'انتشار اثر اصلی',
  'advance-online-publication': 'انتشار پیش از چاپ',
  'open-quote': '«',
  'close-quote': '»',
};

/** English words in the official styles, the longer first. */
const persianWords: Readonly<Record<string, string>> = {
  'Preprint posted online': 'پیش‌چاپ آنلاین',
  'Epub ahead of print': 'انتشار پیش از چاپ',
  'Published online': 'انتشار آنلاین',
  'Available from': 'در دسترس در',
  'Report No.': 'گزارش شمارهٔ',
  'on the Internet': 'در اینترنت',
  '[Preprint]': '[پیش‌چاپ]',
  '[dataset]': '[مجموعه‌داده]',
  '[software]': '[نرم‌افزار]',
  '[Computer program]': '[برنامهٔ رایانه‌ای]',
  Epub: 'انتشار آنلاین',
  Preprint: 'پیش‌چاپ',
  Publication: 'انتشار شمارهٔ',
  Version: 'نسخهٔ',
  issued: 'ثبت',
  cited: 'ارجاع',
  'Art.': 'مقالهٔ',
  'ver. ': 'نسخهٔ ',
  'no. ': 'ش ',
  'vol. ': 'ج ',
  ' p. ': ' ص ',
};
