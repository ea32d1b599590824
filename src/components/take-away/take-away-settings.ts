import type { StringKey } from '../../i18n/locales.ts';
import type { View } from '../page/view.ts';
import type { TakeAwaySettings } from './take-away.ts';

/** Settings for the scripts that collect citations. */
export const takeAwaySettings = ({ site, locale, urls, styles }: View): TakeAwaySettings => ({
  locale,
  root: urls.asset('/', ''),
  publications: urls.index('publications', locale),
  // The table is made from the records in CSL-JSON.
  files: site.formats
    .filter(({ id }) => id !== 'csv' || site.formats.some((one) => one.id === 'csl-json'))
    .map(({ label, extension, mediaType, single, frame }) => ({ label, extension, mediaType, single, frame })),
  styles,
});

/** Keys of their strings. */
export const takeAwayKeys: readonly StringKey[] = [
  'take.style',
  'take.formatted',
  'take.loading',
  'take.progress',
  'take.cancel',
  'take.failed',
  'take.done',
  'take.missing',
];
