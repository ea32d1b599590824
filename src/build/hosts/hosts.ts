import type { SiteSize } from '../../domain/pages/site-size.ts';

/** A host of static sites, and how large a site may be there. The limits and their sources are in docs/hosting.md. */
export interface Host {
  readonly name: string;
  readonly limits: Partial<SiteSize>;
}

export const hosts: readonly Host[] = [
  { name: 'GitHub Pages', limits: { bytes: 1e9, largestFile: 100e6 } },
  { name: 'Netlify', limits: { fullestFolder: 54_000 } },
  { name: 'Cloudflare Pages', limits: { files: 20_000, largestFile: 25 * 2 ** 20 } },
  { name: 'Cloudflare Pages, paid', limits: { files: 100_000, largestFile: 25 * 2 ** 20 } },
];

/** What a site has too much of for a host, in the order of {@link SiteSize}. */
export const excessOf = (size: SiteSize, { limits }: Host): readonly (keyof SiteSize)[] =>
  (['files', 'bytes', 'largestFile', 'fullestFolder'] as const).filter(
    (measure) => size[measure] > (limits[measure] ?? Infinity),
  );
