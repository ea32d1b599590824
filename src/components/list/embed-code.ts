import { escapeHtml } from '../../domain/text/rich-text.ts';

/**
 * The markup by which another site shows the page at `url`. It has the width of its place, and scrolls where it is longer
 * than high: without a script, a frame cannot be as high as what it shows. It is loaded when a reader comes near.
 */
export const embedCode = (url: string, title: string): string =>
  `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
