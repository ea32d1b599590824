import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Site } from '../../../domain/institute/site.ts';
import { readImportSettings } from '../../../build/content/read-import-settings.ts';
import { planImport } from '../../../editor/model/plan-import.ts';
import type { Answer, ImportPreview, ImportRequest } from '../../../editor/stores/store.ts';
import { applyImportSettings } from '../../../import/apply-import-settings.ts';
import { readIdentifierList } from '../../../import/fetch/requested-identifiers.ts';
import type { Network } from '../../../import/fetch/services.ts';
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
  const value = planImport(sources, readExisting(contentDir, site?.locales[0] ?? 'en'), {
    today: new Date().toISOString().slice(0, 10),
    versionOf: (_, text) => createHash('sha256').update(text).digest('hex'),
  });
  return { ok: true, value };
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
