import { expect, test } from 'vitest';
import { toBiblatexEntry } from '../../../src/formats/biblatex/write-biblatex.ts';
import { citationFormats } from '../../../src/formats/written-formats.ts';
import { makeCited } from './make-cited.ts';

const article = makeCited({ journal: 'University Journal of Sleep', publisher: 'University Journal of Sleep' });
const dataset = makeCited({ type: 'dataset', container: 'Sleep Archive', publisher: 'Sleep Archive' });
const written = (id: string, cited = article): string =>
  citationFormats.find((format) => format.id === id)!.write.file([cited]);

test('a journal may have the name of its publisher', () => {
  expect(written('bibtex')).toMatch(/^ {2}publisher +=/m);
  expect(toBiblatexEntry(article)).toContain('Publisher: University Journal of Sleep');
  expect(written('enw')).toContain('%I University Journal of Sleep');
});

test('an archive that publishes is named once', () => {
  expect(written('bibtex', dataset).match(/Sleep Archive/g)).toHaveLength(1);
});
