import { digestOfFiles, packageVersions } from '../../project/code-digest.ts';
import { programDir, type Settings } from '../../project/settings.ts';
import type { PartOrigin } from '../../rendering/shards/part.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';
import type { CompiledContent } from '../compile-content.ts';
import { digestText } from '../digest-text.ts';

/** Digests by which a merge checks that parts fit together, and finds what differs where they do not. */
export const partOrigin = (
  { publicDir }: Settings,
  { assets, site, styleDigest }: CompiledContent,
  store: CatalogStore,
): Omit<PartOrigin, 'plan'> => ({
  content: digestText(
    JSON.stringify([
      store.sources.digestOfAll(),
      assets.map(({ output, digest }) => `${output} ${digest}`).sort(),
      digestOfFiles(publicDir, ['']),
    ]),
  ),
  // The version of Node decides the order of names and the format of dates.
  program: digestOfFiles(
    programDir,
    ['src', 'astro.config.mjs', 'tsconfig.json', ...packageVersions],
    [process.version],
  ),
  settings: digestText(JSON.stringify([site, styleDigest])),
});
