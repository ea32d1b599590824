/* The page for missing addresses, in the language of the address: that of the longest address of a home page before it. */

const sections = [...document.querySelectorAll<HTMLElement>('.other-language')];
const own = sections.find(({ dataset }) => location.pathname.startsWith(dataset['home'] ?? ' '));
if (own) showIn(own);
for (const section of sections) section.remove();

function showIn({ lang, dir, dataset, children: [rail, sentences] }: HTMLElement): void {
  const root = document.documentElement;
  // The navigation stays in the language in which the page was written.
  for (const part of document.querySelectorAll<HTMLElement>('body > .skip, body > header, body > footer'))
    Object.assign(part, { lang: root.lang, dir: root.dir });
  Object.assign(root, { lang, dir });
  const title = sentences?.querySelector('h2')?.textContent ?? '';
  document.title = title;
  const main = document.querySelector('main');
  main?.querySelector('.rail')?.replaceChildren(...(rail?.childNodes ?? []));
  main?.querySelector('h1')?.replaceChildren(title);
  const texts = main?.querySelectorAll('.elsewhere p');
  sentences?.querySelectorAll('p').forEach((text, index) => texts?.[index]?.replaceWith(text));
  main?.querySelector('form')?.setAttribute('action', dataset['search'] ?? '');
}
