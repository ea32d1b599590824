type Child = Node | string | undefined | false;

/** Makes an element; an attribute that is `undefined` or `false` is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** The attributes `lang` and `dir` of a run, where they are not those of the page; without a language the letters tell. */
export function runOf(text: string, lang?: string): { lang?: string; dir?: string } {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  const dir =
    letter === '' ? document.documentElement.dir : /[\u0590-\u08FF\uFB1D-\uFEFC]/.test(letter) ? 'rtl' : 'ltr';
  const { lang: pageLang, dir: pageDir } = document.documentElement;
  const attributes: { lang?: string; dir?: string } = dir === pageDir ? {} : { dir };
  if (lang !== undefined && lang !== 'und' && lang !== pageLang) attributes.lang = lang;
  else if (dir !== pageDir) attributes.lang = dir === 'rtl' ? 'und-Arab' : 'und-Latn';
  return attributes;
}

/** The part of a page that its template promises. */
export function required<Found extends Element>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** A drawing of the page's set. */
export function icon(name: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', `#${name}`);
  svg.append(use);
  return svg;
}
