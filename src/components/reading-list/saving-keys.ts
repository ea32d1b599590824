import type { StringKey } from '../../i18n/locales.ts';

/** Keys of the strings for saving several publications. */
export const savingKeys: readonly StringKey[] = ['action.save', 'nav.readingList', 'saved.added', 'saved.refused'];
