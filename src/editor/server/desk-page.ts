/** What the page of the desk tells its script. */
export interface DeskPageSettings {
  /** Of this run of the server: who knows it has loaded this page. */
  readonly token: string;
  /** Path before every address; empty, or `/path`. */
  readonly base: string;
  readonly locales: readonly string[];
  readonly institute: string;
  /** Address of the module that starts the desk. */
  readonly script: string;
}

/** The page at `/edit/`. */
export function deskPage({ token, base, locales, institute, script }: DeskPageSettings): string {
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
<script type="module" src="${escapeHtml(script)}"></script>
</head>
<body><div id="desk"></div><noscript>The desk needs JavaScript.</noscript></body>
</html>
`;
}

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
