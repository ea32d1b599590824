import type { AssetCache } from '../compile/read-assets.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { recentlyModified } from './content/source-stamp.ts';

/** What the catalog knows of files that are published as they are. */
export const assetCache = ({ assets }: CatalogStore): AssetCache => ({
  find(path, { mtimeMs, size }) {
    const known = assets.find(path);
    if (known?.mtime !== mtimeMs || known.bytes !== size) return undefined;
    const { digest, bytes, width, height } = known;
    return { digest, bytes, ...(width === null || height === null ? {} : { size: { width, height } }) };
  },
  save(path, { mtimeMs }, { digest, bytes, size }) {
    if (Date.now() - mtimeMs < recentlyModified) return;
    assets.save(path, { mtime: mtimeMs, bytes, digest, width: size?.width ?? null, height: size?.height ?? null });
  },
});
