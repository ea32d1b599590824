import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskEntry, DeskKind } from '../model/record.ts';
import type { Store } from '../stores/store.ts';
import type { DeskWords } from './strings/desk-words.ts';

/** Settings of the site that the desk uses. */
export interface DeskSettings {
  /** Empty, or `/path` without a trailing slash. */
  readonly base: string;
  /** Languages of the site; the first is the default. */
  readonly locales: readonly string[];
  readonly institute: string;
  /** Whether bodies may hold components, as `trust` of the site says. */
  readonly holdsCode: boolean;
}

/** State that every part of the desk uses. */
export interface Session {
  readonly store: Store;
  readonly settings: DeskSettings;
  readonly words: DeskWords;
  /** All records, as the store last listed them. */
  readonly entries: readonly DeskEntry[];
  /** The records of one kind, by id. */
  readonly byId: (kind: DeskKind) => ReadonlyMap<string, DeskEntry>;
  /** Asks the store for the list again. */
  readonly refresh: () => Promise<void>;
  /** Announces a sentence to screen readers. */
  readonly announce: (sentence: string) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('A part of the desk is shown outside of it.');
  return session;
}
