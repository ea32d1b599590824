import { posix } from 'node:path';
import { hasPage, type Catalog, type Content } from '../../catalog/build-catalog.ts';
import type { AssetOwner } from '../../compile/read-assets.ts';
import { plainName } from '../../domain/pages/plain-name.ts';
import { pdfAddress } from '../../domain/publication/pdf-address.ts';
import type { PublicationSummary } from '../../domain/publication/publication-summary.ts';

/**
 * Content files that refer to pictures and other files, each with the folder of its page. The PDF of a publication may also be
 * beside its file without a link. `others`: files beside publications.
 */
export function* assetOwners(
  publications: readonly Pick<PublicationSummary, 'file' | 'slug' | 'assets' | 'files'>[],
  { people }: Pick<Content, 'people'>,
  { pages, site }: Pick<Catalog, 'pages' | 'site'>,
  others: ReadonlySet<string>,
): Generator<AssetOwner> {
  for (const { file, slug, assets, files = [] } of publications) {
    const named = files.find(({ rel }) => rel === 'pdf')?.file;
    const own =
      named === undefined && others.has(`${file.slice(0, file.lastIndexOf('/') + 1)}${slug}.pdf`)
        ? [`./${slug}.pdf`]
        : [];
    const sources = own.length === 0 ? assets : [...new Set([...assets, ...own])];
    if (sources.length === 0) continue;
    const pdf = plainName(named ?? `${slug}.pdf`);
    yield { file, folder: `publications/${slug}/`, sources, outputs: new Map([[pdf, pdfAddress(slug).slice(1)]]) };
  }
  for (const person of people.values())
    if (person.image && hasPage(person))
      yield { file: person.file, folder: `people/${person.id}/`, sources: [person.image.src] };
  for (const { file, id, locale, assets } of pages) {
    if (assets.length > 0)
      yield { file, folder: `${locale === site.locales[0] ? '' : `${locale}/`}${id}/`, sources: assets };
  }
}

/** Paths, from the content folder, of the files that content files refer to. */
export function namedFiles(
  ...owners: readonly (readonly { readonly file: string; readonly assets: readonly string[] }[])[]
): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { file, assets } of owners.flatMap((own) => own.filter(({ assets }) => assets.length > 0)))
    for (const asset of assets) named.add(posix.join(posix.dirname(file), asset));
  return named;
}
