import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locateProblems } from '../../compile/locate-problems.ts';
import type { Site } from '../../domain/institute/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { Settings } from '../../project/settings.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import { askLinks, isGone, withoutFragment } from './ask-links.ts';
import { askOverNetwork, keptAnswers } from './ask-over-network.ts';
import { findOutsideLinks } from './find-outside-links.ts';

export interface OutsideLinkReport {
  /** A warning for each link whose page is gone. */
  readonly problems: readonly Problem[];
  readonly asked: number;
  /** Addresses whose answer says nothing about the page. */
  readonly unclear: number;
}

/** Asks for every page of other sites to which the content links. */
export async function checkOutsideLinks(
  store: CatalogStore,
  settings: Settings,
  site: Site | undefined,
  progress: (done: number, total: number) => void,
): Promise<OutsideLinkReport> {
  const links = [...findOutsideLinks(store.sources.all(), (path) => store.sources.requireRecord(path))];
  const answers = keptAnswers(settings.cacheDir);
  const urls = new Set(links.map(({ url }) => url));
  const found = await askLinks(urls, {
    ask: askOverNetwork(site?.url),
    cache: answers,
    pause: () => new Promise((resolve) => setTimeout(resolve, 250)),
    progress,
  }).finally(() => answers.write());
  const problems = links
    .filter(({ url }) => isGone(found.get(withoutFragment(url))))
    .map(({ url, ...place }): Problem => {
      const status = found.get(withoutFragment(url)) ?? 0;
      return {
        severity: 'warning',
        name: 'outside-link-gone',
        ...place,
        message: `${url} is gone: its server answers ${status}`,
        hint: 'write the address that the page has now, link to a copy in an archive, or delete the link',
      };
    });
  const textOf = (file: string) => readFileSync(join(settings.contentDir, file), 'utf8').normalize('NFC');
  return {
    problems: locateProblems(problems, textOf),
    asked: found.size,
    unclear: [...found.values()].filter((status) => status === undefined).length,
  };
}
