import type { StringKey } from '../../i18n/locales.ts';

/** Keys of the strings for saving several publications. */
export const savingKeys: readonly StringKey[] = ['nav.readingList', 'saved.added', 'saved.refused'];
