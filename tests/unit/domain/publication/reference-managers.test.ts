import { expect, test } from 'vitest';
import { defaultFormatIds, offeredFormatIds } from '../../../../src/domain/publication/offered-format.ts';
import { bestFormat, referenceManagers } from '../../../../src/domain/publication/reference-managers.ts';
import { publicationTypes, type PublicationType } from '../../../../src/domain/publication/publication-type.ts';
import { offeredFormats } from '../../../../src/formats/written-formats.ts';
import { makeCited } from '../../formats/make-cited.ts';

const all = offeredFormats(offeredFormatIds);
const few = offeredFormats([]);
const extensions = (type: PublicationType, inJournal = false, formats = offeredFormats(defaultFormatIds)) =>
  referenceManagers.map((one) => bestFormat(one, makeCited({ type }).publication, inJournal, formats)?.extension);

test.each<[type: PublicationType, inJournal: boolean, zotero: string]>([
  ['article', true, '.bib'],
  ['conference-paper', false, '.bib'],
  ['preprint', false, '.nbib'],
  ['dataset', false, '.ris'],
  ['dataset', true, '.bib'],
  ['patent', false, '.biblatex.bib'],
])('Zotero gets %s (in a journal: %s) as %s', (type, inJournal, zotero) => {
  expect(extensions(type, inJournal)[0]).toBe(zotero);
});

test('Zotero gets no preprint of a group as NBIB, in which it finds no groups', () => {
  const { publication } = makeCited({ type: 'preprint', contributions: [{ name: { group: 'Example Consortium' } }] });
  expect(bestFormat('Zotero', publication, false, all)?.id).toBe('bibtex');
});

test('EndNote gets ENW where the site offers it, and else RIS', () => {
  const { publication } = makeCited();
  expect([all, few].map((formats) => bestFormat('EndNote', publication, true, formats)?.id)).toEqual(['enw', 'ris']);
});

test('every program gets a format that the site offers', () => {
  for (const type of publicationTypes)
    for (const extension of extensions(type, false, few)) expect(['.bib', '.ris']).toContain(extension);
});

test('a program gets another format where its own is withheld, or none', () => {
  const { publication } = makeCited();
  const without = (...withheld: readonly string[]) => all.filter(({ id }) => !withheld.includes(id));
  const best = (...withheld: readonly string[]) =>
    referenceManagers.map((one) => bestFormat(one, publication, true, without(...withheld))?.id);
  expect(best('bibtex')).toEqual(['ris', 'ris', 'enw', 'biblatex']);
  expect(best('ris', 'enw')).toEqual(['bibtex', 'bibtex', undefined, 'bibtex']);
});
