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
  const venue = page.querySelector('.venue');
  const cite = venue?.querySelector('cite');
  return {
    title: head.textContent.trim(),
    year: page.querySelector('.pub-head > .rail .num')?.textContent ?? '',
    lines: [
      title,
      ...(translation ? [element('p', { class: 'pub__translation' }, ...copies(translation.childNodes))] : []),
      ...authorsLine(page, t('publication.et')),
      element(
        'p',
        { class: 'meta' },
        ...(cite ? copies([cite]) : []),
        // These include retractions.
        ...copies(venue?.querySelectorAll('.tag') ?? []),
      ),
    ],
  };
}

/** The first authors on the page, without affiliation marks, native names and cards. */
function authorsLine(page: Document, localEtAl: string): HTMLElement[] {
  const list = page.querySelector('.names');
  if (!list) return [];
  const all = [...list.children];
  const names = all.slice(0, firstAuthors).map((item) => {
    const copy = document.importNode(item, true);
    for (const mark of copy.querySelectorAll('sup, .native, [popover]')) mark.remove();
    return copy.textContent.trim().replace(/[,،]$/, '').trim();
  });
  const comma = /[\u0600-\u06FF]/.test(names[0] ?? '') ? '، ' : ', ';
  const etAl = /\p{Script=Latin}/u.test(names[0] ?? '') ? 'et al.' : localEtAl;
  const more = all.length > names.length ? beforeEtAl(comma) + etAl : '';
  return [element('p', attributesOf(list), names.join(comma) + more)];
}

const attributesOf = (source: Element): Record<string, string> =>
  Object.fromEntries(
    ['lang', 'dir'].flatMap((name) => {
      const value = source.getAttribute(name);
      return value === null ? [] : [[name, value]];
    }),
  );

const copies = (nodes: Iterable<Node>): Node[] => Array.from(nodes, (node) => document.importNode(node, true));
