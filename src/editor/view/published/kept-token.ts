import type { PublishedRepository } from '../../model/published-settings.ts';
import { withStorage } from '../with-storage.ts';

/** The token that this device keeps, if its user has asked for that. */
export function readToken(repository: PublishedRepository): string | undefined {
  return withStorage(() => localStorage.getItem(keyOf(repository))) ?? undefined;
}

/** Stores a token. False where the browser has no storage. */
export const keepToken = (repository: PublishedRepository, token: string): boolean =>
  withStorage(() => {
    localStorage.setItem(keyOf(repository), token);
    return true;
  }) ?? false;

export function forgetToken(repository: PublishedRepository): void {
  withStorage(() => localStorage.removeItem(keyOf(repository)));
}

const keyOf = ({ api, repository }: PublishedRepository): string => `colophon-desk-token:${api}:${repository}`;
