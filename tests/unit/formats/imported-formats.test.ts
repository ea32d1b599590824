import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFormats, recogniseFormat } from '../../../src/formats/table.ts';
import { citationFormats } from '../../../src/formats/written-formats.ts';
import { evidenceRanking } from '../../../src/formats/format.ts';
import { runImport } from '../import/run-import.ts';

/**
 * A file of each format, invented from its documentation, and what its import gives: the files and what has no place.
 * `vitest -u` writes the expected texts.
 */
const folder = join(import.meta.dirname, '../../cases/imports');
const cases = readdirSync(folder)
  .filter((name) => !name.endsWith('.expected.txt'))
  .map((name) => ({ name, id: name.replace(/\..*$/, ''), text: readFileSync(join(folder, name), 'utf8') }));

describe.each(cases)('$name', ({ name, id, text }) => {
  it('is recognised by its own format, and by none that is tried before it or beside it', () => {
    const own = importFormats.find((format) => format.id === id);
    const others = importFormats.filter(
      ({ evidence, recognise }) =>
        evidenceRanking.indexOf(evidence) <= evidenceRanking.indexOf(own?.evidence ?? 'syntax') && recognise(text),
    );
    expect(others.map((format) => format.id)).toEqual([id]);
    expect(recogniseFormat(text)?.id).toBe(id);
  });

  it('is read to the expected records', async () => {
    const { files, report } = runImport(text);
    const problems = recogniseFormat(text)?.read(text).problems ?? [];
    const told = report.records.flatMap(({ outcome, reason, line, unplaced }) => [
      `line ${line}: ${outcome}${reason === undefined ? '' : `, ${reason}`}`,
      ...unplaced.map((field) => `  ${field.name}, line ${field.line ?? '?'}, ${field.reason}: ${field.value}`),
    ]);
    const said = [...problems.map((problem) => JSON.stringify(problem)), ...told];
    const written = [...files].map(([file, content]) => `=== ${file}\n${content}`);
    await expect([...written, '=== report', ...said, ''].join('\n')).toMatchFileSnapshot(
      join(folder, `${name}.expected.txt`),
    );
  });
});

it('has a file of every format that is only imported', () => {
  const own = cases.map(({ id }) => id);
  const written = citationFormats.map(({ id }) => id as string);
  const older = ['pubmed-xml', 'endnote-xml', 'crossref-json', 'openalex-json', 'europepmc-json', 'wos', 'ovid'];
  expect(importFormats.map(({ id }) => id).filter((id) => ![...own, ...written, ...older].includes(id))).toEqual([]);
});
