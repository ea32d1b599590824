import type { OfferedFormat } from '../publication/offered-format.ts';
import type { LocalizedText } from '../languages/localized-text.ts';
import type { OwnStrings } from './own-strings.ts';
import type { PartName } from './page-parts.ts';
import type { SiteEditor } from './site-editor.ts';
import type { Theme } from './theme.ts';

/** The settings in `site.yaml`. */
export interface Site {
  readonly institute: LocalizedText;
  readonly platform: LocalizedText;
  /** Origin and path under which the site is served, without a trailing slash. */
  readonly url: string;
  /** Path before every address: empty, or `/path` without a trailing slash. */
  readonly base: string;
  /** The first is the default and has no prefix in addresses. */
  readonly locales: readonly string[];
  /** Path in `public/`; if absent, pages show the platform's mark. */
  readonly logo?: string;
  /** Brand colour on light and on dark background, `#rrggbb`. */
  readonly accent: { readonly light: string; readonly dark: string };
  /** Tokens of the design from `theme.css`. */
  readonly theme?: Theme;
  /** Words of the interface from `strings/`, by locale. */
  readonly strings?: Readonly<Record<string, OwnStrings>>;
  /** Parts of pages that components in `parts/` replace. */
  readonly parts?: readonly PartName[];
  readonly social: readonly SocialAccount[];
  /** Absent: those that are usual in the language of the page. */
  readonly share?: readonly ShareTarget[];
  /** Names of the citation styles offered. If empty, no references are rendered. */
  readonly styles: readonly string[];
  /** Mail address, or URL that may hold `{url}`, `{title}` and `{slug}`. */
  readonly corrections?: string;
  /** Citation formats offered, in display order. */
  readonly formats: readonly OfferedFormat[];
  readonly trust: 'mdx' | 'markdown';
  /** Whether a file with errors stops the build, or is held back while the rest is published. */
  readonly errors: 'stop' | 'hold-back';
  readonly features: SiteFeatures;
}

export interface SocialAccount {
  /** One of `socialServices`, else the name as written. */
  readonly service: string;
  readonly url: string;
}

export const shareTargets = [
  'x',
  'bluesky',
  'mastodon',
  'linkedin',
  'whatsapp',
  'telegram',
  'bale',
  'eitaa',
  'rubika',
  'soroush',
  'mail',
] as const;
export type ShareTarget = (typeof shareTargets)[number];

/** Services for sharing that are usual in a language, for sites whose `site.yaml` names none. */
export const defaultShareTargets = (locale: string): readonly ShareTarget[] =>
  locale === 'fa'
    ? ['telegram', 'whatsapp', 'bale', 'eitaa', 'x', 'linkedin', 'mail']
    : ['x', 'bluesky', 'mastodon', 'linkedin', 'whatsapp', 'telegram', 'mail'];

export interface SiteFeatures {
  readonly search: boolean;
  readonly statistics: boolean;
  readonly related: boolean;
  readonly embeds: boolean;
  readonly linkset: boolean;
  readonly oai: boolean;
  readonly cards: 'all' | 'recent' | 'none';
  readonly bulk: BulkFeature;
  /** The published desk; absent where there is none. */
  readonly editor?: SiteEditor;
}

/** The citation files of lists. */
export interface BulkFeature {
  /** Megabytes of a list's citation files, all formats together, above which they are divided by year. */
  readonly split: number;
  /** Whether all citations are also in one compressed file. */
  readonly archive: boolean;
}
