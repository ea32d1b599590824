/** Publications that the reader has saved on this device: slugs in the order of saving. */
export interface ReadingList {
  slugs(): readonly string[];
  /** Throws when the browser does not store it. */
  save(slugs: readonly string[]): void;
  /** Calls `changed` when another tab or window changes the list. */
  watch(changed: () => void): void;
}

/**
 * The list of the site at `root`, because several sites on one host share the storage. Throws when the browser does not
 * allow storage.
 */
export function openReadingList(root: string): ReadingList {
  const { localStorage } = window;
  const key = `reading-list ${root}`;
  // Read-only storage fails here, before the reader saves anything.
  const probe = `${key}?`;
  localStorage.setItem(probe, '');
  localStorage.removeItem(probe);
  return {
    slugs: () => parseSlugs(localStorage.getItem(key)),
    save(slugs) {
      if (slugs.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify([...new Set(slugs)]));
    },
    watch: (changed) =>
      addEventListener('storage', (event) => {
        // No key: all of the storage was cleared.
        if (event.key === key || event.key === null) changed();
      }),
  };
}

/** Parses stored slugs; empty for any other value. */
function parseSlugs(text: string | null): readonly string[] {
  try {
    const value = JSON.parse(text ?? '[]') as unknown;
    const slugs = Array.isArray(value) ? (value as readonly unknown[]) : [];
    return [...new Set(slugs.filter((slug): slug is string => typeof slug === 'string' && slug !== ''))];
  } catch {
    return [];
  }
}
