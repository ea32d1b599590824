import type { ForeignAuthor } from '../record/foreign-record.ts';
import { child, children, textOf, type XmlElement } from '../record/read-xml.ts';
import { personAuthor } from '../record/mutable-record.ts';
import { scriptLanguage } from '../record/read-note.ts';

/** The name of a contributor, with its form in another script from `name-alternatives`; undefined if there is none. */
export function readJatsName(element: XmlElement): ForeignAuthor | undefined {
  const alternatives = child(element, 'name-alternatives');
  const names = [
    ...children(element, 'name'),
    ...children(alternatives, 'name'),
    ...children(element, 'string-name'),
    ...children(alternatives, 'string-name'),
  ]
    .map((name) => ({ text: nameText(name), lang: name.attributes['xml:lang'] }))
    .filter(({ text }) => text !== '');
  const latin = names.find(({ text }) => scriptLanguage(text) === 'und');
  const main = latin ?? names[0];
  if (!main) return undefined;
  const native = Object.fromEntries(
    names
      .filter(({ text }) => text !== main.text && scriptLanguage(text) !== 'und')
      .map(({ text, lang }) => [lang ?? scriptLanguage(text), text]),
  );
  return { ...personAuthor(main.text), ...(Object.keys(native).length > 0 ? { native } : {}) };
}

function nameText(name: XmlElement): string {
  const part = (of: string): string => textOf(child(name, of));
  const [family, given, suffix] = [part('surname'), part('given-names'), part('suffix')];
  if (family === '') return given === '' ? textOf(name) : given;
  if (suffix !== '') return [family, given, suffix].join(', ');
  if (given === '') return family;
  return /\p{Script=Arabic}/u.test(family) ? `${family}، ${given}` : `${family}, ${given}`;
}
