import { citedTitle, containerTitle, type CitedPublication } from '../formats/record/cited-publication.ts';
import { formatPersonName } from '../formats/record/person-name-text.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import type { Publication, PublicationStatus } from '../domain/publication/publication.ts';
import { htmlToPlain } from '../domain/text/html-to-plain.ts';
import type { StringKey } from '../i18n/locales.ts';
import type { PageView } from './page-view.ts';

/** Characters that search engines and previews show. */
const limit = 200;

/**
 * The description of a publication: the beginning of its abstract, else of its plain-language summary, cut between words,
 * else its type, first authors, container and year. A retraction, withdrawal or expression of concern comes first, because
 * the preview of a link shows only this text.
 */
export function describePublication(cited: CitedPublication, view: Pick<PageView, 'locale' | 't' | 'format'>): string {
  const { publication } = cited;
  const { locale, t } = view;
  const warning = warnings[publication.status];
  const line = [warning === undefined ? '' : `${t(warning)}.`, opening(publication, locale) || recordLine(cited, view)]
    .filter(Boolean)
    .join(' ');
  return cutLine(line);
}

/** The first paragraph of a text page; undefined for a page with components, whose HTML is not known before rendering. */
export const describeText = (html: string): string | undefined =>
  cutLine(htmlToPlain(/<p>(.*?)<\/p>/s.exec(html)?.[1] ?? '')) || undefined;

function cutLine(line: string): string {
  if (line.length <= limit) return line;
  const space = line.lastIndexOf(' ', limit);
  return `${line.slice(0, space === -1 ? limit : space)} …`;
}

/** The title without markup; it begins with the status of a retracted or withdrawn publication. */
export const publicationTitle = (publication: Publication): string => citedTitle(publication);

function opening({ abstracts, summary, lang }: Publication, locale: string): string {
  const abstract = abstracts.find((own) => own.lang === locale) ?? abstracts[0];
  const text = abstract?.sections.map((section) => section.text).join(' ') ?? textOf(summary, locale, lang);
  return text
    .slice(0, 2 * limit)
    .replace(/\s+/g, ' ')
    .trim();
}

function recordLine(cited: CitedPublication, { t, format }: Pick<PageView, 't' | 'format'>): string {
  const { type, contributions, published } = cited.publication;
  const authors = contributions.slice(0, 3).map(({ name }) => formatPersonName(name));
  return [t(`type.${type}`), ...authors, containerTitle(cited), format.yearOf(published)].filter(Boolean).join(' · ');
}

/** The plain-language summary without markup. */
function textOf(summary: Publication['summary'], locale: string, lang: string): string {
  return htmlToPlain((summary && chooseText(summary, locale, [lang])?.text) ?? '');
}

const warnings: Readonly<Partial<Record<PublicationStatus, StringKey>>> = {
  retracted: 'notice.retraction',
  withdrawn: 'notice.withdrawal',
  concern: 'notice.concern',
};
