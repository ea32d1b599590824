import type { StringKey } from '../../i18n/locales.ts';

/** Words of the button that saves many publications at once. */
export const savingKeys: readonly StringKey[] = ['action.save', 'nav.readingList', 'saved.added', 'saved.refused'];
