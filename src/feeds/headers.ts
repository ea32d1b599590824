import { citationFormats } from '../citations/formats.ts';

/** Media types that hosts do not know by the name of a file. */
export const mediaTypes: readonly { readonly pattern: string; readonly type: string }[] = [
  ...citationFormats.map(({ extension, mediaType }) => ({
    pattern: `/*${extension}`,
    type: mediaType.endsWith('json') ? mediaType : `${mediaType}; charset=utf-8`,
  })),
  { pattern: '/*feed.xml', type: 'application/atom+xml; charset=utf-8' },
  { pattern: '/*feed.json', type: 'application/feed+json' },
  { pattern: '/*.linkset.json', type: 'application/linkset+json' },
  { pattern: '/opensearch.xml', type: 'application/opensearchdescription+xml' },
];

/** What a browser should not do on the pages of this site; none of it hinders a page. */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Strict-Transport-Security', 'max-age=31536000'],
];

/** Files whose names change with their bytes. */
const immutable = ['Cache-Control', 'public, max-age=31536000, immutable'] as const;

/**
 * `/_headers`, as Netlify and Cloudflare Pages read it; other hosts take the same from docs/hosting.md. A few rules for
 * kinds of files and none for a single one, because Cloudflare reads no more than a hundred.
 */
export function writeHeaders(base: string): string {
  const rule = (pattern: string, headers: readonly (readonly [string, string])[]): string =>
    [base + pattern, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    rule('/*', securityHeaders),
    rule('/_astro/*', [immutable]),
    ...mediaTypes.map(({ pattern, type }) =>
      rule(pattern, [
        ['Content-Type', type],
        ['Access-Control-Allow-Origin', '*'],
      ]),
    ),
  ].join('\n\n')}\n`;
}
