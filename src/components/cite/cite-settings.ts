import { bestListFormat, referenceManagers } from '../../domain/publication/reference-managers.ts';
import type { StringKey } from '../../i18n/locales.ts';
import type { View } from '../page/view.ts';
import type { CiteSettings } from './cite-many.ts';

/** Settings for the scripts that collect citations. */
export function citeSettings({ site, locale, urls, styles }: View): CiteSettings {
  const single = site.formats.filter((format) => format.single);
  return {
    locale,
    root: urls.asset('/', ''),
    publications: urls.index('publications', locale),
    // The table is made from the records in CSL-JSON.
    files: site.formats
      .filter(({ id }) => id !== 'csv' || site.formats.some((one) => one.id === 'csl-json'))
      .map(({ label, extension, mediaType, single, frame }) => ({ label, extension, mediaType, single, frame })),
    programs: [...referenceManagers].sort().flatMap((program) => {
      const format = bestListFormat(program, single);
      return format ? [{ program, extension: format.extension }] : [];
    }),
    styles,
  };
}

/** Keys of their strings. */
export const citeKeys: readonly StringKey[] = [
  'cite.style',
  'cite.programs',
  'cite.files',
  'cite.opens',
  'cite.copyFormatted',
  'cite.copyPlain',
  'action.copied',
  'action.close',
  'take.failed',
  'cite.many',
  'take.asText',
  'take.loading',
  'take.progress',
  'take.cancel',
  'take.done',
  'take.missing',
];
