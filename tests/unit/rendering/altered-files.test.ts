import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAltered, findAlteredInThread } from '../../../src/rendering/altered/altered-files.ts';
import { fileLine } from '../../../src/rendering/render-job.ts';
import { CatalogStore } from '../../../src/store/catalog-store.ts';
import { temporaryFolder } from '../../support/build-site.ts';

/** A published site of pages with two files each, as the catalog knows it. */
function publishedSite(...pages: readonly string[]) {
  const folder = temporaryFolder();
  const outDir = join(folder, 'dist');
  mkdirSync(outDir);
  const catalogFile = join(folder, 'cache/catalog.db');
  const store = new CatalogStore(catalogFile, 'write');
  const rows = pages.map((page) => ({
    address: `/${page}/`,
    locale: 'en',
    key: 'k',
    files: [`${page}.html`, `${page}.bib`]
      .map((name) => {
        writeFileSync(join(outDir, name), page);
        const { size, mtimeMs } = statSync(join(outDir, name));
        return fileLine(name, size, mtimeMs);
      })
      .join('\n'),
  }));
  store.transaction(() =>
    store.saveRendered(
      rows.map((row) => ({ ...row, links: new Uint8Array() })),
      [],
    ),
  );
  return { outDir, catalogFile, store };
}

test('pages whose files were changed, touched or deleted are found, here and in a thread', async () => {
  const { outDir, catalogFile, store } = publishedSite('same', 'longer', 'touched', 'gone');
  writeFileSync(join(outDir, 'longer.bib'), 'longer than before');
  utimesSync(join(outDir, 'touched.html'), 1, 1);
  rmSync(join(outDir, 'gone.html'));
  const altered = new Set(['/longer/\nen', '/touched/\nen', '/gone/\nen']);
  expect(findAltered(store, outDir)).toEqual(altered);
  expect(await findAlteredInThread({ catalogFile, outDir }, 1)).toEqual(altered);
  store.close();
});

test('no thread looks at a small site, at one without a catalog, or at a catalog that cannot be read', async () => {
  const { outDir, catalogFile, store } = publishedSite('same');
  store.close();
  expect(await findAlteredInThread({ catalogFile, outDir })).toBeUndefined();
  writeFileSync(catalogFile, 'not a catalog');
  expect(await findAlteredInThread({ catalogFile, outDir }, 1)).toBeUndefined();
  rmSync(catalogFile);
  expect(await findAlteredInThread({ catalogFile, outDir }, 1)).toBeUndefined();
});
