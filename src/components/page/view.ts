import type { IndexKind } from '../../domain/pages/page-data.ts';
import type { StyleChoice } from '../../domain/publication/reference-styles.ts';
import type { Site } from '../../domain/institute/site.ts';
import type { Formatter } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Urls } from '../../urls.ts';

/** What every component needs; it is in `Astro.locals`. */
export interface View {
  readonly site: Site;
  readonly locale: string;
  readonly t: Translator;
  readonly format: Formatter;
  readonly urls: Urls;
  /** Lists with at least one row, so that no link leads to an empty page. */
  readonly indexes: readonly IndexKind[];
  readonly textPages: readonly TextPageLink[];
  /** Citation styles of the site, in its order. */
  readonly styles: readonly StyleChoice[];
}

export interface TextPageLink {
  readonly id: string;
  readonly title: string;
  readonly order?: number | undefined;
}
