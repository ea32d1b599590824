import { singleFormats, type OfferedFormat } from '../domain/publication/offered-format.ts';
import type { Site } from '../domain/institute/site.ts';
import { apiOf } from '../domain/institute/site-editor.ts';
import {
  drawingPolicy,
  sitePolicy,
  sitePolicyWith,
  unframedPolicy,
  unframedPolicyWith,
} from '../metadata/content-security-policy.ts';

type Header = readonly [name: string, value: string];

/** Media types that hosts do not derive from the file name. */
export const mediaTypes = (
  formats: readonly OfferedFormat[],
): readonly { readonly pattern: string; readonly type: string }[] => [
  ...distinctTypes(singleFormats(formats)).map(({ extension, mediaType }) => ({
    pattern: `/*${extension}`,
    type: mediaType.endsWith('json') ? mediaType : `${mediaType}; charset=utf-8`,
  })),
  { pattern: '/*feed.xml', type: 'application/atom+xml; charset=utf-8' },
  { pattern: '/*feed.json', type: 'application/feed+json' },
  { pattern: '/*.linkset.json', type: 'application/linkset+json' },
  { pattern: '/opensearch.xml', type: 'application/opensearchdescription+xml' },
];

/** Without a format whose files another pattern covers: hosts combine all rules that match, and `.bib` ends many names. */
const distinctTypes = (formats: readonly OfferedFormat[]): readonly OfferedFormat[] =>
  formats.filter(
    (format) =>
      !formats.some(
        ({ extension, mediaType }) =>
          extension !== format.extension && format.extension.endsWith(extension) && format.mediaType === mediaType,
      ),
  );

/** Headers of every address. They forbid what no page of the site needs. */
export const securityHeaders: readonly Header[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Strict-Transport-Security', 'max-age=31536000'],
];

/** For files whose names include a hash of their content. */
const immutable = ['Cache-Control', 'public, max-age=31536000, immutable'] as const;

type HeadersSite = Pick<Site, 'base' | 'locales' | 'formats'> & {
  readonly features?: Pick<Site['features'], 'editor'>;
};

const policy = (value: string): Header => ['Content-Security-Policy', value];

/**
 * `/_headers` in the format of Netlify and Cloudflare Pages; docs/hosting.md has the same for other hosts. Its rules are for
 * kinds of files, not for single ones, because Cloudflare reads at most a hundred. Where the desk is published, the policy for
 * all addresses has the host of its API; the policy in the head of every other page forbids it.
 */
export function writeHeaders({ base, locales, formats, features }: HeadersSite): string {
  const api = features?.editor && apiOf(features.editor);
  const [everywhere, unframed] =
    api === undefined ? [sitePolicy, unframedPolicy] : [sitePolicyWith(api), unframedPolicyWith(api)];
  const rule = (pattern: string, headers: readonly Header[]): string =>
    [base + pattern, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    rule('/*', [...securityHeaders, policy(everywhere)]),
    ...unframedPatterns(locales).map((pattern) => rule(pattern, [policy(unframed)])),
    rule('/*.svg', [policy(drawingPolicy)]),
    rule('/_astro/*', [immutable]),
    ...mediaTypes(formats).map(({ pattern, type }) =>
      rule(pattern, [
        ['Content-Type', type],
        ['Access-Control-Allow-Origin', '*'],
      ]),
    ),
  ].join('\n\n')}\n`;
}

/**
 * Patterns of pages that other sites may not show in a frame: all but those that end in `/embed/`, such as
 * `/people/x/embed/`. Hosts combine all rules that match, so a rule for all addresses could not be relaxed for these.
 */
const unframedPatterns = ([, ...others]: readonly string[]): readonly string[] => [
  '/',
  '/:page/',
  '/:folder/:page/',
  ...others.map((locale) => `/${locale}/:folder/:page/`),
];
