import { parseLicense } from '../../domain/publication/license.ts';

/** `https://creativecommons.org/licenses/by-nc/4.0/` is `CC-BY-NC-4.0`; undefined for any other address. */
export function licenseOfDeed(url: string): string | undefined {
  const [, kind, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i.exec(url) ?? [];
  const id =
    kind === undefined
      ? /creativecommons\.org\/publicdomain\/zero\/1\.0/i.test(url)
        ? 'CC0-1.0'
        : undefined
      : `CC-${kind.toUpperCase()}-${version}`;
  return id !== undefined && parseLicense(id).ok ? id : undefined;
}
