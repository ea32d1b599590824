import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileLine, readFileLines } from '../../../src/rendering/render-job.ts';

test('files are read back as they were written', () => {
  const file = fc.record({
    path: fc.stringMatching(/^[^|\n]+$/),
    size: fc.nat(),
    mtime: fc.double({ min: 0, max: 4e12, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(file), (files) => {
      const lines = files.map(({ path, size, mtime }) => fileLine(path, size, mtime)).join('\n');
      expect([...readFileLines(lines)]).toEqual(files);
    }),
  );
});

test('nothing is read of nothing', () => expect([...readFileLines('')]).toEqual([]));
