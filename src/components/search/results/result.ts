import { highlight } from '../../../search/highlight.ts';
import { nothingMore, type ShownRecord } from '../../../search/search-data.ts';
import { element, runOf } from '../../page/element.ts';
import { beforeEtAl } from '../../page/script-words.ts';
import { marked, markedText, titleOf } from './marked.ts';
import { reasons } from './reasons.ts';
import type { Words } from '../search-words.ts';

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
      element(
        'label',
        { class: 'pick' },
        box,
        label,
        element('span', { class: 'num' }, record.years?.[words.locale] ?? words.year(year)),
      ),
    ),
    element(
      'div',
      {},
      element('h2', runOf(plain, lang), element('a', { href: `${words.publications}${slug}/` }, title)),
      plainLine(record, tokens, words),
      authorsLine(record, tokens, words),
      ...(record.texts
        ? reasons(record, { texts: record.texts, more: record.more ?? nothingMore }, tokens, words)
        : [tokens.length > 0 && element('p', { class: record.abstract && 'snip', 'data-passage': slug })]),
      metaLine(record, plain, words),
    ),
  );
}

/** The headline in plain language, as in lists: in the reader's language, else in that of the publication. */
function plainLine(
  { plain = {}, lang }: ShownRecord,
  tokens: readonly string[],
  { locale }: Words,
): HTMLElement | false {
  const [own] = [locale, lang, ...Object.keys(plain)].filter((code) => plain[code]);
  if (own === undefined) return false;
  const text = plain[own]!;
  return element('p', { class: 'pub__plain' }, element('span', runOf(text, own), ...markedText(text, tokens)));
}

/** Each name as it has the words of the query; of equal ones in the reader's language, else as printed. */
function shownNames({ authors, native = [] }: ShownRecord, tokens: readonly string[], words: Words): readonly string[] {
  const hits = (name: string) => highlight(name, tokens).filter(({ hit }) => hit).length;
  return authors.map((printed, index) => {
    const own = native[index]?.[words.locale];
    return own === undefined || hits(printed) > hits(own) ? printed : own;
  });
}

function authorsLine(record: ShownRecord, tokens: readonly string[], words: Words): HTMLElement | undefined {
  const names = shownNames(record, tokens, words);
  const [first] = names;
  if (first === undefined) return undefined;
  const runs = names.map((name) => runOf(name));
  // Names of both directions are set in the direction of the page, each isolated from the others.
  const mixed = runs.some(({ dir }) => dir !== runs[0]!.dir);
  const rtl = mixed ? document.documentElement.dir === 'rtl' : /[\u0600-\u06FF]/.test(first);
  const comma = rtl ? '، ' : ', ';
  const etAl = /\p{Script=Latin}/u.test(first) && !mixed ? 'et al.' : words.t('publication.et');
  // Names in Latin letters get the language of an English publication; else the language is derived from the script.
  const run = mixed ? {} : runOf(names.join(comma), record.lang === 'en' && !rtl ? record.lang : undefined);
  return element(
    'p',
    run,
    ...names.flatMap((name, index) => [
      index === 0 ? '' : comma,
      ...(mixed ? [element('bdi', runs[index], ...markedText(name, tokens))] : markedText(name, tokens)),
    ]),
    record.authorCount > names.length && beforeEtAl(comma) + etAl,
  );
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
    open && element('span', { class: 'tag tag--oa' }, t('tag.openAccess')),
    element(
      'a',
      { href: `${words.publications}${slug}/#cite`, 'data-cite-slug': slug },
      t('action.cite'),
      element('span', { class: 'vh', ...runOf(title) }, ` ${title}`),
    ),
  );
}
