import { gather, type CitationFile, type Gathering } from './gather.ts';

/** Joins the citation files of publications to one file, in the same order. */
export async function gatherCitations(
  slugs: readonly string[],
  { extension, frame }: CitationFile,
  root: string,
  gathering: Gathering,
): Promise<string> {
  const texts = await gather(
    slugs,
    async (slug) => {
      const address = `${root}publications/${encodeURIComponent(slug)}${extension}`;
      const response = await fetch(address, { signal: gathering.signal });
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      return response.text();
    },
    gathering,
  );
  const { before, between, after } = frame;
  const records = texts.map((text) => text.slice(before.length, text.length - after.length));
  return before + records.join(between) + after;
}
