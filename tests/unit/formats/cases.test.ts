import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findByExtension } from '../../../src/domain/publication/offered-format.ts';
import { publicationTypes } from '../../../src/domain/publication/publication-type.ts';
import { citationFormats } from '../../../src/formats/written-formats.ts';
import { makeCited } from './make-cited.ts';

const folder = new URL('../../cases/citations/', import.meta.url);
const names = readdirSync(folder).flatMap((file) => /^([^.]+)\.json$/.exec(file)?.[1] ?? []);
const readCase = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

describe('citation files', () => {
  it('have a case for every type of publication', () => {
    expect(names.map((name) => JSON.parse(readCase(`${name}.json`)).publication.type).sort()).toEqual(
      [...publicationTypes].sort(),
    );
  });

  for (const name of names) {
    const { publication, context } = JSON.parse(readCase(`${name}.json`));
    it.each(citationFormats)(`of ${name} are what the case expects: $label`, async (format) => {
      const expected = fileURLToPath(new URL(`${name}${format.file.extension}`, folder));
      await expect(format.write.file([makeCited(publication, context)])).toMatchFileSnapshot(expected);
    });
  }

  it.each(citationFormats)('hold the records in the order given: $label', ({ write, read }) => {
    const two = ['Second', 'First'].map((title) => makeCited({ slug: title.toLowerCase(), title: [title] }));
    const text = write.file(two);
    const { before, between, after } = write.frame();
    expect(text).toBe(before + two.map(write.record).join(between) + after);
    expect(read(text).records.map(({ title }) => title)).toEqual(['Second', 'First']);
  });

  it.each(citationFormats)('of $label have an extension that tells them from all others', ({ id, file }) => {
    const found = findByExtension(
      citationFormats,
      `/publications/x${file.extension}`,
      (format) => format.file.extension,
    );
    expect(found?.id).toBe(id);
  });
});
