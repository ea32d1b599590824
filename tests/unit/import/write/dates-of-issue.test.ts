import { describe, expect, it } from 'vitest';
import { runImport } from '../run-import.ts';

const early =
  'TY  - JOUR\nAU  - Karimi, R\nTI  - Small examples of sleep\nT2  - BIOLOGICAL EXAMPLES\nDO  - 10.5555/aa.22\nC6  - DEC 2022\nER  -\n';
const issued = (date: string): string =>
  early.replace('C6  - DEC 2022', `PY  - ${date}\nVL  - 30\nIS  - 2\nSP  - 101\nEP  - 110`);

const again = (before: ReadonlyMap<string, string>, text: string) => {
  const { files, report } = runImport(text, before);
  return { text: [...files].find(([file]) => file.endsWith('.mdx'))?.[1] ?? '', record: report.records[0] };
};

describe('a paper that was online first and is imported again', () => {
  it('has the date and the place of its issue', () => {
    const { text, record } = again(runImport(early).files, issued('2023/03'));
    expect(text).toMatch(/volume: 30\nissue: 2\npages: 101-110\npublished: 2023-03\nonline: 2022-12\n/);
    expect(record).toMatchObject({ filled: ['volume', 'issue', 'pages', 'published', 'online'], different: [] });
  });

  it('keeps comments and everything else', () => {
    const { files } = runImport(early);
    const [[file = '', text = ''] = []] = files;
    const edited = text
      .replace('published: 2022-12', 'published: 2022-12 # proof read')
      .replace('Karimi, R', 'Karimi, Reza');
    expect(again(new Map([[file, edited]]), issued('2023/03')).text).toMatch(
      /"Karimi, Reza"[^]*published: 2023-03 # proof read\nonline: 2022-12\n/,
    );
  });

  it('changes nothing when it is imported once more, or from its early record', () => {
    const once = runImport(issued('2023/03'), runImport(early).files).files;
    expect(runImport(issued('2023/03'), once).written.size).toBe(0);
    expect(runImport(early, once).written.size).toBe(0);
  });

  it.each([
    ['an earlier date', '2021/03', (text: string) => text],
    ['a file with a place', '2023/03', (text: string) => text.replace('published:', 'volume: 30\npublished:')],
    [
      'a file with a date online',
      '2023/03',
      (text: string) => `${text.replace('---\n\n', '').replace(/---\n$/, '')}online: 2022-11\n---\n`,
    ],
  ])('keeps the date of a person, and names the other: %s', (_, date, edit) => {
    const { files } = runImport(early);
    const [[file = '', text = ''] = []] = files;
    const { text: after, record } = again(new Map([[file, edit(text)]]), issued(date));
    expect(after).toContain('published: 2022-12\n');
    expect(record?.different).toContainEqual(expect.objectContaining({ field: 'published', file: '2022-12' }));
  });
});
