import type { PageKind, PageOf } from '../domain/pages/page-data.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import { formatPartialDate } from '../domain/dates/partial-date.ts';
import { mainAbstract } from '../formats/record/cited-publication.ts';
import { isIndexed } from './highwire.ts';
import { meta, optionalMeta, property, type HeadTag } from './head-tag.ts';
import type { PageView } from './page-view.ts';

/** Size of share pictures in pixels (https://developers.facebook.com/docs/sharing/webmasters/images). */
export const cardSize = { width: 1200, height: 630 } as const;

/** Tags for the preview of a shared link (https://ogp.me); X reads the same ones besides its card type. */
export function openGraphTags(
  page: PageOf<PageKind>,
  { title, description, url }: { readonly title: string; readonly description?: string; readonly url: string },
  { site, locale, urls }: PageView,
): readonly HeadTag[] {
  const card = urls.absolute(cardPath(page, locale, urls));
  return [
    // `article` for a publication: with `website`, reference managers save a web page.
    property('og:type', page.kind === 'publication' ? 'article' : page.kind === 'person' ? 'profile' : 'website'),
    property('og:title', title),
    ...(description === undefined ? [] : [descriptionTag(page, description)]),
    property('og:url', url),
    property('og:site_name', chooseText(site.institute, locale, site.locales)?.text ?? ''),
    property('og:locale', ogLocale(locale)),
    ...page.locales.filter((code) => code !== locale).map((code) => property('og:locale:alternate', ogLocale(code))),
    property('og:image', card),
    property('og:image:width', String(cardSize.width)),
    property('og:image:height', String(cardSize.height)),
    // The card of a publication shows its title, which a preview has as text beside it.
    ...(page.kind === 'publication' ? [] : [property('og:image:alt', title)]),
    ...articleTags(page),
    meta('twitter:card', 'summary_large_image'),
    ...optionalMeta('twitter:site', accountOnX(site)),
  ];
}

/**
 * Zotero reads `og:description` as the abstract unless a page has `citation_abstract` (RDF.js). Previews of links read
 * the description of X as well, and Zotero does not.
 */
const descriptionTag = (page: PageOf<PageKind>, description: string): HeadTag =>
  page.kind === 'publication' && !(isIndexed(page.publication.type) && mainAbstract(page))
    ? meta('twitter:description', description)
    : property('og:description', description);

/** The share picture of the publication, else that of the institute in the language of the page. */
function cardPath(page: PageOf<PageKind>, locale: string, urls: PageView['urls']): string {
  return page.kind === 'publication' && page.context.card
    ? urls.card(page.publication.slug)
    : urls.instituteCard(locale);
}

function articleTags(page: PageOf<PageKind>): readonly HeadTag[] {
  if (page.kind !== 'publication') return [];
  return [property('article:published_time', formatPartialDate(page.publication.published))];
}

/** `language_TERRITORY`, or only the language for unknown locales. */
const ogLocale = (code: string): string => ogLocales[code] ?? code.replace('-', '_');

const ogLocales: Readonly<Record<string, string>> = { en: 'en_GB', fa: 'fa_IR', ar: 'ar_AR' };

function accountOnX({ social }: PageView['site']): string | undefined {
  const account = social.find(({ service }) => service === 'x' || service === 'twitter');
  const name = account && /^\/(\w{1,15})\/?$/.exec(new URL(account.url).pathname)?.[1];
  return name && `@${name}`;
}
