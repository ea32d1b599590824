import { gatherCitations, type Gathered } from './gather-citations.ts';
import { gather, type CitationFile, type Gathering } from './gather.ts';

/**
 * A CSV file of publications, in the same order. The site has CSV files only for lists, so the rows are read from the files
 * of their years. The CSL-JSON of a publication has its year and its id, with which the row begins.
 */
export async function gatherCsv(
  slugs: readonly string[],
  { root, files: formats }: { readonly root: string; readonly files: readonly CitationFile[] },
  gathering: Gathering,
): Promise<Gathered> {
  const { signal } = gathering;
  const csl = formats.find(({ extension }) => extension === '.csl.json');
  if (!csl) throw new Error('the site has no CSL-JSON');
  const { text, count } = await gatherCitations(slugs, csl, root, gathering);
  const items = JSON.parse(text) as readonly CslItem[];
  const years = [...new Set(items.map(({ issued }) => issued['date-parts'][0][0]))];
  const files = await gather(
    years,
    async (year) => {
      const response = await fetch(`${root}years/${year}.csv`, { signal });
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      // `text()` removes the byte order mark, which spreadsheets need.
      return `\ufeff${await response.text()}`.split('\r\n');
    },
    { signal, progress: () => undefined },
  );
  const rows = new Map(files.flatMap((lines) => lines.map((line) => [firstField(line), line] as const)));
  const lines = items.map(({ id }) => {
    const row = rows.get(id);
    if (row === undefined) throw new Error(`no file of a year has ${id}`);
    return row;
  });
  return { text: `${[files[0]?.[0] ?? '', ...lines].join('\r\n')}\r\n`, count };
}

const firstField = (line: string): string => {
  const [, quoted, bare = ''] = /^(?:"((?:[^"]|"")*)"|([^,]*))/.exec(line) ?? [];
  return quoted?.replaceAll('""', '"') ?? bare;
};

interface CslItem {
  readonly id: string;
  readonly issued: { readonly 'date-parts': readonly [readonly [number, ...unknown[]]] };
}
