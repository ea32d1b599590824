import { escapeHtml } from '../../domain/text/rich-text.ts';

/**
 * Adds to a page of the development server a link to its record in the desk, in Persian on Persian pages. `base`: path before
 * every address. The link opens in the whole window, because the desk shows the page in a frame, and no frame may show the desk.
 */
export function withEditLink(html: string, file: string, base: string): string {
  const href = escapeHtml(`${base}/edit/#${encodeURI(file)}`);
  const [lang, dir, label] = /<html[^>]*\slang="fa/.test(html) ? ['fa', 'rtl', 'ویرایش'] : ['en', 'ltr', 'Edit'];
  const link = `<a id="colophon-edit" href="${href}" target="_top" lang="${lang}" dir="${dir}" title="${label} (e)" style="position:fixed;inset-block-start:4.5rem;inset-inline-end:.75rem;z-index:2147483646;padding:.4rem .9rem;border-radius:.4rem;background:#0b5563;color:#fff;font:1rem/1.5 system-ui,sans-serif;text-decoration:none">${label}</a><script type="module" src="${base}/edit/key.js"></script>`;
  const end = html.lastIndexOf('</body>');
  return end === -1 ? html + link : html.slice(0, end) + link + html.slice(end);
}

/** The script of the link: the key `e` follows it, except in a field for text. */
export const editKey = `addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== 'e' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog')) return;
  document.getElementById('colophon-edit')?.click();
});
`;
