import { escapeHtml } from '../domain/text/rich-text.ts';

/** One element of a page's head, as data. */
export type HeadTag =
  AttributeTag | { readonly tag: 'data'; readonly type: 'application/ld+json'; readonly value: unknown };

export interface AttributeTag {
  readonly tag: 'meta' | 'link';
  /** Attributes in their order in the HTML; undefined ones are omitted. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** True if line ends in a value have a meaning; else they become spaces. */
  readonly keepsLines?: true;
}

export const meta = (name: string, content: string): AttributeTag => ({ tag: 'meta', attributes: { name, content } });

/** A tag of an RDFa vocabulary, such as Open Graph. */
export const property = (name: string, content: string): AttributeTag => ({
  tag: 'meta',
  attributes: { property: name, content },
});

export const link = (
  rel: string,
  href: string,
  more: { readonly type?: string; readonly title?: string; readonly hreflang?: string } = {},
): AttributeTag => ({ tag: 'link', attributes: { rel, href, ...more } });

/** Empty when a record lacks the value. */
export const optionalMeta = (name: string, content: string | undefined): readonly AttributeTag[] =>
  content === undefined || content === '' ? [] : [meta(name, content)];

export const headHtml = (tags: readonly HeadTag[]): string => tags.map(tagHtml).join('');

function tagHtml(tag: HeadTag): string {
  // A data block is no script for a Content-Security-Policy (HTML, "prepare the script element", step 8 on types).
  if (tag.tag === 'data') return `<script type="${tag.type}">${dataJson(tag.value)}</script>`;
  let html = `<${tag.tag}`;
  for (const [name, value] of Object.entries(tag.attributes))
    if (value !== undefined)
      html += ` ${name}="${tag.keepsLines ? value.split('\n').map(escaped).join('&#10;') : escaped(value)}"`;
  return `${html}>`;
}

/** JSON without characters that could end the surrounding element; it parses to the same value. */
export const dataJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => escapes[sign] ?? sign);

const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** An attribute's value on one line; most values need no escapes. */
const escaped = (value: string): string =>
  /[&<>"'\n\r\t]/.test(value) ? escapeHtml(value.replace(/[\n\r\t]+/g, ' ')) : value;
