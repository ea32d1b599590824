import type { Site } from '../domain/institute/site.ts';
import type { Formatter } from '../i18n/format.ts';
import type { Translator } from '../i18n/translate.ts';
import type { Urls } from '../urls.ts';

/** What the head of a page needs besides the page itself. */
export interface PageView {
  readonly site: Site;
  readonly locale: string;
  readonly t: Translator;
  readonly format: Formatter;
  readonly urls: Urls;
}
