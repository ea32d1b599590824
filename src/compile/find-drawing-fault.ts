import sax from 'sax';
import type { Fault } from '../domain/problems/problem.ts';
import { quote } from '../domain/text/quote.ts';

/**
 * The fault of an SVG that is more than a drawing: it holds code or other documents, or loads something. Opened in a tab of
 * its own, it is a document of the site, in which all of that would work. It is refused and not repaired, because only its
 * author knows what the drawing should look like without it.
 */
export function findDrawingFault(svg: string): Fault | undefined {
  const parser = sax.parser(true, { xmlns: false, position: false });
  let found: string | undefined;
  let styled = false;
  const refuse = (what: string | undefined): void => {
    found ??= what;
  };
  parser.onerror = (error) => {
    refuse(`is not well-formed XML (${error.message.split('\n', 1)[0]?.toLowerCase() ?? ''})`);
    parser.resume();
  };
  parser.ondoctype = (text) => refuse(/\[|entity/i.test(text) ? 'defines entities' : undefined);
  parser.onprocessinginstruction = ({ name }) => refuse(/^xml$/i.test(name) ? undefined : `holds <?${name}?>`);
  parser.onopentag = ({ name, attributes }) => {
    const element = localName(name);
    styled = element === 'style';
    if (codeElements.has(element)) refuse(`holds <${name}>`);
    // With `xmlns: false`, sax returns the values of attributes as strings.
    for (const [attribute, value] of Object.entries(attributes as Record<string, string>))
      refuse(attributeFault(element, attribute, value));
  };
  parser.onclosetag = () => (styled = false);
  const style = (text: string): void =>
    refuse(styled && loadsResource(text) ? 'has a style that loads something' : undefined);
  parser.ontext = style;
  parser.oncdata = style;
  parser.write(svg).close();
  return found === undefined
    ? undefined
    : {
        name: 'drawing-not-safe',
        message: `the drawing ${found}, and a drawing may hold only shapes and text`,
        hint: 'export it as plain SVG, or save it as PNG',
      };
}

/** Elements that run code, hold other documents, or load something. */
const codeElements = new Set([
  ...['script', 'foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'link', 'meta', 'base'],
  ...['handler', 'listener', 'html', 'body', 'form'],
]);

const localName = (name: string): string => name.replace(/^.*:/, '').toLowerCase();

function attributeFault(element: string, written: string, value: string): string | undefined {
  const name = localName(written);
  const address = value.replace(/[\0-\x20]/g, '');
  if (name.startsWith('on')) return `has the handler ${written}`;
  if (name === 'href' || name === 'src') {
    const link = element === 'a' && /^https?:\/\//i.test(address);
    const picture = element === 'image' && /^data:image\/(?:png|jpeg|gif|webp);/i.test(address);
    if (!(address.startsWith('#') || link || picture)) return `names ${quote(value)}`;
  }
  if (name === 'base') return `has ${written}`;
  // An animation could set an attribute to a value that is refused above.
  if (name === 'attributename' && /^(?:on|(?:.*:)?(?:href|src)$)/i.test(address)) return `animates ${value}`;
  return loadsResource(value) || /^javascript:/i.test(address) ? `has ${written} with ${quote(value)}` : undefined;
}

/** Whether CSS loads something that is not a part of the drawing, or holds an escape, which could hide it. */
const loadsResource = (css: string): boolean =>
  /@import|url\(\s*(?!["']?#)|image-set|expression\(/i.test(css) || /\\/.test(css);
