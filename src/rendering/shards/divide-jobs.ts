import { hash } from 'node:crypto';
import type { Site } from '../../domain/institute/site.ts';
import { compareText } from '../../domain/problems/problem.ts';
import type { RenderJob } from '../render-job.ts';

/** A job, as far as its part depends on it. */
export type DividedJob = Pick<RenderJob, 'address' | 'kind'>;

export interface Division {
  /** Number of the part that makes the page or file at an address. */
  readonly partOf: (job: DividedJob) => number;
  /** Number of the part that makes the files of the search. */
  readonly search: number;
}

/** The work that publications are, by which they are divided. */
export interface PublicationWork {
  /** Pages of publications, in all languages. */
  readonly pages: number;
  /** Number of publications that the search has; 0 where the site has no search. */
  readonly searched: number;
}

/** `publications`: their number. */
export const workOf = ({ locales, features }: Site, publications: number): PublicationWork => ({
  pages: publications * locales.length,
  searched: features.search ? publications : 0,
});

export interface DivisionOptions extends PublicationWork {
  /** Bytes of the slugs that a page or file shows, by address; absent where it shows none. */
  readonly shown: ReadonlyMap<string, number>;
}

/**
 * Divides the pages and files of a site among parts, so that each part takes as long as any other. Every part computes the
 * same division from the same plan. The pages of a publication are divided by a hash of their address, so that most of them
 * stay in their part when others are added; then the lists, and the files of lists, fill up the parts, the largest first.
 */
export function divideJobs(jobs: Iterable<DividedJob>, of: number, { shown, ...work }: DivisionOptions): Division {
  const search = of;
  const costs = Array.from({ length: of }, () => 0);
  costs[search - 1] = work.searched * searchCost;
  const shares = dividePublications(of, work);
  const groups = new Map<string, number>();
  for (const job of jobs) {
    if (isPublication(job)) {
      costs[shares(job.address) - 1]! += 1;
      continue;
    }
    const key = groupOf(job.address);
    groups.set(key, (groups.get(key) ?? 0) + 1 + (shown.get(job.address) ?? 0) * shownCost);
  }
  const parts = new Map<string, number>();
  for (const [key, cost] of [...groups].sort(([a, costA], [b, costB]) => costB - costA || compareText(a, b))) {
    const least = costs.indexOf(Math.min(...costs));
    costs[least]! += cost;
    parts.set(key, least + 1);
  }
  return {
    search,
    partOf: (job) => (isPublication(job) ? shares(job.address) : parts.get(groupOf(job.address))!),
  };
}

/** Cost of a publication in the search, and of a byte of the slugs that a list shows; a page costs 1. Measured, roughly. */
const searchCost = 0.6;
const shownCost = 1 / 2000;

const isPublication = ({ kind }: DividedJob): boolean => kind === 'publication';

/**
 * Pages and files of one list stay together, such as `/people/x/`, `/people/x/2024/` and `/people/x.bib`: they show the same
 * publications, and the sizes of the same files.
 */
function groupOf(address: string): string {
  const [first = '', second = ''] = address.replace(/^(?:copy:|\/)/, '').split('/');
  return `${first}/${second.split('.', 1)[0]}`;
}

/**
 * The part of the pages of a publication, by their address such as `/publications/x/`. A part that has other work gets less.
 */
export function dividePublications(of: number, { pages, searched }: PublicationWork): (address: string) => number {
  const costs = Array.from({ length: of }, (_, index) => (index === of - 1 ? searched * searchCost : 0));
  // The level to which all parts can be filled: parts above it get nothing.
  let open = [...costs].sort((a, b) => a - b);
  let level = 0;
  for (; open.length > 0; open = open.slice(0, -1)) {
    level = (pages + open.reduce((sum, cost) => sum + cost, 0)) / open.length;
    if (open.at(-1)! <= level) break;
  }
  const limits: number[] = [];
  for (const cost of costs) limits.push((limits.at(-1) ?? 0) + Math.max(0, level - cost));
  const total = limits.at(-1)!;
  return (address) => {
    const position = (hash('sha256', address, 'buffer').readUInt32BE() / 2 ** 32) * total;
    const found = limits.findIndex((limit) => position < limit);
    return found === -1 ? of : found + 1;
  };
}
