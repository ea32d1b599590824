import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossCheckBibtex } from '../../../../src/formats/bibtex/cross-check.ts';
import { shapesOf } from '../../../../src/formats/bibtex/entry-shapes.ts';
import { toBibtexEntry } from '../../../../src/formats/bibtex/write-bibtex.ts';
import { specialCharacters, textSymbols } from '../../../../src/formats/latex/latex-symbols.ts';
import { makeCited } from '../make-cited.ts';

const withTitle = (title: string) => makeCited({ title: [title] });
const sleep = withTitle('Sleep and memory of Zürich');

describe('the second reader of BibTeX', () => {
  test('reads an entry, and not another one that is made of the same shapes', () => {
    const proved = new Set<string>();
    const wake = withTitle('Pulse and oxygen of Mürren');
    expect(shapesOf(toBibtexEntry(wake))).toEqual(shapesOf(toBibtexEntry(sleep)));
    expect(crossCheckBibtex(sleep, toBibtexEntry(wake), proved)).toMatchObject([{ field: 'title (Citation.js)' }]);
    expect(crossCheckBibtex(sleep, toBibtexEntry(sleep), proved)).toEqual([]);
    // It would find the difference, if it read the entry; our own reader finds it.
    expect(crossCheckBibtex(sleep, toBibtexEntry(wake), proved)).toEqual([]);
  });

  test.each([
    ['a sign', 'Sleep and memory of Z{\\textasciitilde}rich', 'Sleep and memory of Zürich'],
    ['a sign beside a letter', 'Sleep and memory of Z{\\"u}rich', 'Sleep and memory of Zurich'],
    ['a command', 'Sleep and memory of Z{\\"o}rich', 'Sleep and memory of Z{\\"u}rich'],
    ['a capital', 'Sleep and meMory', 'Sleep and memory'],
    ['a group', 'Sleep and {memory}', 'Sleep and memory'],
  ])('reads an entry again for %s', (_, title, before) => {
    const entry = (text: string) => `@article{a,\n  title           = {${text}}\n}\n`;
    const known = new Set(shapesOf(entry(before)));
    expect(shapesOf(entry(title)).every((shape) => known.has(shape))).toBe(false);
  });

  test.each([
    ['a type', '@article{a,\n  year = {2024}\n}', '@book{a,\n  year = {2024}\n}'],
    ['a field', '@article{a,\n  year = {2024}\n}', '@article{a,\n  date = {2024}\n}'],
    ['a month', '@article{a,\n  month = jan\n}', '@article{a,\n  month = feb\n}'],
    ['a particle', '@article{a,\n  author = {Berg, Jan}\n}', '@article{a,\n  author = {van Berg, Jan}\n}'],
    [
      'a second entry',
      '@article{a,\n  year = {2024}\n}',
      '@article{a,\n  year = {2024}\n}\n@article{a,\n  year = {2024}\n}',
    ],
  ])('reads an entry again for %s', (_, before, entry) => {
    const known = new Set(shapesOf(before));
    expect(shapesOf(entry).every((shape) => known.has(shape))).toBe(false);
  });

  const signs = [
    ...Object.keys(specialCharacters),
    ...textSymbols.map(([sign]) => sign),
    '-',
    '–',
    '’',
    '.',
    ',',
    ' ',
    ' ',
  ];
  const word = fc.stringMatching(/^[A-Z]?[a-z]{1,4}$|^[A-Z]{2}$|^[0-9]{2}$/);
  const text = fc
    .array(fc.oneof({ arbitrary: word, weight: 3 }, { arbitrary: fc.constantFrom(...signs), weight: 1 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => `A${parts.join('')}`);
  const next = (letter: string) =>
    String.fromCodePoint(letter.codePointAt(0)! + (/[zZ9]/.test(letter) ? (letter === '9' ? -9 : -25) : 1));

  test('reads every letter of a shape as it reads one of them', () => {
    fc.assert(
      fc.property(text, (title) => {
        const proved = new Set<string>();
        const first = withTitle(title);
        fc.pre(crossCheckBibtex(first, toBibtexEntry(first), proved).length === 0);
        const other = withTitle(title.replace(/[A-Za-z0-9]/g, next));
        const entry = toBibtexEntry(other);
        fc.pre(shapesOf(entry).every((shape) => proved.has(shape)));
        expect(crossCheckBibtex(other, entry, new Set())).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
