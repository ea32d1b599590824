import { findLinks, hasFragment, type LinkSource } from './find-links.ts';
import { hashPath, hasPath } from './path-set.ts';
import type { FoundLink, RenderJob } from './render-job.ts';
import type { FileContent } from './write-site-file.ts';

/** The links of a page or file, by their targets. */
export interface PageLinks {
  /** Hashes of the paths that it links to, for later builds in which the page does not change. */
  readonly hashes: Uint8Array;
  /** Paths that no planned file has, and fragments of the page itself that it lacks. */
  readonly missing: readonly FoundLink[];
  /** Links to parts of other pages. */
  readonly parts: readonly FoundLink[];
}

/** The links of what a job has made. `known`: paths of the planned files, as a path set. */
export function pageLinks(
  { output, address, locale }: RenderJob,
  files: readonly (readonly [path: string, content: FileContent])[],
  { known, ...site }: Omit<LinkSource, 'output'> & { readonly known: SharedArrayBuffer },
): PageLinks {
  const content = files.find(([path]) => path === output)?.[1];
  const text = textOf(output, content);
  const links = text === undefined ? [] : findLinks(text, { output, ...site });
  const found = links.map(({ path, fragment }): FoundLink => ({
    address,
    locale,
    path,
    ...(fragment === undefined ? {} : { fragment }),
  }));
  const missing = found.filter(({ path, fragment }) =>
    path === output && fragment !== undefined ? !hasFragment(text!, fragment) : !hasPath(known, path),
  );
  const parts = found.filter(({ path, fragment }) => fragment !== undefined && path !== output);
  const hashes = Uint32Array.from(new Set(links.map(({ path }) => hashPath(path))));
  return { hashes: new Uint8Array(hashes.buffer), missing, parts };
}

/** Text of a file that may hold links. Large files, which come in pieces, are lists of citations. */
function textOf(output: string, content: FileContent | undefined): string | undefined {
  if (typeof content === 'string') return content;
  return content instanceof Uint8Array && /^_astro\/.*\.(?:css|js)$/.test(output)
    ? new TextDecoder().decode(content)
    : undefined;
}
