import { element } from '../page/element.ts';
import { beforeEtAl, type Messages } from '../page/script-words.ts';
import type { LoadedPublication } from '../cite/load-publication.ts';
import { firstAuthors } from '../../domain/publication/first-authors.ts';

/** A publication in the list, copied from the nodes of its page, so that no HTML string is parsed. */
export interface SavedEntry {
  /** Plain text. */
  readonly title: string;
  readonly year: Node | string;
  readonly lines: readonly HTMLElement[];
}

interface SavedEntryWords extends Messages {
  /** Address of all publications. */
  readonly publications: string;
}

export function savedEntry({ page, slug }: LoadedPublication, { publications, t }: SavedEntryWords): SavedEntry {
  const head = page.querySelector('article h1')!;
  const link = element('a', { href: `${publications}${encodeURIComponent(slug)}/` }, ...copies(head.childNodes));
  const title = element('h2', attributesOf(head), link);
  // A translation into the reader's language has no `lang` attribute.
  const translation = page.querySelector('.translation:not([lang])');
  const headline = page.querySelector('.plain h3');
  const rail = page.querySelector('.pub-head > .rail');
  const type = rail?.firstChild?.textContent?.trim() ?? '';
  const venue = page.querySelector('.venue');
  const cite = venue?.querySelector('cite');
  return {
    title: head.textContent.trim(),
    year: rail?.querySelector('.num')?.textContent ?? '',
    lines: [
      title,
      ...(translation ? [element('p', { class: 'pub__translation' }, ...copies(translation.childNodes))] : []),
      ...(headline
        ? [element('p', { class: 'pub__plain' }, element('span', attributesOf(headline), headline.textContent))]
        : []),
      ...authorsLine(page, t('publication.et')),
      element(
        'p',
        { class: 'meta' },
        cite ? element('span', {}, ...copies([cite])) : undefined,
        type !== t('type.article') && type !== t('type.preprint') && element('span', {}, type),
        // These include retractions.
        ...copies(venue?.querySelectorAll('.tag') ?? []),
      ),
    ],
  };
}

/** The first authors on the page, each with the name in the reader's language where the page has it, and else as printed. */
function authorsLine(page: Document, localEtAl: string): HTMLElement[] {
  const list = page.querySelector('.names');
  if (!list) return [];
  const all = [...list.children];
  const names = all.slice(0, firstAuthors).map((item) => shownName(item, list));
  // Names of both directions are set in the direction of the page, each isolated from the others.
  const mixed = names.some(({ run }) => run['dir'] !== names[0]!.run['dir']);
  const model = mixed ? localEtAl : names[0]!.text;
  const comma = /[\u0600-\u06FF]/.test(model) ? '، ' : ', ';
  const etAl = /\p{Script=Latin}/u.test(model) ? 'et al.' : localEtAl;
  const line = element('p', mixed ? {} : names[0]!.run);
  names.forEach(({ text, run }, index) =>
    line.append(index === 0 ? '' : comma, mixed && run['dir'] !== undefined ? element('bdi', run, text) : text),
  );
  if (all.length > names.length) line.append(beforeEtAl(comma) + etAl);
  return [line];
}

/** The name of an author, with `lang` and `dir` where they differ from the page's. */
function shownName(
  item: Element,
  list: Element,
): { readonly text: string; readonly run: Readonly<Record<string, string>> } {
  const { lang } = item.ownerDocument.documentElement;
  const own = [...item.querySelectorAll('.native')].find((name) => languageOf(name) === lang);
  if (own) return { text: own.textContent, run: {} };
  const copy = document.importNode(item, true);
  for (const mark of copy.querySelectorAll('sup, .native, [popover]')) mark.remove();
  const run = { ...attributesOf(list), ...attributesOf(copy.firstElementChild ?? copy) };
  return { text: copy.textContent.trim().replace(/[,،]$/, '').trim(), run };
}

const languageOf = (node: Element): string | null | undefined => node.closest('[lang]')?.getAttribute('lang');

const attributesOf = (source: Element): Record<string, string> =>
  Object.fromEntries(
    ['lang', 'dir'].flatMap((name) => {
      const value = source.getAttribute(name);
      return value === null ? [] : [[name, value]];
    }),
  );

const copies = (nodes: Iterable<Node>): Node[] => Array.from(nodes, (node) => document.importNode(node, true));
