import type { Urls } from '../../urls.ts';

/**
 * Points the relative paths of a compiled text at the files beside its page. A path as written would be looked up under
 * the locale, where no file is.
 */
export const withAssets = (html: string, address: string, urls: Urls): string =>
  html.replace(/ (src|href|poster)="(\.\/[^"]+)"/g, (_, attribute: string, file: string) => ` ${attribute}="${urls.asset(address, file)}"`);
