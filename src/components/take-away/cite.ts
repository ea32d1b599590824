import type { Messages } from '../page/script-words.ts';
import { citeMany, type TakeAwaySettings } from './take-away.ts';
import { citeOne } from './cite-one.ts';
import { loadPublication } from './load-publication.ts';

/** Opens the Cite dialog for publications of a list; for a single one, that of its page. */
export async function cite(
  count: number,
  slugs: () => Promise<readonly string[]>,
  words: TakeAwaySettings & Messages,
): Promise<void> {
  const section = count === 1 ? await loadSection(slugs, words.publications) : undefined;
  if (section) await citeOne(section);
  else citeMany(count, slugs, words);
}

/** The section of the publication's page; undefined where it cannot be loaded. */
async function loadSection(
  slugs: () => Promise<readonly string[]>,
  publications: string,
): Promise<HTMLElement | undefined> {
  try {
    const [slug = ''] = await slugs();
    const loaded = await loadPublication(slug, publications, new AbortController().signal);
    return loaded?.page.querySelector<HTMLElement>('#cite') ?? undefined;
  } catch {
    // The dialog for several publications then shows the error.
    return undefined;
  }
}
