import { createHash } from 'node:crypto';
import { digestOfRunningCode } from '../project/code-digest.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import type { CompiledContent } from './compile-content.ts';

/** Digest of everything that the plan is made from: the records in their order, their files, and the code. */
export function planState(
  { catalog, assets, withheld, digestOf }: Pick<CompiledContent, 'catalog' | 'assets' | 'withheld' | 'digestOf'>,
  store: CatalogStore,
): string {
  const { site, institute, publications, pages } = catalog(store);
  const { people, units, journals, topics, excluded } = institute;
  const hash = createHash('sha256');
  const add = (value: unknown) => hash.update(JSON.stringify(value)).update('\n');
  add([digestOfRunningCode(['src/build/save-pages.ts']), store.setting('citations')]);
  add([site, [people, units, journals, topics].map((records) => [...records]), [...excluded], pages]);
  for (const { slug, file } of publications) hash.update(`${slug} ${digestOf(file)} ${file}\n`);
  add([...withheld]);
  for (const { output, digest } of assets) hash.update(`${digest} ${output}\n`);
  return hash.digest('hex');
}
