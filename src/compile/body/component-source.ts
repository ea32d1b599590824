import { rewritePictures } from './body-files.ts';
import { parseMdx } from './parse-body.ts';
import { splitBody } from './split-body.ts';

/**
 * The source that Astro compiles for a publication's body with code. The abstract is replaced by spaces, because it is
 * shown as data; every line keeps its number, so that an error names the author's own line.
 */
export function publicationComponentSource(source: string, assetRoot: string): string {
  const parsed = parseMdx(source);
  if ('fault' in parsed) return source;
  const { abstractNodes, abstractHeading } = splitBody(parsed.tree.children ?? []);
  let text = source;
  for (const node of [
    ...abstractNodes.filter((item) => item.type !== 'mdxjsEsm'),
    ...(abstractHeading ? [abstractHeading] : []),
  ]) {
    if (!node.position) continue;
    const { start, end } = node.position;
    text =
      text.slice(0, start.offset) +
      text.slice(start.offset, end.offset).replace(/[^\n]/g, ' ') +
      text.slice(end.offset);
  }
  return componentSource(text, assetRoot);
}

/** The source that Astro compiles for any other body with code: pictures get the addresses at which they are served. */
export function componentSource(source: string, assetRoot: string): string {
  const parsed = parseMdx(source);
  return 'fault' in parsed ? source : rewritePictures(source, parsed.tree, assetRoot);
}
