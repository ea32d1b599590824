import type { Journal } from '../domain/institute/institute.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { slugify } from '../domain/identifiers/slug.ts';
import { titleKey } from '../domain/text/title-key.ts';

/**
 * Finds a journal by id, title or abbreviation; a journal without a file gets an id from its title. Titles with the same
 * id become one journal with the title in its newest publication. A warning says so, once for each journal, because the
 * titles may belong to different journals.
 */
export function createJournalFinder(
  files: ReadonlyMap<string, Journal>,
  problems: Problem[],
): {
  find: (text: string, file: string) => Journal;
  /** By the texts that were looked for. */
  journalNamed: ReadonlyMap<string, Journal>;
  /** By id. */
  journals: ReadonlyMap<string, Journal>;
} {
  const byName = new Map<string, Journal>();
  for (const journal of files.values())
    for (const name of [journal.abbreviation, journal.title]) if (name) byName.set(titleKey(name), journal);
  const all = new Map(files);
  const journalNamed = new Map<string, Journal>();
  const merged = new Set<string>();
  const find = (text: string, file: string): Journal => {
    const known = files.get(text) ?? byName.get(titleKey(text));
    if (known) return known;
    const id = slugify(text).slice(0, 120).replace(/-$/, '');
    const existing = all.get(id);
    if (existing) {
      if (!files.has(id) && !merged.has(id)) {
        merged.add(id);
        problems.push({
          severity: 'warning',
          name: 'journal-merged',
          file,
          field: 'journal',
          message: `"${text}" and "${existing.title}" would both have the address /journals/${id}/, so they are shown as one journal, "${existing.title}"`,
          hint: `write the title in the same way everywhere, or add journals/${id}.yaml with the right \`title\`; if they are two journals, add a file for each`,
        });
      }
      return existing;
    }
    const journal = { id, title: text };
    all.set(id, journal);
    return journal;
  };
  return {
    journalNamed,
    journals: all,
    find: (text, file) => {
      const journal = journalNamed.get(text) ?? find(text, file);
      journalNamed.set(text, journal);
      return journal;
    },
  };
}
