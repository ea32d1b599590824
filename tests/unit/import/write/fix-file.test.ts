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
        .replace('"https://doi.org/10.5555/12345678"', '10.5555/12345678')
        .replace('keyword:', 'keywords:'),
    );
    expect(fixes.map(({ field }) => field)).toEqual(['Title', 'authors[1].orcid', 'pages', 'doi', 'keyword']);
    expect(compileText('publications/a.mdx', text).problems.map(({ name }) => name)).toEqual(['unknown-key']);
    expect(fixFile(text)).toEqual({ text, fixes: [] });
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
