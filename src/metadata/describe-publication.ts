import { citedTitle, containerTitle, type CitedPublication } from '../formats/record/cited-publication.ts';
import { formatPersonName } from '../formats/record/person-name-text.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import type { Publication, PublicationStatus } from '../domain/publication/publication.ts';
import { htmlToPlain } from '../domain/text/html-to-plain.ts';
import type { StringKey } from '../i18n/locales.ts';
import type { PageView } from './page-view.ts';

/** Signs that a result page of a search engine shows. */
const limit = 280;

/**
 * The beginning of the abstract, or of the plain-language summary where there is none, cut between words; with neither,
 * the kind of publication, its first authors, where and when. What became of the publication goes before it, because a
 * preview of a link shows nothing else.
 */
export function describe(cited: CitedPublication, view: Pick<PageView, 'locale' | 't' | 'format'>): string {
  const { publication } = cited;
  const { locale, t } = view;
  const warning = warnings[publication.status];
  const line = [warning === undefined ? '' : `${t(warning)}.`, opening(publication, locale) || recordLine(cited, view)]
    .filter(Boolean)
    .join(' ');
  return cutLine(line);
}

/**
 * The first paragraph of a text of the site itself; nothing where it is written with components, and is not known
 * before.
 */
export const describeText = (html: string): string | undefined =>
  cutLine(htmlToPlain(/<p>(.*?)<\/p>/s.exec(html)?.[1] ?? '')) || undefined;

function cutLine(line: string): string {
  if (line.length <= limit) return line;
  const space = line.lastIndexOf(' ', limit);
  return `${line.slice(0, space === -1 ? limit : space)} …`;
}

/** The title without markup; one that was retracted or withdrawn says so first. */
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
  return [t(`type.${type}`), ...authors, containerTitle(cited), format.year(published.year)]
    .filter(Boolean)
    .join(' · ');
}

/** The summary without the markup that it was compiled to. */
function textOf(summary: Publication['summary'], locale: string, lang: string): string {
  return htmlToPlain((summary && chooseText(summary, locale, [lang])?.text) ?? '');
}

const warnings: Readonly<Partial<Record<PublicationStatus, StringKey>>> = {
  retracted: 'notice.retraction',
  withdrawn: 'notice.withdrawal',
  concern: 'notice.concern',
};
