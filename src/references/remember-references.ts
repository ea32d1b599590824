import type { ReferenceRenderer } from './reference-renderer.ts';

/** More than a publication has in the styles of any site. */
const limit = 200;

/**
 * Keeps what was rendered last: the pages of a publication in several languages come one after the other, with the same
 * references, and a reference takes longer than the rest of its page.
 */
export function rememberReferences(render: ReferenceRenderer): ReferenceRenderer {
  const rendered = new Map<string, string>();
  return (item, style, locale) => {
    const key = `${style.name} ${style.digest} ${locale}\n${JSON.stringify(item)}`;
    const known = rendered.get(key);
    if (known !== undefined) return known;
    if (rendered.size >= limit) rendered.clear();
    const html = render(item, style, locale);
    rendered.set(key, html);
    return html;
  };
}
