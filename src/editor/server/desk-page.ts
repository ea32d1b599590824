/** What the page of the desk gives to its script. */
export interface DeskPageSettings {
  /** Of this run of the server: who knows it has loaded this page. */
  readonly token: string;
  /** Path before every address; empty, or `/path`. */
  readonly base: string;
  readonly locales: readonly string[];
  readonly institute: string;
}

/** Files of the fonts for most of the text: those that are not there at the first paint are not shown at all. */
export const firstFonts = ['source-sans-3', 'source-serif-4', 'vazirmatn'].map(
  (name) => `${name}-${name === 'vazirmatn' ? 'arabic' : 'latin'}-wght-normal.woff2`,
);

/** The page at `/edit/`. */
export function deskPage({ token, base, locales, institute }: DeskPageSettings): string {
  const json = JSON.stringify({ token, base, locales, institute }).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escapeHtml(institute)}</title>
<script type="application/json" id="desk-settings">${json}</script>
${firstFonts.map((font) => `<link rel="preload" href="${escapeHtml(base)}/edit/assets/${font}" as="font" type="font/woff2" crossorigin>`).join('\n')}
<link rel="stylesheet" href="${escapeHtml(base)}/edit/assets/desk.css">
<script type="module" src="${escapeHtml(base)}/edit/assets/desk.js"></script>
</head>
<body><div id="desk"></div><noscript>The desk needs JavaScript.</noscript></body>
</html>
`;
}

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
