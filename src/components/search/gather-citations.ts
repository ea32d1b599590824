import type { CitationFile } from './search-words.ts';

/** Files that are loaded at the same time. */
const atOnce = 12;

/**
 * One file of the citations of many publications, in their order, from the files that the site has of each. Calls
 * `progress` with the number of those that are done; ends with an error when one cannot be loaded, or on `signal`.
 */
export async function gatherCitations(
  slugs: readonly string[],
  { extension, mediaType }: CitationFile,
  root: string,
  { progress, signal }: { readonly progress: (done: number) => void; readonly signal: AbortSignal },
): Promise<Blob> {
  const texts: string[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let index = next++; index < slugs.length; index = next++) {
      const response = await fetch(`${root}publications/${encodeURIComponent(slugs[index]!)}${extension}`, { signal });
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      texts[index] = await response.text();
      progress((done += 1));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, slugs.length) }, work));
  const join = joins[extension] ?? ((all: readonly string[]) => all.join('\n'));
  return new Blob([join(texts)], { type: mediaType });
}

/** How the files of one format become one; those that are not named follow each other after an empty line. */
const joins: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  '.ris': (texts) => texts.join('\r\n'),
  '.csl.json': (texts) =>
    `${JSON.stringify(
      texts.flatMap((text) => JSON.parse(text) as unknown),
      undefined,
      2,
    )}\n`,
};
