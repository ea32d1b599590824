import { abstractText, statusPrefix, mainText, type CitedPublication } from '../formats/record/cited-publication.ts';
import { citationNotes } from '../formats/record/citation-notes.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { recordDate, startOf } from '../domain/dates/content-date.ts';
import { chooseText, type ChosenText } from '../domain/languages/localized-text.ts';
import { htmlToPlain } from '../domain/text/html-to-plain.ts';
import { escapeHtml, richTextToHtml, richTextToPlain } from '../domain/text/rich-text.ts';

/** A publication in a feed. */
export interface FeedItem {
  /** Address of the page in the default locale: the permanent identity of the entry. */
  readonly id: string;
  readonly slug: string;
  readonly lang: string;
  /** Begins with `RETRACTED` for a retracted publication. */
  readonly title: { readonly html: string; readonly plain: string };
  readonly authors: readonly { readonly name: string; readonly person?: string }[];
  /** Paragraphs of plain text: notices and the version to cite, then the abstract or the plain-language summary. */
  readonly paragraphs: readonly string[];
  /** Language of the abstract or summary; undefined when it is unknown. */
  readonly textLang?: string;
  /** RFC 3339. Changes only with the record, so a new build leaves it as it is. */
  readonly updated: string;
  readonly published: string;
  readonly doi?: string;
  readonly keywords: readonly string[];
  readonly image?: string;
}

/** Largest number of authors in one entry. */
const authorLimit = 100;

/** `text`: which text the entry shows; the other one when the record lacks it. */
export function feedItem(
  cited: CitedPublication,
  locale: string,
  { image, text = 'abstract' }: { readonly image?: string | undefined; readonly text?: 'abstract' | 'summary' },
): FeedItem {
  const { publication, context } = cited;
  const title = publication.lang === locale ? publication.title : (publication.titles[locale] ?? publication.title);
  const prefix = statusPrefix(publication);
  const shown = textOf(cited, locale, text);
  return {
    id: context.url,
    slug: publication.slug,
    lang: title === publication.title ? publication.lang : locale,
    title: { html: escapeHtml(prefix) + withoutMathml(title), plain: prefix + richTextToPlain(title) },
    authors: publication.contributions.slice(0, authorLimit).map(({ name }, position) => {
      const person = context.people[position];
      return person === undefined ? { name: name.printed } : { name: name.printed, person };
    }),
    paragraphs: [...citationNotes(cited), ...headlineIn(cited, shown.lang ?? locale), ...shown.text.split('\n')].filter(
      (paragraph) => paragraph.trim() !== '',
    ),
    ...(shown.lang === undefined ? {} : { textLang: shown.lang }),
    updated: startOf(recordDate(publication)),
    published: startOf(publication.added ?? publication.published),
    ...(publication.doi ? { doi: doiUrl(publication.doi) } : {}),
    keywords: publication.keywords,
    ...(image === undefined ? {} : { image }),
  };
}

/** Feed readers show no MathML. */
const withoutMathml = (title: Parameters<typeof richTextToHtml>[0]): string =>
  title
    .map((node) =>
      typeof node === 'object' && 'tex' in node ? escapeHtml(richTextToPlain([node])) : richTextToHtml([node]),
    )
    .join('');

/** The headline in plain language, where there is one in the language of the text. */
function headlineIn({ publication }: CitedPublication, language: string): readonly string[] {
  const { summaryTitle } = publication;
  const chosen = summaryTitle && chooseText(summaryTitle, language);
  return chosen && (chosen.lang ?? publication.lang) === language ? [chosen.text] : [];
}

function textOf(cited: CitedPublication, locale: string, preferred: 'abstract' | 'summary'): ChosenText {
  const { abstracts, lang, summary, keyMessages } = cited.publication;
  const own = abstracts.find((abstract) => abstract.lang === locale) ?? mainText(cited.publication);
  const abstract = abstractText(own, '\n');
  const chosen = (summary && chooseText(summary, locale, [lang])) ?? messagesIn(keyMessages, locale, lang);
  if (abstract !== undefined && (preferred === 'abstract' || !chosen))
    return { text: abstract, lang: own?.lang ?? lang };
  return chosen ? { ...chosen, text: htmlToPlain(chosen.text) } : { text: '' };
}

/** Key messages as HTML: those in the language of the first. */
function messagesIn(
  messages: CitedPublication['publication']['keyMessages'],
  locale: string,
  lang: string,
): ChosenText | undefined {
  const chosen = messages.flatMap((message) => chooseText(message, locale, [lang]) ?? []);
  const [first] = chosen;
  return (
    first && {
      ...first,
      text: chosen
        .filter((each) => each.lang === first.lang)
        .map(({ text }) => `<p>${escapeHtml(text)}</p>`)
        .join(''),
    }
  );
}
