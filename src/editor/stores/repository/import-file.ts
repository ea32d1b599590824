import { titleKey } from '../../../domain/text/title-key.ts';
import { readSource } from '../../../import/read/read-source.ts';
import { readRecord } from '../../model/edit.ts';
import { planImport } from '../../model/plan-import.ts';
import { withoutTags } from '../../model/record-title.ts';
import type { DeskEntry, DeskKind, OpenFile } from '../../model/record.ts';
import type { ImportPreview } from '../store.ts';

interface Repository {
  /** Every record of the repository. */
  readonly entries: readonly DeskEntry[];
  /** Reads files; those that cannot be read are skipped. */
  readonly read: (files: readonly string[]) => Promise<readonly OpenFile[]>;
  /** How many files are read at most. */
  readonly limit: number;
  readonly locale: string;
  /** ISO date, such as `2024-12-03`. */
  readonly today: string;
}

/**
 * What a file of another program would add to a repository; undefined for a file that lists identifiers, which would have to be
 * looked up. A publication is known by its title here, because the list has no identifiers: only files with the title of a record
 * are read.
 */
export async function importFile(
  name: string,
  bytes: Uint8Array,
  { entries, read, limit, locale, today }: Repository,
): Promise<ImportPreview | { readonly tooMany: number } | undefined> {
  const source = readSource(name, bytes);
  if (!('source' in source)) return undefined;
  const of = (kind: DeskKind): readonly DeskEntry[] => entries.filter((entry) => entry.kind === kind);
  const titles = new Set(source.records.map(({ title = '' }) => titleKey(withoutTags(title))));
  const publications = of('publications');
  const known = publications.filter(({ title }) => titles.has(titleKey(withoutTags(title))));
  if (known.length > limit) return { tooMany: known.length };
  const alike = await read(known.map(({ file }) => file));
  const versions = new Map(alike.map(({ file, version }) => [file, version]));
  const slugs = new Map(publications.map(({ file, id }) => [file, id]));
  const named = (kind: DeskKind) => of(kind).map(({ id, title }) => ({ id, names: [title] }));
  return planImport(
    [source],
    {
      publications: alike.map(({ file, text }) => {
        const record = readRecord(text, 'publications');
        const common = { file, slug: slugs.get(file) ?? file, text };
        return record ? { ...common, ...record } : { ...common, fields: {}, body: '', broken: true };
      }),
      people: [],
      units: named('units'),
      journals: named('journals'),
      takenSlugs: new Set(slugs.values()),
      locale,
    },
    { today, versionOf: (file) => versions.get(file) },
  );
}
