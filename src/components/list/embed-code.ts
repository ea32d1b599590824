import { escapeHtml } from '../../domain/text/rich-text.ts';

/**
 * HTML with which another site embeds the page at `url`. The frame has the width of its container and a fixed height, and
 * scrolls: without a script, it cannot have the height of its page. It loads when it comes near the viewport.
 */
export const embedCode = (url: string, title: string): string =>
  `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
