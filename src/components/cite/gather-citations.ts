import { gather, type CitationFile, type Gathering } from './gather.ts';

/** A file of citations. */
export interface Gathered {
  readonly text: string;
  /** Publications in it: one that has no file in the format is not. */
  readonly count: number;
}

/** Joins the citation files of publications to one file, in the same order. */
export async function gatherCitations(
  slugs: readonly string[],
  { extension, frame }: CitationFile,
  root: string,
  gathering: Gathering,
): Promise<Gathered> {
  const texts = await gather(
    slugs,
    async (slug) => {
      const address = `${root}publications/${encodeURIComponent(slug)}${extension}`;
      const response = await fetch(address, { signal: gathering.signal });
      if (isMissing(response)) return undefined;
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      return response.text();
    },
    gathering,
  );
  const present = texts.filter((text) => text !== undefined);
  const { before, between, after } = frame;
  const records = present.map((text) => text.slice(before.length, text.length - after.length));
  return { text: before + records.join(between) + after, count: present.length };
}

/** Some hosts respond to a missing address with a page of their own and status 200. */
const isMissing = ({ status, headers }: Response): boolean =>
  status === 404 || status === 410 || (headers.get('content-type') ?? '').startsWith('text/html');
