import type { View } from '../page/view.ts';

/** Address of a file that a body refers to. A file beside a text page has an address in each locale. */
export function assetHref(source: string, { urls, locale, page }: View & Pick<App.Locals, 'page'>): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/|^#/i.test(source)) return source;
  return page.kind === 'text'
    ? urls.page(page.address, locale) + source.replace(/^\.\//, '')
    : urls.asset(page.address, source);
}
