import type { OpenCatalog } from './catalog/open-catalog.ts';
import type { SiteFileKind, SiteFileOf } from './domain/site-file.ts';
import { writeRobots } from './feeds/robots.ts';
import { urlsOf } from './page-locals.ts';

/** Text or bytes of a file; the catalog gives the page of every publication that the file names. */
type FileWriter<Kind extends SiteFileKind> = (
  file: SiteFileOf<Kind>,
  catalog: OpenCatalog,
) => string | Uint8Array | Promise<string | Uint8Array>;

/** How each kind of file is written. */
const writers: { readonly [Kind in SiteFileKind]: FileWriter<Kind> } = {
  robots: (_, catalog) => writeRobots(urlsOf(catalog), catalog.site.locales),
};

/** Bytes of the file at an address without base path, or nothing where there is no such file. */
export async function writeSiteFile(catalog: OpenCatalog, address: string): Promise<Uint8Array | undefined> {
  const file = catalog.file(address);
  if (!file) return undefined;
  const write: FileWriter<typeof file.kind> = writers[file.kind];
  const content = await write(file, catalog);
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
