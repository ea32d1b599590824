import type { Element } from './read-html.ts';

/** Violations in an element: code and addresses that no page of Colophon has, for any content. */
export function findCode(element: Element): string[] {
  const { tagName, attrs } = element;
  const report = (what: string) => `<${tagName}> ${what}`;
  const value = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
  return [
    ...(forbidden.has(tagName) ? [report('is forbidden')] : []),
    ...(tagName === 'script' && !value('src')?.startsWith('/_astro/') && value('type') !== 'application/ld+json'
      ? [report('is not a script of the site')]
      : []),
    // The page for other sites has a `target` for its links; a `href` would change the base of all addresses.
    ...(tagName === 'base' && attrs.some(({ name }) => name !== 'target')
      ? [report('changes the base of addresses')]
      : []),
    ...(tagName === 'meta' && value('http-equiv') === 'refresh' && !/^0;\s*url=\/[^/\\]/.test(value('content') ?? '')
      ? [report('leads elsewhere')]
      : []),
    ...attrs.flatMap(({ name, value: text }) => [
      ...(name.startsWith('on') || name === 'style' || name === 'srcdoc' ? [report(name)] : []),
      ...(addresses.has(name) && !isAllowed(tagName, name, text) ? [report(`${name}=${text}`)] : []),
    ]),
  ];
}

/** Addresses of this site have no host; only links, `link` elements and citations may have other addresses. */
function isAllowed(tag: string, name: string, text: string): boolean {
  const address = text.replace(/[\0-\x20]/g, '').replaceAll('\\', '/');
  // RFC 3986, section 4.2: neither a scheme nor a host.
  if (!/^(?:[^/?#]*:|\/\/)/.test(address)) return true;
  const link = (tag === 'a' && name === 'href') || tag === 'link' || name === 'cite';
  return link && /^(?:(?:https?:)?\/\/|mailto:)/i.test(address);
}

const forbidden = new Set([
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'style',
  'marquee',
  'portal',
  'template',
  'noscript',
  'plaintext',
  'xmp',
]);
const addresses = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'xlink:href',
  'srcset',
  'cite',
  'background',
  'ping',
  'manifest',
]);
