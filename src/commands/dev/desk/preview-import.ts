import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Site } from '../../../domain/institute/site.ts';
import { readImportSettings } from '../../../build/content/read-import-settings.ts';
import type { Answer, FileChange, ImportPreview, ImportRequest } from '../../../editor/stores/store.ts';
import { applyImportSettings } from '../../../import/apply-import-settings.ts';
import { readIdentifierList } from '../../../import/fetch/requested-identifiers.ts';
import type { Network } from '../../../import/fetch/services.ts';
import { importPublications } from '../../../import/import-publications.ts';
import type { Settings } from '../../../project/settings.ts';
import { contactOf, fetchEffects, readServiceKeys, readServices } from '../../network/fetch-effects.ts';
import { fetchSources } from '../../import/fetch-sources.ts';
import { namesOfUnits, readExisting } from '../../read-existing.ts';
import { readInputFile, type Inputs } from '../../read-inputs.ts';

/** What an import would write, as changes that can be saved. Only answers of services are written, into the cache. */
export async function previewImport(
  settings: Settings,
  site: Site | undefined,
  request: ImportRequest,
): Promise<Answer<ImportPreview>> {
  const { contentDir } = settings;
  const { settings: written, problems } = readImportSettings(contentDir);
  // Without its settings, an import would add what they ignore.
  const fault = problems.find(({ severity }) => severity === 'error');
  if (fault)
    return {
      ok: false,
      refusal: {
        name: 'import-settings',
        message: `import.yaml has an error${fault.line === undefined ? '' : ` in line ${fault.line}`}, so nothing is imported: ${fault.message}`,
        hint: fault.hint,
      },
    };
  const { sources: given, queries }: Inputs =
    request.type === 'file'
      ? readInputFile(request.name, request.bytes, written?.columns)
      : { sources: [], queries: readIdentifierList(request.text) ?? [] };
  if (given.length === 0 && queries.length === 0)
    return {
      ok: false,
      refusal: {
        name: 'no-identifier',
        message: 'this is neither a DOI nor a number of PubMed or arXiv',
        hint: 'write one on each line, such as 10.5555/12345678 or pmid:35757629',
      },
    };
  const found = [
    ...given,
    ...(await fetchSources(queries, undefined, (ror) => namesOfUnits(contentDir, ror), networkOf(settings, site))),
  ];
  const sources = applyImportSettings(found, { ignore: written?.ignore ?? [], abstracts: written?.abstracts ?? true });
  const changes = new Map<string, FileChange>();
  const report = importPublications(
    sources,
    readExisting(contentDir, site?.locales[0] ?? 'en'),
    { update: new Set(), today: new Date().toISOString().slice(0, 10), proposePeople: false, place: 'desk' },
    {
      write: (file, text, before) => {
        const first = changes.get(file);
        const version =
          first?.version ??
          (before === undefined || first ? undefined : createHash('sha256').update(before).digest('hex'));
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
    ok: true,
    value: {
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
    },
  };
}

function networkOf(settings: Settings, site: Site | undefined): Network {
  const services = readServices(process.env);
  const contact = contactOf(site);
  const effects = fetchEffects(
    join(settings.cacheDir, 'import'),
    contact,
    false,
    () => undefined,
    services,
    readServiceKeys(process.env),
  );
  return { services, contact, effects };
}
