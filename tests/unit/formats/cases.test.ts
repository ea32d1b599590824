import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publicationTypes } from '../../../src/domain/publication/publication-type.ts';
import { citationFormats } from '../../../src/formats/table.ts';
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
    it.each(citationFormats)(`of ${name} are what the case expects: $label`, (format) => {
      expect(format.write.file([makeCited(publication, context)])).toBe(readCase(`${name}${format.file.extension}`));
    });
  }

  it('hold the records in the order given', () => {
    const two = [makeCited({ slug: 'second' }), makeCited({ slug: 'first' })];
    const [bibtex, ris, nbib, csl] = citationFormats.map((format) => format.write.file(two));
    expect(bibtex?.match(/^@\w+\{\w+/gm)).toEqual(['@article{second', '@article{first']);
    expect(ris?.match(/^TY {2}- JOUR\r$/gm)).toHaveLength(2);
    expect(ris).toContain('ER  - \r\n\r\nTY  - ');
    expect(nbib?.split('\n\n')).toHaveLength(2);
    expect(JSON.parse(csl ?? '').map((item: { id: string }) => item.id)).toEqual(['second', 'first']);
  });
});
