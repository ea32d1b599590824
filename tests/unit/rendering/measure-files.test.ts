import { expect, test } from 'vitest';
import { offeredFormats } from '../../../src/formats/written-formats.ts';
import { measureFiles } from '../../../src/rendering/measure-files.ts';
import { fileLine } from '../../../src/rendering/render-job.ts';

const previous = (files: Readonly<Record<string, number>>) =>
  Object.entries(files)
    .map(([path, size]) => fileLine(path, size, 1.5))
    .join('\n');

test('a site is measured from the lines of its jobs, with all formats and with those that are always offered', () => {
  const jobs = [
    { previous: previous({ 'publications/a/index.html': 30, 'publications/a.bib': 10, 'publications/a.ris': 11 }) },
    { previous: previous({ 'publications/a.biblatex.bib': 100, 'publications/a.csl.json': 13 }) },
    { previous: previous({ 'index.html': 20 }) },
    { previous: '' },
  ];
  expect(measureFiles(jobs, offeredFormats())).toEqual({
    // The folder `publications` holds four files and the folder `a`.
    size: { files: 6, bytes: 184, largestFile: 100, fullestFolder: 5 },
    withFewestFormats: { files: 4, bytes: 71, largestFile: 30, fullestFolder: 3 },
  });
});

test('an empty site has no files', () => {
  const nothing = { files: 0, bytes: 0, largestFile: 0, fullestFolder: 0 };
  expect(measureFiles([], offeredFormats())).toEqual({ size: nothing, withFewestFormats: nothing });
});
