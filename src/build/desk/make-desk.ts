import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseText } from '../../domain/languages/localized-text.ts';
import { apiOf, webOf, type SiteEditor } from '../../domain/institute/site-editor.ts';
import type { Site } from '../../domain/institute/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { recordsFile, type PublishedSettings } from '../../editor/model/published-settings.ts';
import type { DeskEntry } from '../../editor/model/record.ts';
import { listEntries } from '../../editor/server/list-entries.ts';
import type { Settings } from '../../project/settings.ts';
import type { CopiedFile } from '../../rendering/plan-jobs.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import { bundledDesk } from './bundled-desk.ts';
import { publishedPage } from './published-page.ts';

const entry = 'src/editor/view/published/main.ts';

/** The files below `/edit/` of the site: the desk, its page and its list. None where `features.editor` is absent. */
export async function makeDesk(
  settings: Settings,
  site: Site,
  store: CatalogStore,
  problems: readonly Problem[],
): Promise<readonly CopiedFile[]> {
  const { editor } = site.features;
  if (!editor) return [];
  const folder = join(settings.cacheDir, 'desk');
  const code = await bundledDesk(folder, entry);
  const own = {
    'index.html': publishedPage(settingsOf(site, editor)),
    [recordsFile]: JSON.stringify(publishedEntries(site, store, problems)),
  };
  for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, name), text);
  return [
    ...Object.keys(own).map((name) => copied(name, join(folder, name))),
    ...readdirSync(code).map((name) => copied(name, join(code, name))),
  ];
}

/** The settings that the page passes to its script. */
export const settingsOf = (
  site: Pick<Site, 'base' | 'locales' | 'institute' | 'trust'>,
  editor: SiteEditor,
): PublishedSettings => ({
  base: site.base,
  locales: site.locales,
  institute: chooseText(site.institute, site.locales[0] ?? 'en')?.text ?? '',
  holdsCode: site.trust === 'mdx',
  repository: {
    host: editor.host === 'forgejo' ? 'gitea' : editor.host,
    api: apiOf(editor),
    web: webOf(editor),
    repository: editor.repository,
    branch: editor.branch,
    folder: editor.folder,
  },
});

/** The records that have a page. The list is as public as the site, so it must not contain others. */
function publishedEntries(site: Site, store: CatalogStore, problems: readonly Problem[]): readonly DeskEntry[] {
  const pages = new Set(
    [...store.pageKeys()].map(
      ({ address, locale }) =>
        `${site.base}${locale === '' || locale === site.locales[0] ? '' : `/${locale}`}${address}`,
    ),
  );
  return listEntries(store.sources, problems, site, new Map()).filter(
    ({ address }) => address !== undefined && pages.has(address),
  );
}

const copied = (name: string, source: string): CopiedFile => ({
  output: `edit/${name}`,
  source,
  digest: createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 22),
});
