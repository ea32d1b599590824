import { highlight, passage } from '../../search/highlight.ts';
import type { ShownRecord, ShownText } from '../../search/search-data.ts';
import { element, icon, runOf } from '../page/element.ts';
import { fromHtml } from './from-html.ts';
import type { Words } from './search-words.ts';

/** A result; the label of its checkbox is the title. */
export function resultItem(
  record: ShownRecord,
  tokens: readonly string[],
  words: Words,
  selected: boolean,
): HTMLLIElement {
  const { slug, year } = record;
  const { html, lang } = titleOf(record, words.locale, tokens);
  const title = marked(html, tokens);
  const plain = title.textContent ?? '';
  const box = element('input', { type: 'checkbox', value: slug, 'data-pick': true });
  box.checked = selected;
  const label = element('span', { class: 'vh' }, words.t('search.select', { title: plain }));
  return element(
    'li',
    { class: 'pub row' },
    element(
      'div',
      { class: 'rail' },
      element('label', { class: 'pick' }, box, label, element('span', { class: 'num' }, words.year(year))),
    ),
    element(
      'div',
      {},
      element('h2', runOf(plain, lang), element('a', { href: `${words.publications}${slug}/` }, title)),
      authorsLine(record, tokens, words),
      record.texts
        ? snippet(record.texts, tokens, words)
        : tokens.length > 0 && element('p', { class: 'snip', 'data-passage': slug }),
      metaLine(record, plain, words),
    ),
  );
}

/** The title with the most words of the query; of equal ones the original, then the one in the reader's language. */
export function titleOf(
  { title, titles = {}, lang }: ShownRecord,
  locale: string,
  tokens: readonly string[],
): { html: string; lang: string } {
  const hits = (html: string): number => highlight(plainOf(html), tokens).filter(({ hit }) => hit).length;
  const choices = [
    { html: title, lang },
    ...Object.entries(titles).map(([language, html]) => ({ html, lang: language })),
  ];
  const scored = choices.map((choice) => ({
    choice,
    score: hits(choice.html) * 4 + (choice.lang === lang ? 1 : choice.lang === locale ? 0.5 : 0),
  }));
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).choice;
}

/** Nodes of HTML from the build, with the words of the query marked. */
export function marked(html: string, tokens: readonly string[]): DocumentFragment {
  const content = fromHtml(html);
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  for (const text of texts)
    if (!text.parentElement?.closest('math')) text.replaceWith(...markedText(text.data, tokens));
  return content;
}

const markedText = (text: string, tokens: readonly string[]): (Node | string)[] =>
  highlight(text, tokens).map(({ text: part, hit }) => (hit ? element('mark', {}, part) : part));

const plainOf = (html: string): string => fromHtml(html).textContent ?? '';

function authorsLine(
  { authors, authorCount, lang }: ShownRecord,
  tokens: readonly string[],
  words: Words,
): HTMLElement | undefined {
  const [first] = authors;
  if (first === undefined) return undefined;
  const comma = /[\u0600-\u06FF]/.test(first) ? '، ' : ', ';
  const line =
    authors.join(comma) +
    (authorCount > authors.length
      ? `${comma}${/\p{Script=Latin}/u.test(first) ? 'et al.' : words.t('publication.et')}`
      : '');
  return element('p', runOf(line, lang === 'en' ? lang : undefined), ...markedText(line, tokens));
}

/** The passage with the most words of the query; of equal ones that in the reader's language. */
export function snippet(texts: readonly ShownText[], tokens: readonly string[], words: Words): HTMLElement | undefined {
  if (tokens.length === 0) return undefined;
  const passages = texts.flatMap(([lang, text]) => {
    const found = passage(text, tokens);
    return found ? [{ ...found, lang, score: found.different + (lang === words.locale ? 0.5 : 0) }] : [];
  });
  const [best] = passages.sort((a, b) => b.score - a.score);
  return best && element('p', { class: 'snip', ...runOf(best.text, best.lang) }, ...markedText(best.text, tokens));
}

function metaLine({ slug, container, type, status, open }: ShownRecord, title: string, words: Words): HTMLElement {
  const { t } = words;
  const tag = (kind: string, key: string) => element('span', { class: `tag ${kind}` }, t(key));
  return element(
    'p',
    { class: 'meta' },
    container !== undefined && element('span', {}, element('cite', runOf(container), container)),
    type !== 'preprint' && element('span', {}, t(`type.${type}`)),
    status !== undefined &&
      tag(
        status === 'retracted' || status === 'withdrawn' ? 'tag--stop' : status === 'concern' ? 'tag--pre' : '',
        `tag.${status}`,
      ),
    type === 'preprint' && tag('tag--pre', 'tag.preprint'),
    open && element('span', { class: 'tag tag--oa' }, icon('i-open'), t('tag.openAccess')),
    element(
      'a',
      { href: `${words.publications}${slug}/#cite`, 'data-cite-slug': slug },
      t('action.cite'),
      element('span', { class: 'vh', ...runOf(title) }, ` ${title}`),
    ),
  );
}
