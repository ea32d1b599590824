import { gather, type Gathering } from './gather.ts';

/** Joins the citation files of publications to one file, in the same order. */
export async function gatherCitations(
  slugs: readonly string[],
  extension: string,
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
  return (joins[extension] ?? ((all) => all.join('\n')))(texts);
}

/** How to join files, by extension; files of all other formats are joined with an empty line between them. */
const joins: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  '.ris': (texts) => texts.join('\r\n'),
  '.csl.json': (texts) =>
    `${JSON.stringify(
      texts.flatMap((text) => JSON.parse(text) as unknown),
      undefined,
      2,
    )}\n`,
};
