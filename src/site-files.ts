import type { OpenCatalog } from './catalog/open-catalog.ts';
import { writeBulkFile, writeCitationFile } from './citation-files.ts';
import type { SiteFileKind, SiteFileOf } from './domain/site-file.ts';
import { writeRobots } from './feeds/robots.ts';
import { urlsOf } from './page-locals.ts';

/** Text or bytes of a file; a large one comes in pieces. */
export type FileContent = string | Uint8Array | Iterable<Uint8Array>;

/** The catalog gives the page of every publication that the file names. */
type FileWriter<Kind extends SiteFileKind> = (
  file: SiteFileOf<Kind>,
  catalog: OpenCatalog,
) => FileContent | Promise<FileContent>;

/** How each kind of file is written. */
const writers: { readonly [Kind in SiteFileKind]: FileWriter<Kind> } = {
  robots: (_, catalog) => writeRobots(urlsOf(catalog), catalog.site.locales),
  citations: writeBulkFile,
};

/** The file at an address without base path, or nothing where there is no such file. */
export async function writeSiteFile(catalog: OpenCatalog, address: string): Promise<FileContent | undefined> {
  const file = catalog.file(address);
  return file ? writeFile(file, catalog) : writeCitationFile(address, catalog);
}

function writeFile<Kind extends SiteFileKind>(
  file: SiteFileOf<Kind>,
  catalog: OpenCatalog,
): FileContent | Promise<FileContent> {
  const write: FileWriter<Kind> = writers[file.kind];
  return write(file, catalog);
}
