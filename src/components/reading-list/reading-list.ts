/** Publications that a reader has saved on this device: slugs, in the order in which they were saved. */
export interface ReadingList {
  slugs(): readonly string[];
  /** Throws where the browser keeps nothing. */
  save(slugs: readonly string[]): void;
  /** Calls `changed` when another tab or window has changed the list. */
  watch(changed: () => void): void;
}

/**
 * The list of the site at `root`; several sites may share a host, and with it the storage. Throws where the browser
 * keeps nothing for this site.
 */
export function openReadingList(root: string): ReadingList {
  const { localStorage } = window;
  const key = `reading-list ${root}`;
  // What is read only may be read and not written; that shows here, before somebody relies on it.
  const probe = `${key}?`;
  localStorage.setItem(probe, '');
  localStorage.removeItem(probe);
  return {
    slugs: () => readSlugs(localStorage.getItem(key)),
    save(slugs) {
      if (slugs.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify([...new Set(slugs)]));
    },
    watch: (changed) =>
      addEventListener('storage', (event) => {
        // Without a key, everything was cleared.
        if (event.key === key || event.key === null) changed();
      }),
  };
}

/** Anything may stand in the storage: what is no list of slugs is nothing. */
function readSlugs(text: string | null): readonly string[] {
  try {
    const value = JSON.parse(text ?? '[]') as unknown;
    const slugs = Array.isArray(value) ? (value as readonly unknown[]) : [];
    return [...new Set(slugs.filter((slug): slug is string => typeof slug === 'string' && slug !== ''))];
  } catch {
    return [];
  }
}
