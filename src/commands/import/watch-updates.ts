import { doiKey } from '../../domain/identifiers/doi.ts';
import type { ForeignProblem } from '../../formats/record/foreign-record.ts';
import { textOf } from '../../import/draft/written-value.ts';
import type { Network } from '../../import/fetch/services.ts';
import { applyUpdates, type PublicationUpdate } from '../../import/updates/apply-updates.ts';
import { fetchUpdates } from '../../import/updates/fetch-updates.ts';
import { readPublications } from '../read-existing.ts';
import { writeContent } from '../write-atomically.ts';

/**
 * Asks whether publications of the site were retracted or corrected, and writes what their files lack. `lock`: locks the
 * content folder and returns the function that unlocks it.
 */
export async function watchUpdates(
  contentDir: string,
  ignored: ReadonlyMap<string, string>,
  network: Network,
  dryRun: boolean,
  lock: () => Promise<() => void>,
): Promise<{ readonly updates: readonly PublicationUpdate[]; readonly problems: readonly ForeignProblem[] }> {
  const watched = readPublications(contentDir).map(({ fields }) => {
    const [doi, pmid] = [textOf(fields['doi']).trim(), textOf(fields['pmid']).trim()];
    return { ...(/^10\.\d+\/\S+$/.test(doi) ? { doi: doiKey(doi) } : {}), ...(/^\d+$/.test(pmid) ? { pmid } : {}) };
  });
  const search = await fetchUpdates(watched, network);
  const unlock = await lock();
  try {
    // Read again, because the office may have written while the services were asked.
    const updates = applyUpdates(
      readPublications(contentDir),
      search,
      (key) => ignored.has(key),
      (file, text) => {
        if (!dryRun) writeContent(contentDir, file, text);
      },
    );
    return { updates, problems: search.problems };
  } finally {
    unlock();
  }
}
