import type { Element } from './read-html.ts';

/** Code, and addresses that no page of ours holds, whatever its content says. */
export function findCode(element: Element): string[] {
  const { tagName, attrs } = element;
  const says = (what: string) => `<${tagName}> ${what}`;
  const value = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
  return [
    ...(forbidden.has(tagName) ? [says('stands in the page')] : []),
    ...(tagName === 'script' && !value('src')?.startsWith('/_astro/') && value('type') !== 'application/ld+json'
      ? [says('is not ours')]
      : []),
    // An embedded list opens its links in the whole window; nothing may move what its addresses start from.
    ...(tagName === 'base' && attrs.some(({ name }) => name !== 'target') ? [says('moves the addresses')] : []),
    ...(tagName === 'meta' && value('http-equiv') === 'refresh' && !/^0;\s*url=\/[^/\\]/.test(value('content') ?? '')
      ? [says('leads elsewhere')]
      : []),
    ...attrs.flatMap(({ name, value: text }) => [
      ...(name.startsWith('on') || name === 'style' || name === 'srcdoc' ? [says(name)] : []),
      ...(addresses.has(name) && !isGood(tagName, name, text) ? [says(`${name}=${text}`)] : []),
    ]),
  ];
}

/** Addresses of this site are written without a host; others belong to links, and to what machines read of the page. */
function isGood(tag: string, name: string, text: string): boolean {
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
