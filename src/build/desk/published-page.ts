import { escapeHtml } from '../../domain/text/rich-text.ts';
import { deskElement, settingsElement, type PublishedSettings } from '../../editor/model/published-settings.ts';
import { deskPolicy } from '../../metadata/content-security-policy.ts';

/** The page at `/edit/` of the published site. */
export function publishedPage(settings: PublishedSettings): string {
  const json = JSON.stringify(settings).replace(/</g, '\\u003c');
  const language = settings.locales.find((locale) => locale === 'en' || locale === 'fa') ?? 'en';
  return `<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(deskPolicy(settings.repository.api))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(settings.institute)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="desk.css">
<script type="application/json" id="${settingsElement}">${json}</script>
<script type="module" src="desk.js"></script>
</head>
<body><div id="${deskElement}"></div><noscript lang="en" dir="ltr">This page needs JavaScript.</noscript></body>
</html>
`;
}
