import { describe, expect, it } from 'vitest';
import { fixFile } from '../../../../src/import/write/fix-file.ts';
import { compileText } from '../../../support/make.ts';

const broken = `---
# a remark
Title: "An example"   # kept
authors:
  - { name: "Karimi, Sara", orcid: https://orcid.org/0000-0002-1825-0097 }
published: 2024
pages: 101–110
doi: "https://doi.org/10.5555/12345678"
keyword: [sleep]
issn: 1746-0751
---
Text – with a dash.
`;

describe('a value with one clear meaning', () => {
  it('is repaired, and nothing else changes', () => {
    const { text, fixes } = fixFile(broken);
    expect(text).toBe(
      broken
        .replace('Title:', 'title:')
        .replace('https://orcid.org/0000', '0000')
        .replace('101–110', '101-110')
        .replace('https://doi.org/10.5555/12345678', '10.5555/12345678')
        .replace('keyword:', 'keywords:'),
    );
    expect(fixes.map(({ field }) => field)).toEqual(['Title', 'authors[1].orcid', 'pages', 'doi', 'keyword']);
    expect(compileText('publications/a.mdx', text).problems.map(({ name }) => name)).toEqual(['unknown-key']);
    expect(fixFile(text)).toEqual({ text, fixes: [] });
  });

  it.each([
    ['people', 'names: [A]\norcid: https://orcid.org/0000-0002-1825-0097\n', 'orcid: 0000-0002-1825-0097'],
    ['units', 'name: A\nror: "https://ror.org/01c4pz451"\n', 'ror: "01c4pz451"'],
    ['journals', 'title: A\nISSN: 17460751\neissn: ISSN 1746-076X\n', 'issn: 1746-0751\neissn: 1746-076X'],
    ['topics', 'label: A\nmesh: mesh:d001172\n', 'mesh: D001172'],
  ] as const)('is repaired in files of %s', (kind, text, repaired) => {
    const fixed = fixFile(text, kind);
    expect(fixed.text.split('\n').slice(1).join('\n')).toBe(`${repaired}\n`);
    expect(fixFile(fixed.text, kind)).toEqual({ text: fixed.text, fixes: [] });
  });

  it('is repaired in lists, and where it is a licence or a date', () => {
    const { text } = fixFile('---\nlicense: MITT\nmesh: ["mesh:d001172"]\npublished: 2024/12/03\n---\n');
    expect(text).toBe('---\nlicense: MIT\nmesh: ["D001172"]\npublished: 2024-12-03\n---\n');
  });

  it('is repaired beside a value that cannot be, because other places refer to it', () => {
    const own = '---\ndoi: &d https://doi.org/10.5555/1\nextra: { Source: *d }\npages: 1–2\n---\n';
    const { text, fixes } = fixFile(own);
    expect(text).toBe(own.replace('1–2', '1-2'));
    expect(fixes.map(({ field }) => field)).toEqual(['pages']);
  });

  it('is repaired in a file with a byte order mark and the line breaks of Windows', () => {
    const { text } = fixFile('\ufeff---\r\nTitle: A # kept\r\npages: 1–2\r\n---\r\n');
    expect(text).toBe('\ufeff---\r\ntitle: A # kept\r\npages: 1-2\r\n---\r\n');
  });

  it.each([
    ['a number with a wrong check digit', 'authors: [{ name: A, orcid: 0000-0002-1825-0098 }]'],
    ['a field whose right name is there already', 'doi: 10.5555/1\nDOI: 10.5555/2'],
    ['a page with a hyphen of its own', 'pages: S1-S9'],
    ['broken YAML', 'title: "open'],
    ['text without fields', ''],
  ])('is not %s', (_, yaml) => {
    const text = yaml === '' ? 'No fields.' : `---\n${yaml}\n---\n`;
    expect(fixFile(text)).toEqual({ text, fixes: [] });
  });
});
