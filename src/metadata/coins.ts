import { formatPages } from '../domain/publication/page-range.ts';
import { isArticleType, statusPrefix } from '../formats/record/cited-publication.ts';
import type { Entry } from '../domain/publication/entry.ts';
import { formatPartialDate } from '../domain/dates/partial-date.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';
import { escapeHtml, richTextToPlain } from '../domain/text/rich-text.ts';

/**
 * An empty element from which Zotero reads a publication of a list (OpenURL COinS, ANSI/NISO Z39.88-2004). Only for lists:
 * on the page of a publication, Zotero would read it instead of the better tags of the head.
 */
export const coinsHtml = (entry: Entry, pageUrl: string): string =>
  `<span class="Z3988" title="${escapeHtml(contextObject(entry, pageUrl))}" aria-hidden="true"></span>`;

/** The publication as `key=value` pairs, joined by `&`, with encoded values. */
export function contextObject(entry: Entry, pageUrl: string): string {
  const { cited, container, doi, type } = entry;
  const title = statusPrefix(entry) + richTextToPlain(entry.title);
  const form = isArticleType(type, cited.journal === true) ? article : forms[type];
  const { pages, articleNumber } = cited;
  const last = pages?.last === pages?.first ? undefined : pages?.last;
  const [firstAuthor = ''] = cited.authors;
  const comma = cited.group ? -1 : firstAuthor.indexOf(', ');
  const pairs: (readonly [string, string | undefined])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${form.format}`],
    ['rft_id', doi && `info:doi/${doi}`],
    ['rft_id', cited.isbn && `urn:isbn:${cited.isbn}`],
    ['rft_id', doi || cited.isbn ? undefined : pageUrl],
    ['rft.genre', form.genre],
    ['rft.type', form.type],
    [`rft.${form.title}`, title],
    [`rft.${form.container ?? ''}`, form.container && container],
    ['rft.stitle', form === article ? cited.abbreviation : undefined],
    ['rft.volume', cited.volume],
    ['rft.issue', cited.issue],
    ['rft.spage', pages?.first ?? articleNumber],
    ['rft.epage', last],
    ['rft.pages', pages && (last ?? pages.more) ? formatPages(pages) : undefined],
    ['rft.issn', form === article ? cited.issn : undefined],
    ['rft.isbn', cited.isbn],
    ['rft.pub', form.format === 'book' ? cited.publisher : undefined],
    ['rft.date', formatPartialDate(entry.published)],
    ['rft.aucorp', cited.group ? firstAuthor : undefined],
    ['rft.aulast', comma > 0 ? firstAuthor.slice(0, comma) : undefined],
    ['rft.aufirst', comma > 0 ? firstAuthor.slice(comma + 2) : undefined],
    // Omit a group that is the first author here: Zotero would read it as a second author.
    ...cited.authors.slice(cited.group ? 1 : 0).map((author) => ['rft.au', author] as const),
    ['rft.language', entry.lang],
  ];
  return pairs
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`)
    .join('&');
}

interface Form {
  /** Item type of Zotero, for what has no set of keys of its own. */
  readonly type?: string;
  /** Registered set of keys: info:ofi/fmt:kev:mtx. */
  readonly format: 'journal' | 'book' | 'dissertation' | 'patent' | 'dc';
  readonly genre?: string;
  readonly title: 'atitle' | 'btitle' | 'title';
  readonly container?: 'jtitle' | 'btitle' | 'inst' | 'source';
}

const article: Form = { format: 'journal', genre: 'article', title: 'atitle', container: 'jtitle' };
const ofType = (type: string): Form => ({ format: 'dc', type, title: 'title', container: 'source' });

const forms: Readonly<Record<PublicationType, Form>> = {
  article,
  review: article,
  editorial: article,
  letter: article,
  preprint: ofType('preprint'),
  'conference-paper': { format: 'book', genre: 'proceeding', title: 'atitle', container: 'btitle' },
  chapter: { format: 'book', genre: 'bookitem', title: 'atitle', container: 'btitle' },
  book: { format: 'book', genre: 'book', title: 'btitle' },
  report: { format: 'book', genre: 'report', title: 'btitle' },
  thesis: { format: 'dissertation', title: 'title', container: 'inst' },
  patent: { format: 'patent', title: 'title' },
  dataset: ofType('dataset'),
  software: ofType('computerProgram'),
  protocol: ofType('document'),
  poster: ofType('presentation'),
  media: ofType('webpage'),
};
