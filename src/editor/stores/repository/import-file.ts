import { titleKey } from '../../../domain/text/title-key.ts';
import { applyImportSettings } from '../../../import/apply-import-settings.ts';
import { readSource } from '../../../import/read/read-source.ts';
import { readRecord } from '../../model/edit.ts';
import { planImport } from '../../model/plan-import.ts';
import { withoutTags } from '../../model/record-title.ts';
import type { DeskEntry, DeskKind, OpenFile } from '../../model/record.ts';
import { importSettingsSchema, type ImportSettings } from '../../../schemas/import-settings.ts';
import type { ImportPreview } from '../store.ts';
import type { HostFault } from './host-words.ts';
import { readFields } from './read-fields.ts';

interface Repository {
  /** Every record of the repository. */
  readonly entries: readonly DeskEntry[];
  /** Content of `import.yaml`; undefined where there is none. */
  readonly settings: Uint8Array | undefined;
  /** Reads files; those that cannot be read are skipped. */
  readonly read: (files: readonly string[]) => Promise<readonly OpenFile[]>;
  /** How many files are read at most. */
  readonly limit: number;
  readonly locale: string;
  /** ISO date, such as `2024-12-03`. */
  readonly today: string;
}

/** Why nothing of a file is imported. */
interface Refused {
  readonly fault: HostFault;
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * What a file of another program would add to a repository. A file that lists identifiers is refused, because they would have to be
 * looked up. A publication is known by its title here, because the list has no identifiers: only files with the title of a record
 * are read.
 */
export async function importFile(
  name: string,
  bytes: Uint8Array,
  { entries, settings, read, limit, locale, today }: Repository,
): Promise<ImportPreview | Refused> {
  const written = readSettings(settings);
  if ('fault' in written) return written;
  const found = readSource(name, bytes, written.columns);
  if (!('source' in found)) return { fault: 'not-looked-up' };
  const sources = applyImportSettings([found], written);
  const records = sources.flatMap((source) => source.records);
  const of = (kind: DeskKind): readonly DeskEntry[] => entries.filter((entry) => entry.kind === kind);
  const titles = new Set(records.map(({ title = '' }) => titleKey(withoutTags(title))));
  const publications = of('publications');
  const known = publications.filter(({ title }) => titles.has(titleKey(withoutTags(title))));
  if (known.length > limit) return { fault: 'too-many-known', values: { count: String(known.length) } };
  const alike = await read(known.map(({ file }) => file));
  const versions = new Map(alike.map(({ file, version }) => [file, version]));
  const slugs = new Map(publications.map(({ file, id }) => [file, id]));
  const named = (kind: DeskKind) => of(kind).map(({ id, title }) => ({ id, names: [title] }));
  return planImport(
    sources,
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

/** Without its settings, an import would add what they ignore, so that a fault in them is a refusal. */
function readSettings(bytes: Uint8Array = new Uint8Array()): ImportSettings | Refused {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { fault: 'not-utf-8', values: { file: 'import.yaml' } };
  }
  const read = readFields(importSettingsSchema, text);
  if ('fields' in read) return read.fields;
  const { line = 1, message = '', hint = '' } = read.faults[0] ?? {};
  return { fault: 'import-settings', values: { line: String(line), message, hint } };
}
