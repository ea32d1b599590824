import { importPublications, type ImportSource } from '../../import/import-publications.ts';
import type { ExistingContent } from '../../import/match/existing.ts';
import type { FileChange, ImportPreview } from '../stores/store.ts';

export interface ImportPlanContext {
  /** ISO date, such as `2024-12-03`. */
  readonly today: string;
  /** The version of a file that is in the content. `text`: what it holds now. */
  readonly versionOf: (file: string, text: string) => string | undefined;
}

/** What an import would write, as changes that can be saved. Nothing is written. */
export function planImport(
  sources: readonly ImportSource[],
  existing: ExistingContent,
  { today, versionOf }: ImportPlanContext,
): ImportPreview {
  const changes = new Map<string, FileChange>();
  const report = importPublications(
    sources,
    existing,
    { update: new Set(), today, proposePeople: false, place: 'desk' },
    {
      write: (file, text, before) => {
        const first = changes.get(file);
        const version = first?.version ?? (before === undefined || first ? undefined : versionOf(file, before));
        changes.set(file, { type: 'write', file, text, ...(version === undefined ? {} : { version }) });
      },
      progress: () => undefined,
    },
  );
  const changesOf = (file: string | undefined): readonly FileChange[] => {
    const change = file === undefined ? undefined : changes.get(file);
    return change ? [change] : [];
  };
  return {
    records: report.records.map(
      ({ title, outcome, file, filled, different, unplaced, linked, similar, ...record }) => ({
        title,
        outcome: outcome === 'written' ? 'new' : outcome,
        ...(file === undefined ? {} : { file }),
        ...('reason' in record && record.reason !== undefined ? { reason: record.reason } : {}),
        filled,
        different,
        unplaced: unplaced.map(({ name, value }) => ({ name, value })),
        similar: [...(linked ? [linked.file] : []), ...similar],
        changes: outcome === 'written' || outcome === 'filled' ? changesOf(file) : [],
      }),
    ),
    journals: report.journals.flatMap(changesOf),
    problems: report.sources.flatMap(({ problems }) =>
      problems.map(({ line, message, hint }) => ({ ...(line === undefined ? {} : { line }), message, hint })),
    ),
  };
}
