import type { OpenCatalog } from '../store/open-catalog.ts';
import { bulkAddress, type SiteFileOf } from '../domain/pages/site-file.ts';
import { writeBulkFile } from './citation-files.ts';
import { writeZip } from './write-zip.ts';

/** All citations in each format of the site, in one compressed file. */
export function writeCitationArchive(
  { slugs }: SiteFileOf<'citation-archive'>,
  catalog: OpenCatalog,
): Iterable<Uint8Array> {
  const [newest] = slugs;
  const published =
    newest === undefined ? undefined : catalog.page(`/publications/${newest}/`, catalog.site.locales[0]!);
  if (published?.kind !== 'publication') throw new Error('there are no publications to compress');
  return writeZip(
    catalog.site.formats.map(({ id, extension }) => ({
      name: `publications${extension}`,
      content: () =>
        writeBulkFile(
          {
            kind: 'citations',
            format: id,
            address: bulkAddress('/publications/', extension),
            newest: published.publication.published,
            bytes: 0,
            slugs: slugs.filter((slug) => catalog.citation(slug, id) !== undefined),
          },
          catalog,
        ),
    })),
  );
}
