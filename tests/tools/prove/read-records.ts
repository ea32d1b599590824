import { join } from 'node:path';
import { readContentFolder } from '../../../src/build/read-content-folder.ts';
import { savePages } from '../../../src/build/save-pages.ts';
import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { readSettings } from '../../../src/project/settings.ts';
import { catalogVariable, openCatalog } from '../../../src/store/open-catalog.ts';

/** The records of the content that a site was built from, in the order of its files. */
export async function readRecords(
  environment: Readonly<Record<string, string | undefined>>,
  site: string,
  folder: string,
): Promise<readonly CitedPublication[]> {
  const settings = readSettings({ ...environment, OUT_DIR: site, CACHE_DIR: join(folder, 'cache') });
  const { content, store, problems } = await readContentFolder(settings, { drafts: false });
  if (!content || !store) throw new Error(problems.map(({ message }) => message).join('\n') || 'there is no content');
  savePages(content, store);
  const { publications } = content.catalog(store);
  store.close();
  process.env[catalogVariable] = settings.catalogFile;
  const catalog = openCatalog();
  const [locale = 'en'] = catalog.site.locales;
  return publications.map(({ slug }) => {
    const page = catalog.page(`/publications/${slug}/`, locale);
    if (page?.kind !== 'publication') throw new Error(`the content has no publication ${slug}`);
    return page;
  });
}
