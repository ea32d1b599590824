import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { searchSources } from '../../src/site-plan/search-sources.ts';
import { readContentFolder } from '../../src/build/read-content-folder.ts';
import { richTextToPlain } from '../../src/domain/text/rich-text.ts';
import type { SearchSource } from '../../src/domain/pages/search-source.ts';
import { prepareSearchIndex } from '../../src/search/search-index.ts';
import { readSettings } from '../../src/project/settings.ts';

// search-index-run.ts KIND FOLDER: indexes CONTENT_DIR as Colophon does (`ours`), or with Pagefind's defaults (`plain`).
const [kind, folder = ''] = process.argv.slice(2);
const settings = readSettings(process.env);
const { content, store } = await readContentFolder(settings, { drafts: false });
if (!content || !store) throw new Error('the content could not be read');
const catalog = content.catalog(store);
const sources = () => searchSources(catalog, (slug) => store.sources.findRecord('publications', slug)!);
const start = performance.now();
await (kind === 'plain'
  ? indexPlainly(sources())
  : prepareSearchIndex({ folder, key: 'index', count: catalog.publications.length, sources }));
const seconds = (performance.now() - start) / 1000;
store.close();
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
console.log(JSON.stringify({ seconds, files: files.length, bytes }));

/** Indexes title, authors, journal and abstract without folding. */
async function indexPlainly(all: Iterable<SearchSource>): Promise<void> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error('no index');
  for (const { publication, journal } of all) {
    const { slug, title, contributions, published, doi, abstracts } = publication;
    const authors = contributions.map(({ name }) => name.printed).join(', ');
    const plain = richTextToPlain(title);
    const abstract = abstracts.flatMap(({ sections }) => sections.map(({ text }) => text));
    const { errors } = await index.addCustomRecord({
      url: `/publications/${slug}/`,
      content: [plain, authors, journal?.title ?? publication.container, doi, String(published.year), ...abstract].join(
        '\n',
      ),
      language: 'en',
      meta: { title: plain },
    });
    if (errors.length > 0) throw new Error(errors.join());
  }
  mkdirSync(folder, { recursive: true });
  const { errors } = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  if (errors.length > 0) throw new Error(errors.join());
  await close();
}
