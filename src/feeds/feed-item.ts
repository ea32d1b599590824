import {
  abstractText,
  statusPrefix,
  mainAbstract,
  type CitedPublication,
} from '../formats/record/cited-publication.ts';
import { citationNotes } from '../formats/record/citation-notes.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { contentDate, latestDate, startOf } from '../domain/dates/content-date.ts';
import { chooseText, type ChosenText } from '../domain/languages/localized-text.ts';
import { htmlToPlain } from '../domain/text/html-to-plain.ts';
import { escapeHtml, richTextToHtml, richTextToPlain } from '../domain/text/rich-text.ts';

/** A publication as feeds tell it. */
export interface FeedItem {
  /** Address of the page in the default locale: the identity of the entry for ever. */
  readonly id: string;
  readonly slug: string;
  readonly lang: string;
  /** After the word `RETRACTED`, where it was. */
  readonly title: { readonly html: string; readonly plain: string };
  readonly authors: readonly { readonly name: string; readonly person?: string }[];
  /**
   * What a journal announced about it and which version to cite, then the abstract or the plain-language summary;
   * paragraphs of plain text.
   */
  readonly paragraphs: readonly string[];
  /** Language of that text, where it is known. */
  readonly textLang?: string;
  /** RFC 3339. It changes when the record has something new to tell, and never by building the site. */
  readonly updated: string;
  readonly published: string;
  readonly doi?: string;
  readonly keywords: readonly string[];
  readonly image?: string;
}

/** Authors in one entry; readers of a feed want no list of thousands. */
const authorLimit = 100;

/** `tells`: what the entry tells first; the other, where there is none. */
export function feedItem(
  cited: CitedPublication,
  locale: string,
  { image, tells = 'abstract' }: { readonly image?: string | undefined; readonly tells?: 'abstract' | 'summary' },
): FeedItem {
  const { publication, context } = cited;
  const title = publication.lang === locale ? publication.title : (publication.titles[locale] ?? publication.title);
  const prefix = statusPrefix(publication);
  const text = textOf(cited, locale, tells);
  const noticed = latestDate(publication.notices.flatMap(({ date }) => date ?? []));
  return {
    id: context.url,
    slug: publication.slug,
    lang: title === publication.title ? publication.lang : locale,
    title: { html: escapeHtml(prefix) + withoutMathml(title), plain: prefix + richTextToPlain(title) },
    authors: publication.contributions.slice(0, authorLimit).map(({ name }, position) => {
      const person = context.people[position];
      return person === undefined ? { name: name.printed } : { name: name.printed, person };
    }),
    paragraphs: [...citationNotes(cited), ...text.text.split('\n')].filter((paragraph) => paragraph.trim() !== ''),
    ...(text.lang === undefined ? {} : { textLang: text.lang }),
    updated: startOf(contentDate({ ...publication, ...(noticed ? { noticed } : {}) })),
    published: startOf(publication.added ?? publication.published),
    ...(publication.doi ? { doi: doiUrl(publication.doi) } : {}),
    keywords: publication.keywords,
    ...(image === undefined ? {} : { image }),
  };
}

/** Readers of feeds show HTML without formulas. */
const withoutMathml = (title: Parameters<typeof richTextToHtml>[0]): string =>
  title
    .map((node) =>
      typeof node === 'object' && 'tex' in node ? escapeHtml(richTextToPlain([node])) : richTextToHtml([node]),
    )
    .join('');

function textOf(cited: CitedPublication, locale: string, tells: 'abstract' | 'summary'): ChosenText {
  const { abstracts, lang, summary } = cited.publication;
  const own = abstracts.find((abstract) => abstract.lang === locale) ?? mainAbstract(cited);
  const abstract = abstractText(own, '\n');
  const told = summary && chooseText(summary, locale, [lang]);
  if (abstract !== undefined && (tells === 'abstract' || !told)) return { text: abstract, lang: own?.lang ?? lang };
  return told ? { ...told, text: htmlToPlain(told.text) } : { text: '' };
}
