import { formatSourceQuery } from '../domain/identifiers/source-query.ts';
import { doiKey } from '../domain/identifiers/doi.ts';
import type { ForeignProblem, ForeignRecord } from '../formats/record/foreign-record.ts';
import type { ImportSettings } from '../schemas/import-settings.ts';
import { recordKeys } from './fetch/merge-records.ts';
import type { ImportSource } from './import-publications.ts';

/** `doi:…` or `pmid:…` → why the office has rejected it. Keys are those of `recordKeys`. */
export const ignoredKeys = ({ ignore }: Pick<ImportSettings, 'ignore'>): ReadonlyMap<string, string> =>
  new Map(
    ignore.map(({ id, reason }) => [id.kind === 'doi' ? `doi:${doiKey(id.value)}` : formatSourceQuery(id), reason]),
  );

/** Sources without the publications that the office has rejected, each of which is named, and without abstracts. */
export function applyImportSettings(
  sources: readonly ImportSource[],
  settings: Pick<ImportSettings, 'ignore' | 'abstracts'>,
): readonly ImportSource[] {
  const ignored = ignoredKeys(settings);
  const reasonOf = (record: ForeignRecord): string | undefined =>
    recordKeys(record)
      .map((key) => ignored.get(key))
      .find((reason) => reason !== undefined);
  return sources.map((source) => {
    const left = source.records.filter((record) => reasonOf(record) === undefined);
    return {
      ...source,
      records: settings.abstracts ? left : left.map((record) => ({ ...record, abstracts: [] })),
      ...(settings.abstracts ? {} : { abstractsOmitted: left.filter(({ abstracts }) => abstracts.length > 0).length }),
      problems: [
        ...source.problems,
        ...source.records.flatMap((record) => {
          const reason = reasonOf(record);
          return reason === undefined ? [] : [ignoredRecord(record, reason)];
        }),
      ],
    };
  });
}

const ignoredRecord = (record: ForeignRecord, reason: string): ForeignProblem => ({
  severity: 'warning',
  name: 'ignored',
  message: `${recordKeys(record)[0] ?? ''} was not imported, because import.yaml says so: ${reason}`,
  hint: 'take it out of `ignore` in import.yaml if it is yours after all',
});
