import { expect, test } from 'vitest';
import { TakenPaths } from '../../../src/rendering/taken-paths.ts';

const refused = (...paths: readonly (readonly [output: string, source: string])[]) => {
  const taken = new TakenPaths<{ output: string; source: string }>(({ source }) => source);
  try {
    const all = paths.map(([output, source]) => ({ output, source }));
    expect([...taken.pass(all)]).toEqual(all);
    return undefined;
  } catch (error) {
    return error;
  }
};

test('a path is taken once, and both that want it are named', () => {
  expect(refused(['a/index.html', 'the page /a/'], ['b/index.html', 'the page /b/'])).toBeUndefined();
  expect(
    refused(['publications.bib', 'the file /publications.bib'], ['publications.bib', 'public/publications.bib']),
  ).toMatchObject({
    message: 'the file /publications.bib and public/publications.bib would both be publications.bib in the site',
    hint: 'rename public/publications.bib, or delete it',
  });
});

test('capitals do not tell two paths apart', () => {
  expect(refused(['Logo.svg', 'public/Logo.svg'], ['logo.svg', 'the file /logo.svg'])).toMatchObject({
    message:
      'public/Logo.svg and the file /logo.svg would be one file, logo.svg, on systems that do not tell capitals apart',
    hint: 'rename public/Logo.svg, or delete it',
  });
});

test('no file stands where another needs a folder, whichever comes first', () => {
  const page = ['search/index.html', 'the page /search/'] as const;
  const file = ['search', 'public/search'] as const;
  for (const paths of [
    [page, file],
    [file, page],
    [
      ['fa/search/index.html', 'the page /search/'],
      ['fa', 'public/fa'],
    ],
  ] as const)
    expect(refused(...paths)).toMatchObject({
      message: expect.stringMatching(/ cannot both be in the site: /) as string,
      hint: expect.stringMatching(/^rename public\//) as string,
    });
});
