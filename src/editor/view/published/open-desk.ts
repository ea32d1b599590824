import type { ComponentChild } from 'preact';
import type { DeskEntry } from '../../model/record.ts';
import type { PublishedSettings } from '../../model/published-settings.ts';
import type { RepositoryHost } from '../../stores/repository/repository-host.ts';
import { repositoryStore, type RepositoryStoreOptions } from '../../stores/repository/repository-store.ts';
import { openUploadKeeper } from '../../stores/repository/kept-uploads.ts';
import { openDesk } from '../start-desk.ts';

/** Opens the desk over a repository. This module is loaded after the sign-in. */
export async function openRepositoryDesk(
  host: RepositoryHost,
  { base, locales, institute, holdsCode, repository }: PublishedSettings,
  listed: readonly DeskEntry[],
  effects: Pick<RepositoryStoreOptions, 'account' | 'ask' | 'describe' | 'explain' | 'onFound' | 'onSaved' | 'today'>,
): Promise<ComponentChild> {
  const { folder, branch } = repository;
  const keeper = await openUploadKeeper(`colophon-desk:${repository.api}:${repository.repository}`);
  const store = repositoryStore(host, { folder, branch, listed, locale: locales[0] ?? 'en', keeper, ...effects });
  addEventListener('beforeunload', (event) => {
    // Text and files are kept on this device, but where the browser keeps nothing.
    if (store.waiting?.isKept() === false) event.preventDefault();
  });
  return openDesk(store, { base, locales, institute, holdsCode });
}
