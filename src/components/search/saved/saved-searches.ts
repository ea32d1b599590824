import { savedSearchesKey } from './saved-searches-key.ts';

/** A search that the reader has saved on this device. */
export interface SavedSearch {
  /** The query string of its address. */
  readonly search: string;
  /** Its results as last seen on an earlier day, and as seen on the last day. */
  readonly seen: Seen;
  readonly latest?: Seen;
}

export interface Seen {
  /** Slugs of the newest publications, at most {@link mostSeen}. */
  readonly slugs: readonly string[];
  /** ISO date. */
  readonly day: string;
}

export const mostSeen = 200;

/** The saved searches of a site. */
export interface SavedSearches {
  all(): readonly SavedSearch[];
  find(search: string): SavedSearch | undefined;
  /** Throws when the browser does not store it. */
  save(search: string, seen: Seen): void;
  remove(search: string): void;
}

export function openSavedSearches(root: string): SavedSearches {
  const key = savedSearchesKey(root);
  const all = (): readonly SavedSearch[] => {
    try {
      return parseSaved(localStorage.getItem(key));
    } catch {
      // Storage may be forbidden; then nothing is saved.
      return [];
    }
  };
  const write = (searches: readonly SavedSearch[]) => {
    if (searches.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(searches));
  };
  const find = (search: string) => all().find((saved) => saved.search === search);
  return {
    all,
    find,
    save(search, seen) {
      const before = find(search);
      const saved = before ? visited(before, seen) : { search, seen };
      write([...all().filter((other) => other.search !== search), saved]);
    },
    remove: (search) => write(all().filter((other) => other.search !== search)),
  };
}

/** A saved search after it was opened again. Results are compared with those of an earlier day, so they stay new for a day. */
const visited = ({ search, seen, latest = seen }: SavedSearch, now: Seen): SavedSearch =>
  latest.day < now.day ? { search, seen: latest, latest: now } : { search, seen, latest: now };

function parseSaved(text: string | null): readonly SavedSearch[] {
  try {
    const value = JSON.parse(text ?? '[]') as unknown;
    return Array.isArray(value) ? (value as readonly unknown[]).filter(isSaved) : [];
  } catch {
    return [];
  }
}

function isSaved(value: unknown): value is SavedSearch {
  const { search, seen, latest } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof search === 'string' && isSeen(seen) && (latest === undefined || isSeen(latest));
}

function isSeen(value: unknown): value is Seen {
  const { slugs, day } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof day === 'string' && Array.isArray(slugs) && slugs.every((slug) => typeof slug === 'string');
}
