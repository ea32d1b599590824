import { parentPort, workerData } from 'node:worker_threads';
import { readContentFolder } from '../../build/read-content-folder.ts';
import { savePages } from '../../build/save-pages.ts';
import type { Settings } from '../../project/settings.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import type { ReadReply, ReadRequest } from './content-reader.ts';
import { createIndexer } from './live-index.ts';

const settings = workerData as Settings;
const reply = (message: ReadReply): void => parentPort?.postMessage(message);
const index = createIndexer(settings, reply);

parentPort?.on('message', (request: ReadRequest) => void read(request));

async function read({ keepSite, indexesAll }: ReadRequest): Promise<void> {
  const { site, content, problems, store } = await readContentFolder(settings, {
    drafts: true,
    keepSite,
    holdBack: 'unreadable',
    afterReading: (changed, { sources }) =>
      reply({ type: 'files', readable: changed.every((file) => sources.find(file)?.hasRecord) }),
  });
  let components: string | undefined;
  try {
    if (site && content && store) {
      savePages(content, store);
      // What the pages show from now on is the last good state of each file.
      store.transaction(() => store.sources.markPublished());
      components = componentsOf(store);
      index(content, indexesAll);
    }
  } finally {
    store?.close();
  }
  reply({ type: 'content', site, problems, assets: content?.assets ?? [], components });
}

/** The bodies with components, and the digests of their files. */
const componentsOf = ({ sources }: CatalogStore): string =>
  JSON.stringify(sources.componentFiles().map((file) => [file, sources.find(file)?.digest]));
