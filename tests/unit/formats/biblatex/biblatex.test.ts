import { describe, expect, test } from 'vitest';
import { publicationTypes } from '../../../../src/domain/publication/publication-type.ts';
import { biblatex } from '../../../../src/formats/biblatex/format.ts';
import type { CitedPublication } from '../../../../src/formats/record/cited-publication.ts';
import allowedFields from '../../../cases/schemas/biblatex-fields.json' with { type: 'json' };
import { hostileRecords } from '../hostile-records.ts';
import { makeCited } from '../make-cited.ts';
import { damages } from '../proof/damages.ts';

const write = (cited: CitedPublication): string => biblatex.write.file([cited]);
const details = damages.editors.map(({ cited }) => cited.publication);
const everyType = publicationTypes.flatMap((type) =>
  details.map((publication) => makeCited({ ...publication, type, isbn: '9783161484100', volume: '7', issue: '8' })),
);

/**
 * `biblatex-fields.json` is from the data model of biber 2.18 (`biber --tool-config`): of the fields that a writer of ours
 * might use, those that biblatex allows in an entry type. `annote` is its other name for `annotation` (manual, 2.2.5).
 */
describe('an entry of biblatex', () => {
  const records: readonly (readonly [string, CitedPublication])[] = [
    ...everyType.map((cited) => [`details of ${cited.publication.type}`, cited] as const),
    ...Object.values(damages).flatMap((all) => all.map(({ cited }) => ['damage', cited] as const)),
    ...hostileRecords,
  ];

  test('has only fields of the data model', () => {
    const foreign = records.flatMap(([, cited]) => {
      const [, type = '', body = ''] = /^@(\w+)\{[^\n]*\n([\s\S]*)$/.exec(write(cited)) ?? [];
      const allowed = (allowedFields as Readonly<Record<string, string>>)[type]?.split(' ') ?? [];
      return [...body.matchAll(/^ {2}([a-z]+)(?:\+an:orcid)? *= \{/gm)].flatMap(([, field = '']) =>
        allowed.includes(field === 'annote' ? 'annotation' : field) ? [] : [`${type}: ${field}`],
      );
    });
    expect([...new Set(foreign)]).toEqual([]);
  });

  test('loses nothing for which its type has no field', () => {
    for (const cited of everyType) {
      const [record] = biblatex.read(write(cited)).records;
      expect([record?.isbn?.replaceAll('-', ''), record?.volume, record?.issue, record?.type]).toEqual([
        '9783161484100',
        '7',
        '8',
        cited.publication.type,
      ]);
    }
  });

  test('keeps letters and signs of every script, and writes only the signs of LaTeX in another way', () => {
    const title = 'Özgür, Łódź, Việt, α ≥ 10⁻³ m², 中文, سلام';
    expect(write(makeCited({ title: [title], lang: 'fa' }))).toContain('Özgür');
    const [, written] = /title += \{(.*)\}/.exec(write(makeCited({ title: [title], lang: 'fa' }))) ?? [];
    expect(written?.replace(/[{}]/g, '')).toBe(title);
    expect(write(makeCited({ keywords: ['50 % & more_or #1'] }))).toContain('50 \\% \\& more\\_or \\#1');
  });

  test('has the number in arXiv or PubMed as its eprint, and the other as a note', () => {
    const both = write(makeCited({ arxiv: '2101.00001', pmid: '123' }));
    expect(both).toMatch(/eprint += \{2101\.00001\},\n {2}eprinttype += \{arxiv\}/);
    expect(both).toContain('PMID: 123');
    expect(write(makeCited({ pmid: '123' }))).toMatch(/eprint += \{123\},\n {2}eprinttype += \{pubmed\}/);
  });
});
