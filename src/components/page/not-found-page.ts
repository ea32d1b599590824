import { readWords } from '../search/search-words.ts';
import { deferredSearch, suggestIn } from '../search/combobox/suggest.ts';

/*
 * The page for missing addresses, in the language of the address: that of the longest address of a home page before it. Its
 * sentences are in the page; navigation and search field come from that home page.
 */

/** Elements that all pages have around their content. */
const frame = 'body > .skip, body > header, body > footer';

const sections = [...document.querySelectorAll<HTMLElement>('.other-language')];
const own = sections.find(({ dataset }) => location.pathname.startsWith(dataset['home'] ?? ' '));
if (own) {
  showIn(own);
  loadPage(own.dataset['home'] ?? '', showPartsOf);
}
for (const section of sections) section.remove();

function showIn({ lang, dir, dataset, children: [rail, sentences] }: HTMLElement): void {
  const root = document.documentElement;
  // These parts stay in the language of this page until the home page is loaded, and where it cannot be loaded.
  for (const part of document.querySelectorAll<HTMLElement>(`${frame}, main form`))
    Object.assign(part, { lang: root.lang, dir: root.dir });
  Object.assign(root, { lang, dir });
  // The head preloads the fonts of another language: these come when the text is there.
  root.style.setProperty('--vazirmatn', "'Vazirmatn Later'");
  const title = sentences?.querySelector('h2')?.textContent ?? '';
  document.title = dataset['title'] ?? title;
  const main = document.querySelector('main');
  main?.querySelector('.rail')?.replaceChildren(...(rail?.childNodes ?? []));
  main?.querySelector('h1')?.replaceChildren(title);
  const texts = main?.querySelectorAll('.elsewhere > p');
  sentences?.querySelectorAll('p').forEach((text, index) => texts?.[index]?.replaceWith(text));
  main?.querySelector('form')?.setAttribute('action', dataset['search'] ?? '');
}

/** Shows the frame of the pages and the search field as another page has them. */
function showPartsOf(other: Document): void {
  const others = [...other.querySelectorAll(frame)];
  [...document.querySelectorAll(frame)].forEach((part, index) => {
    if (others[index]) part.replaceWith(others[index]);
  });
  const form = other.querySelector<HTMLFormElement>('main form[data-suggest]');
  const input = form?.querySelector('input');
  if (!form || !input) return;
  document.querySelector('main form[data-suggest]')?.replaceWith(form);
  const words = readWords(form.dataset['suggest'] ?? '{}');
  suggestIn(input, words, deferredSearch(words));
}

/** Parses without a string of HTML, which the policy of the pages forbids. */
function loadPage(address: string, show: (page: Document) => void): void {
  const request = new XMLHttpRequest();
  request.responseType = 'document';
  request.addEventListener('load', () => {
    const page = request.response as Document | null;
    if (request.status === 200 && page) show(page);
  });
  request.open('GET', address);
  request.send();
}
