import sax from 'sax';
import { parseWebAddress } from '../../domain/identifiers/web-address.ts';
import type { Fault } from '../../domain/problems/problem.ts';
import { quote } from '../../domain/text/quote.ts';
import { countDrawn, drawnLimit, readReferences, type DrawnElement } from './drawing-size.ts';
import {
  drawingElements,
  inertNamespaces,
  plainAttributes,
  prefixedAttributes,
  presentationAttributes,
} from './drawing-vocabulary.ts';
import { findStyleFault } from './find-style-fault.ts';

/**
 * The fault of an SVG that is more than a drawing: it holds something else than known elements and attributes, loads
 * something, is read differently by different programs, or freezes a browser. Opened in a tab of its own, it is a document of the site, in
 * which all of that would work. It is refused and not repaired, because only its author knows what the drawing should
 * look like without it.
 */
export function findDrawingFault(bytes: Uint8Array): Fault | undefined {
  const found = findFault(bytes);
  return found === undefined
    ? undefined
    : {
        name: 'drawing-not-safe',
        message: `the drawing ${found}, and a drawing may hold only shapes and text`,
        hint: 'export it as plain SVG, or save it as PNG',
      };
}

function findFault(bytes: Uint8Array): string | undefined {
  const svg = readUtf8(bytes);
  if (svg === undefined) return 'is not in UTF-8';
  const parser = sax.parser(true, { xmlns: true, position: false });
  let found: string | undefined;
  let root: DrawnElement | undefined;
  const open: DrawnElement[] = [];
  let styles = '';
  let style: string | undefined;
  const refuse = (what: string | undefined): void => {
    found ??= what;
  };
  parser.onerror = (error) => {
    refuse(`is not well-formed XML (${error.message.split('\n', 1)[0]?.toLowerCase() ?? ''})`);
    parser.resume();
  };
  parser.ondoctype = (text) => {
    if (/\[|entity/i.test(text)) refuse('defines entities');
    else if (!plainDoctype.test(text)) refuse(`has a <!DOCTYPE> that is not that of SVG`);
  };
  parser.onprocessinginstruction = ({ name, body }) => {
    if (name !== 'xml') refuse(`holds <?${name}?>`);
    else if (!plainDeclaration.test(body)) refuse(`starts with <?xml ${body}?>, which is not XML 1.0 in UTF-8`);
  };
  parser.onopentag = (tag) => {
    const { uri, local, name, attributes } = tag as sax.QualifiedTag;
    if (style !== undefined) refuse(`holds <${name}> in a style`);
    if (root === undefined && !(uri === svgNamespace && local === 'svg'))
      refuse(`starts with <${name}>, not with the <svg> of ${svgNamespace}`);
    if (uri !== svgNamespace ? !inertNamespaces.test(uri) : !drawingElements.has(local)) refuse(`holds <${name}>`);
    if (uri === svgNamespace && local === 'style') style = '';
    for (const attribute of Object.values(attributes))
      refuse(findAttributeFault(uri === svgNamespace ? local : undefined, attribute));
    const element = toDrawn(local, Object.values(attributes));
    if (open.length >= nestingLimit) refuse(`nests more than ${nestingLimit} elements`);
    else open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
    if (style === undefined) return;
    const fault = findStyleFault(style);
    refuse(fault && `has a style that ${fault}`);
    styles += style;
    style = undefined;
  };
  const collect = (text: string): void => {
    if (style !== undefined) style += text;
  };
  parser.ontext = collect;
  parser.oncdata = collect;
  parser.write(svg).close();
  if (found !== undefined || root === undefined) return found ?? 'holds nothing';
  return countDrawn(root, styles) > drawnLimit
    ? `makes a browser draw more than ${drawnLimit.toLocaleString('en')} elements`
    : undefined;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const nestingLimit = 200;
/** No browser loads the DTD that it names. */
const plainDoctype = /^\s*svg\s*(?:PUBLIC\s+["']-\/\/W3C\/\/DTD SVG [^[]*)?$/;
const plainDeclaration =
  /^\s*version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["']utf-?8["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*$/i;

/** The text of UTF-8 bytes; undefined for bytes in another encoding. */
function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The only error of a fatal decoder: the bytes are not UTF-8.
    return undefined;
  }
}

/** `element`: name of the element of SVG that has the attribute; undefined for an element of an inert namespace. */
function findAttributeFault(element: string | undefined, attribute: sax.QualifiedAttribute): string | undefined {
  const { name: written, prefix, local, uri, value } = attribute;
  if (prefix === 'xmlns' || written === 'xmlns') return undefined;
  const known =
    uri === ''
      ? element === undefined ||
        presentationAttributes.has(local) ||
        plainAttributes.has(local) ||
        /^(?:aria|data)-[\w.-]+$/.test(local)
      : prefixedAttributes.has(`${uri} ${local}`) || inertNamespaces.test(uri);
  if (!known) return `has the attribute ${written}`;
  if (element === undefined || inertNamespaces.test(uri)) return undefined;
  if (local === 'href') return findAddressFault(element, value);
  // An animation could set an attribute to a value that is refused here.
  if (local === 'attributeName') return animated.has(value.trim()) ? undefined : `animates ${value}`;
  if (!(uri === '' && (local === 'style' || presentationAttributes.has(local) || animatedValues.has(local))))
    return undefined;
  const fault = findStyleFault(local === 'style' ? value : `${local}:${value}`);
  return fault && `has ${written} with ${quote(value)}, which ${fault}`;
}

/** Attributes that an animation may change: all but names, links and styles. */
const animated: ReadonlySet<string> = new Set(
  [...presentationAttributes, ...plainAttributes].filter((name) => !['href', 'style', 'id', 'target'].includes(name)),
);
/** Attributes with values that an animation gives to another attribute. */
const animatedValues: ReadonlySet<string> = new Set(['from', 'to', 'by', 'values']);

function findAddressFault(element: string, value: string): string | undefined {
  const address = value.replace(/[\0-\x20]/g, '');
  if (address.startsWith('#')) return undefined;
  if (element === 'a' && parseWebAddress(value).ok) return undefined;
  if (element === 'image' && /^data:image\/(?:png|jpeg|gif|webp);/i.test(address)) return undefined;
  return `names ${quote(value)}`;
}

function toDrawn(name: string, attributes: readonly sax.QualifiedAttribute[]): DrawnElement {
  const valueOf = (local: string): string | undefined =>
    attributes.find((attribute) => attribute.local === local && attribute.prefix !== 'xmlns')?.value;
  const id = valueOf('id');
  const target = /^\s*#(.*\S)/.exec(valueOf('href') ?? '')?.[1];
  const references = attributes.map(({ local, value }) =>
    readReferences(local === 'style' ? value : `${local}:${value}`),
  );
  return {
    name,
    ...(id === undefined ? {} : { id }),
    classes: valueOf('class')?.split(/\s+/) ?? [],
    references: {
      own: [...(target === undefined || name === 'a' ? [] : [target]), ...references.flatMap(({ own }) => own)],
      inherited: references.flatMap(({ inherited }) => inherited),
    },
    children: [],
  };
}
