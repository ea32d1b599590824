/**
 * Text of HTML that Colophon itself wrote, without markup: one line for each block, such as a paragraph, a list item or
 * a heading. Expects no `<` or `>` inside attribute values.
 */
export function htmlToPlain(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(blockTag, '\n')
    .replace(cellTag, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (reference, name: string) => entities[name] ?? reference)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const blockTag =
  /<\/?(?:p|div|section|ul|ol|li|dl|dt|dd|h[1-6]|table|caption|thead|tbody|tr|blockquote|pre|figure|figcaption|hr)(?:[ /][^<>]*)?>/g;

/** Tags inside a block that separate words. */
const cellTag = /<\/?(?:br|td|th)(?:[ /][^<>]*)?>/g;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
