import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locateProblems } from '../../compile/locate-problems.ts';
import type { Site } from '../../domain/institute/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { Settings } from '../../project/settings.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import { askLinks, isGone, withoutFragment, type AskOptions, type LinkState } from './ask-links.ts';
import { askOverNetwork, keptAnswers, rulesOverNetwork, type NetworkOptions } from './ask-over-network.ts';
import { isPublicAddress } from './public-address.ts';
import { findOutsideLinks, findSettingLinks } from './find-outside-links.ts';

export interface OutsideLinkReport {
  /** A warning for each link whose page is gone. */
  readonly problems: readonly Problem[];
  /** Addresses of which the answer is known, from this run or an earlier one. */
  readonly asked: number;
  /** Addresses whose answer says nothing about the page. */
  readonly unclear: number;
  /** Addresses that robots.txt of their hosts forbids programs to ask for. */
  readonly forbidden: number;
}

/** Asks for every page of other sites to which the content links. */
export async function checkOutsideLinks(
  store: CatalogStore,
  settings: Settings,
  site: Site | undefined,
  progress: (done: number, total: number) => void,
  {
    wait = waitFor,
    isAllowed = isPublicAddress,
  }: Partial<Pick<AskOptions, 'wait'> & Pick<NetworkOptions, 'isAllowed'>> = {},
): Promise<OutsideLinkReport> {
  const links = [
    ...findSettingLinks(site),
    ...findOutsideLinks(store.sources.all(), (path) => store.sources.requireRecord(path)),
  ];
  const answers = keptAnswers(settings.cacheDir);
  const urls = new Set(links.map(({ url }) => url));
  const network = { site: site?.url, isAllowed };
  const found = await askLinks(urls, {
    ask: askOverNetwork(network),
    cache: answers,
    rulesOf: rulesOverNetwork(network),
    wait,
    progress,
  }).finally(() => answers.write());
  const problems = links
    .filter(({ url }) => isGone(found.get(withoutFragment(url))))
    .map(({ url, ...place }): Problem => {
      const status = found.get(withoutFragment(url));
      return {
        severity: 'warning',
        name: 'outside-link-gone',
        ...place,
        message: `${url} is gone: its server answers ${String(status)}`,
        hint: 'write the address that the page has now, link to a copy in an archive, or delete the link',
      };
    });
  const count = (state: LinkState) => [...found.values()].filter((one) => one === state).length;
  const textOf = (file: string) => readFileSync(join(settings.contentDir, file), 'utf8').normalize('NFC');
  return {
    problems: locateProblems(problems, textOf),
    asked: found.size - count('forbidden'),
    unclear: count('unclear'),
    forbidden: count('forbidden'),
  };
}

const waitFor = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
