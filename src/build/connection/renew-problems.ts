import { basename } from 'node:path';
import { findNearDuplicates } from '../../catalog/check-catalog.ts';
import { comparePublications } from '../../catalog/publication-order.ts';
import { RepeatedTraits } from '../../catalog/repeated-traits.ts';
import { locateProblems } from '../../compile/locate-problems.ts';
import type { PartialDate } from '../../domain/dates/partial-date.ts';
import { compareText, type Problem } from '../../domain/problems/problem.ts';
import type { Entry } from '../../domain/publication/entry.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import { placeless, type AcrossProblem, type KeptConnection } from './kept-connection.ts';

const nameOfAlike = 'near-duplicate-title';

/** Whether a title of these files differs from that in the plan. */
export const isRetitled = (changed: readonly string[], store: CatalogStore): boolean =>
  changed.some((file) => {
    const planned = store.entry(basename(file, '.mdx'));
    const title = JSON.stringify(store.sources.find(file)?.summary?.title);
    return planned === undefined || JSON.stringify((JSON.parse(planned) as Entry).title) !== title;
  });

/**
 * The problems between files after a change: those of changed files at their present lines, and, where titles have changed, those
 * of alike titles found again. Undefined where all are as before.
 */
export function renewProblems(
  { problems, changed, drafts, versions }: KeptConnection,
  store: CatalogStore,
  textOf: (file: string) => string,
): readonly AcrossProblem[] | undefined {
  const retitled = isRetitled(changed, store);
  const isMoved = ({ problem, found }: AcrossProblem): boolean => found === true && changed.includes(problem.file);
  if (!retitled && !problems.some(isMoved)) return undefined;
  const kept = problems.filter((each) => !isMoved(each));
  const moved = problems.filter(isMoved).map(({ problem: { line: _line, column: _column, ...rest } }): Problem => rest);
  const located = (found: readonly Problem[]): AcrossProblem[] =>
    locateProblems(found, textOf).map((problem) => ({ problem, found: true }));
  if (!retitled) return [...kept, ...located(moved)];
  const isAlike = ({ name }: Problem): boolean => name === nameOfAlike;
  const known = new Map(kept.map((each) => [placeless(each.problem), each]));
  const alike = findAlikeTitles(store, new Set(drafts), new Map(versions)).map(
    (problem) => [problem, known.get(placeless(problem))] as const,
  );
  return [
    ...kept.filter(({ problem }) => !isAlike(problem)),
    ...alike.flatMap(([, before]) => before ?? []),
    ...located([
      ...moved.filter((problem) => !isAlike(problem)),
      ...alike.flatMap(([problem, before]) => (before ? [] : problem)),
    ]),
  ];
}

/** The warnings about alike titles of all publications but drafts that are not in the catalog. */
function findAlikeTitles(
  store: CatalogStore,
  drafts: ReadonlySet<string>,
  versions: Parameters<typeof findNearDuplicates>[2],
) {
  const repeats = new RepeatedTraits();
  const read: { readonly slug: string; readonly file: string; readonly published: PartialDate }[] = [];
  for (const summary of store.sources.summaries()) {
    if (drafts.has(summary.file)) continue;
    repeats.add(summary);
    const { slug, file, published } = summary;
    read.push({ slug, file, published });
  }
  const found = repeats.find(
    (one, other) => comparePublications(read[one]!, read[other]!) || compareText(read[one]!.file, read[other]!.file),
  );
  return findNearDuplicates(found, (index) => store.sources.find(read[index]!.file)!.summary!, versions);
}
