import type { Entry, EntryAuthor } from '../../domain/publication/entry.ts';
import { escapeHtml, richTextToHtml } from '../../domain/text/rich-text.ts';
import { coinsHtml } from '../../metadata/coins.ts';
import { requireLocale } from '../../i18n/locales.ts';
import { chooseRun, runAttributes, runIn, runOf, type ChosenRun } from '../page/run.ts';
import { beforeEtAl } from '../page/script-words.ts';
import type { View } from '../page/view.ts';
import { etAl, nameComma } from './name-list.ts';
import { tagsHtml } from './tags-html.ts';

export interface EntryOptions {
  readonly heading: 'h2' | 'h3' | 'h4';
  /** False when the year is in the heading of the list. */
  readonly year?: boolean;
  /** False on the page of a journal, which is about this journal alone. */
  readonly container?: boolean;
  /** Id of the person whose name is bold. */
  readonly person?: string;
  /** True to add COinS, for reference managers. */
  readonly coins?: boolean;
}

/** One publication of a list. A string, because a list may have hundreds. */
export function entryHtml(
  entry: Entry,
  view: View,
  { heading, year = true, container = true, person, coins = false }: EntryOptions,
): string {
  const { locale, urls, site } = view;
  const title = richTextToHtml(entry.title);
  const translated = entry.lang === locale ? undefined : entry.titles[locale];
  const translation = translated === undefined ? '' : `<p class="pub__translation">${richTextToHtml(translated)}</p>`;
  const headline = entry.summaryTitle && chooseRun(entry.summaryTitle, locale, [entry.lang]);
  const plain =
    headline === undefined || headline.text === ''
      ? ''
      : `<p class="pub__plain"><span${runAttributes(headline.run)}>${escapeHtml(headline.text)}</span></p>`;
  const href = escapeHtml(urls.publication(entry.slug, locale));
  const coinsSpan = coins
    ? coinsHtml(entry, urls.absolute(urls.publication(entry.slug, site.locales[0] ?? locale)))
    : '';
  return (
    `<li class="pub"><${heading}${runAttributes(runIn(entry.lang, locale))}><a href="${href}">${title}</a></${heading}>` +
    `${translation}${plain}${authorsHtml(entry, locale, person)}${metaHtml(entry, view, { year, container })}${coinsSpan}</li>`
  );
}

/** Authors as one line, each with the name in the reader's language where the record has it, and else as printed. */
function authorsHtml(entry: Entry, locale: string, person: string | undefined): string {
  const [first] = entry.authors;
  if (first === undefined) return '';
  const later = entry.laterPeople.filter((author) => author.person !== undefined && author.person === person);
  const shown = [...entry.authors, ...later].map((author) => nameOf(author, entry.lang, locale));
  // Names of both directions are set in the direction of the page, each isolated from the others.
  const mixed = shown.some(({ run }) => run.dir !== shown[0]!.run.dir);
  const names = shown.map((name) => nameHtml(name, person, mixed));
  const hidden = entry.authorCount > entry.authors.length;
  if (later.length > 0 && hidden) names.splice(entry.authors.length, 0, '…');
  const model = mixed ? sampleOf(locale) : shown[0]!.text;
  const comma = nameComma(model);
  const isCut = entry.authorCount > entry.authors.length + later.length;
  const more = isCut ? beforeEtAl(comma) + etAl(model, entry.lang, locale) : '';
  const run = mixed ? '' : runAttributes(shown[0]!.run);
  return `<p${run}>${names.join(comma).replace(/…[,،]/, '…')}${more}</p>`;
}

interface ShownName extends ChosenRun {
  readonly person?: string | undefined;
}

function nameOf({ name, native, person }: EntryAuthor, lang: string, locale: string): ShownName {
  const own = native?.[locale];
  return own === undefined ? { text: name, run: runOf(name, lang, locale), person } : { text: own, run: {}, person };
}

function nameHtml({ text, run, person }: ShownName, own: string | undefined, mixed: boolean): string {
  const name = own !== undefined && person === own ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text);
  return mixed && run.dir !== undefined ? `<bdi${runAttributes(run)}>${name}</bdi>` : name;
}

/** A text in the script of a language, by which the comma and “et al.” are chosen. */
const sampleOf = (locale: string): string => requireLocale(locale).label;

function metaHtml(entry: Entry, { locale, t, format }: View, shows: { year: boolean; container: boolean }): string {
  const container =
    shows.container && entry.container !== undefined ? citeHtml(entry.container, entry.lang, locale) : '';
  const date = shows.year ? `<span class="num">${format.yearOf(entry.published)}</span>` : '';
  const where = [container, date].filter((part) => part !== '').join(format.comma);
  const source = where === '' ? '' : `<span>${where}</span>`;
  const type = entry.type === 'article' || entry.type === 'preprint' ? '' : `<span>${t(`type.${entry.type}`)}</span>`;
  const parts = [source, type, tagsHtml(entry, t)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `<p class="meta">${parts.join(' ')}</p>`;
}

/** The title of a journal, with the language of the publication unless its script differs. */
const citeHtml = (container: string, lang: string, locale: string): string =>
  `<cite${runAttributes(runOf(container, lang, locale))}>${escapeHtml(container)}</cite>`;
