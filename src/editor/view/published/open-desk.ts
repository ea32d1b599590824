import type { ComponentChild } from 'preact';
import type { DeskEntry } from '../../model/record.ts';
import type { PublishedSettings } from '../../model/published-settings.ts';
import type { RepositoryHost } from '../../stores/repository/repository-host.ts';
import { repositoryStore, type RepositoryStoreOptions } from '../../stores/repository/repository-store.ts';
import { openDesk } from '../start-desk.ts';

/** Opens the desk over a repository. This module is loaded after the sign-in. */
export function openRepositoryDesk(
  host: RepositoryHost,
  { base, locales, institute, holdsCode, repository }: PublishedSettings,
  listed: readonly DeskEntry[],
  effects: Pick<RepositoryStoreOptions, 'account' | 'ask' | 'describe' | 'explain' | 'onFound' | 'onSaved' | 'today'>,
): Promise<ComponentChild> {
  const { folder, branch } = repository;
  const store = repositoryStore(host, { folder, branch, listed, locale: locales[0] ?? 'en', ...effects });
  addEventListener('beforeunload', (event) => {
    // Text is kept on this device; pictures and PDFs are not.
    if (store.waiting && !store.waiting.isEmpty()) event.preventDefault();
  });
  return openDesk(store, { base, locales, institute, holdsCode });
}
