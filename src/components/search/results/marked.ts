import { highlight } from '../../../search/highlight.ts';
import type { ShownRecord } from '../../../search/search-data.ts';
import { element } from '../../page/element.ts';
import { fromHtml } from './from-html.ts';

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

export const markedText = (text: string, tokens: readonly string[]): (Node | string)[] =>
  highlight(text, tokens).map(({ text: part, hit }) => (hit ? element('mark', {}, part) : part));

const plainOf = (html: string): string => fromHtml(html).textContent ?? '';
