import { escapeHtml } from '../../domain/text/rich-text.ts';
import { deskElement, settingsElement } from '../model/published-settings.ts';

/** What the page of the desk passes to its script. */
export interface DeskPageSettings {
  /** Secret of this run of the server. A request that has it comes from this page. */
  readonly token: string;
  /** Path before every address; empty, or `/path`. */
  readonly base: string;
  readonly locales: readonly string[];
  readonly institute: string;
  /** Whether bodies may hold components, as `trust` of the site says. */
  readonly holdsCode: boolean;
}

/** Font files for most of the text. They are preloaded, because `font-display: optional` ignores a font that comes after the first paint. */
export const firstFonts = ['source-sans-3', 'source-serif-4', 'vazirmatn'].map(
  (name) => `${name}-${name === 'vazirmatn' ? 'arabic' : 'latin'}-wght-normal.woff2`,
);

/** The page at `/edit/`. */
export function deskPage({ token, base, locales, institute, holdsCode }: DeskPageSettings): string {
  const json = JSON.stringify({ token, base, locales, institute, holdsCode }).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escapeHtml(institute)}</title>
<script type="application/json" id="${settingsElement}">${json}</script>
${firstFonts.map((font) => `<link rel="preload" href="${escapeHtml(base)}/edit/assets/${font}" as="font" type="font/woff2" crossorigin>`).join('\n')}
<link rel="stylesheet" href="${escapeHtml(base)}/edit/assets/desk.css">
<script type="module" src="${escapeHtml(base)}/edit/assets/desk.js"></script>
</head>
<body><div id="${deskElement}"></div><noscript>The desk needs JavaScript.</noscript></body>
</html>
`;
}
