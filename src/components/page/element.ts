type Child = Node | string | undefined | false;

/** Creates an element; attributes that are `undefined` or `false` are omitted. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) created.setAttribute(key, value === true ? '' : value);
  created.append(...children.filter((child) => child !== undefined && child !== false));
  return created;
}

/** The attributes `lang` and `dir` of a text, where they differ from the page's; an unknown language is guessed from the script. */
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

/** The element that the template of the page always has. Throws when it is missing. */
export function requireElement<Found extends Element>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
