import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findLosses } from '../../../../src/formats/proof/find-losses.ts';
import { comparedFields } from '../../../../src/formats/proof/format-rules.ts';
import type { CitedPublication } from '../../../../src/formats/record/cited-publication.ts';
import { bibtex } from '../../../../src/formats/bibtex/format.ts';
import type { CitationFormat } from '../../../../src/formats/format.ts';
import { citationFormats } from '../../../../src/formats/written-formats.ts';
import {
  greekLetters,
  mathSymbols,
  specialCharacters,
  textSymbols,
} from '../../../../src/formats/latex/latex-symbols.ts';
import { hostileRecords } from '../hostile-records.ts';
import { makeCited, plainAbstract } from '../make-cited.ts';
import { damages, removeField, replaceValue } from './damages.ts';

const write = (cited: CitedPublication) =>
  citationFormats.map((format) => ({ format, text: format.write.file([cited]) }));
const lossesOf = (cited: CitedPublication): readonly string[] =>
  findLosses(cited, write(cited)).map(({ message }) => message);

describe('the proof', () => {
  const folder = new URL('../../../cases/citations/', import.meta.url);
  const cases = readdirSync(folder).flatMap((file) => /^([^.]+)\.json$/.exec(file)?.[1] ?? []);

  test.each(cases)('passes for a publication of every type: %s', (name) => {
    const { publication, context } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
    expect(lossesOf(makeCited(publication, context))).toEqual([]);
  });

  /** Without records that the schema rejects: page numbers on two lines, and broken formulas. */
  const possible = hostileRecords.filter(
    ([name]) => !/formulas that do not hold|values that run over lines/.test(name),
  );

  test.each(possible)('passes for any values of a record: %s', (_, cited) => {
    expect(lossesOf(cited)).toEqual([]);
  });

  const full = makeCited(
    {
      title: ['Blood pressure ≥ 10', { tag: 'sup', children: ['3'] }, ' in Özgür’s clinic'],
      titles: { fa: ['فشار خون'] },
      contributions: [
        { name: { family: 'van der Berg', given: 'Jan', suffix: 'Jr.' }, native: { fa: 'فان در برگ' } },
        { name: { group: 'Ministry of Health and Education, Tehran' } },
      ],
      published: { year: 2024, month: 12, day: 3 },
      volume: '12',
      issue: '3',
      pages: { first: '101', last: '110' },
      doi: '10.5555/a_b',
      pmid: '12345678',
      pmcid: 'PMC1234567',
      keywords: ['sleep', 'memory'],
      mesh: ['D012890', 'D008568'],
      abstracts: [plainAbstract('People sleep.')],
      journal: 'Journal of Sleep',
    },
    { journal: { id: 'sleep', title: 'Journal of Sleep', issn: '1234-5679' } },
  );

  test('finds nothing if nothing is lost', () => {
    expect(lossesOf(full)).toEqual([]);
  });

  // prettier-ignore
  const changes: readonly (readonly [format: string, from: string, to: string, field: string])[] = [
    ['bibtex', '{\\"O}', 'O', 'title'],
    ['bibtex', 'Jr., ', '', 'authors'],
    ['bibtex', 'فان', 'فن', 'native names'],
    ['ris', 'در برگ', 'دربرگ', 'native names'],
    ['bibtex', '--110', '', 'pages'],
    ['bibtex', '10.5555/a_b', '10.5555/ab', 'doi'],
    ['bibtex', '= dec', '= nov', 'published'],
    ['ris', 'van der Berg', 'Berg', 'authors'],
    ['ris', 'EP  - 110\r\n', '', 'pages'],
    ['ris', '2024/12/03/', '2024/12//', 'published'],
    ['ris', 'KW  - memory\r\n', '', 'keywords'],
    ['ris', 'TT  - فشار خون\r\n', '', 'translated title'],
    ['nbib', 'Özgür', 'Ozgur', 'title'],
    ['nbib', 'CN  - ', 'FAU - ', 'authors'],
    ['nbib', 'PMC - PMC1234567\n', '', 'pmcid'],
    ['nbib', 'D012890 D008568', 'D012890', 'mesh'],
    ['nbib', 'AB  - People', 'AB  - Peopl', 'abstract'],
    ['csl-json', '"volume": "12"', '"volume": "13"', 'volume'],
    ['csl-json', '1234-5679', '1234-5678', 'issn'],
    ['csl-json', '<sup>3</sup>', '3', 'title'],
  ];
  test.each(changes)('finds what is lost: %s, %s → %s', (id, from, to, field) => {
    const damaged = write(full).map(({ format, text }) => {
      if (format.id !== id) return { format, text };
      expect(text).toContain(from);
      return { format, text: text.replaceAll(from, to) };
    });
    const [problem, ...rest] = findLosses(full, damaged);
    const label = citationFormats.find((format) => format.id === id)!.label;
    expect(problem).toMatchObject({
      severity: 'warning',
      name: 'citation-withheld',
      file: 'publications/example-2024.mdx',
    });
    expect([problem, ...rest].some((one) => one?.message.startsWith(`${label} does not return the ${field} of`))).toBe(
      true,
    );
  });

  test('names the field of the file', () => {
    const damage = damages.pages[0]!;
    const writeOne = (one: CitedPublication): string => bibtex.write.file([one]);
    const text = replaceValue(writeOne(damage.cited), damage, writeOne);
    expect(findLosses(damage.cited, [{ format: bibtex, text }])[0]).toMatchObject({ field: 'pages' });
  });

  test('is tried with a damage of every field', () => {
    expect(Object.keys(damages).sort()).toEqual([...comparedFields].sort());
  });

  /** What is reported of a text of one format: names of fields, or whole messages that name none. */
  const reported = (format: CitationFormat, cited: CitedPublication, text: string): readonly string[] =>
    findLosses(cited, [{ format, text }]).map(
      ({ message }) => /^.+? does not return the (.+?) of example:/.exec(message)?.[1] ?? message,
    );
  const bySecondReader = (field: string): boolean => field.endsWith(' (Citation.js)');

  describe.each(citationFormats)('of $label', (format) => {
    const cases = comparedFields.flatMap((field) =>
      damages[field].map((damage) => ({ field, type: damage.cited.publication.type, damage })),
    );
    const [without, compared] = [true, false].map((expected) =>
      cases.filter(({ field, damage }) => format.proof.rules.omits(field, damage.cited) === expected),
    );

    test.each(compared!)('names the $field of a text of type $type that has lost it', ({ field, damage }) => {
      const { cited } = damage;
      const write = (one: CitedPublication): string => format.write.file([one]);
      const text = write(cited);
      expect(reported(format, cited, text)).toEqual([]);
      const [replaced, removed] = [replaceValue(text, damage, write), removeField(text, damage, write)];
      expect([replaced, removed]).not.toContain(text);
      expect(reported(format, cited, replaced).filter((found) => !bySecondReader(found))).toEqual([field]);
      // Without the title of a chapter, MEDLINE gives that of its book instead.
      expect(reported(format, cited, removed)).toContain(field);
    });

    test.each(without!)('compares no $field of type $type, which the format does not write', ({ damage }) => {
      const text = format.write.file([damage.cited]);
      if ('mark' in damage) expect(text).not.toContain(damage.mark[0]);
      expect(reported(format, damage.cited, text)).toEqual([]);
    });
  });

  test.each(['title', 'authors', 'published', 'volume', 'pages', 'doi'] as const)(
    'asks a second reader of BibTeX for the %s',
    (field) => {
      for (const damage of damages[field]) {
        const { cited } = damage;
        const write = (one: CitedPublication): string => bibtex.write.file([one]);
        const text = replaceValue(write(cited), damage, write);
        expect(reported(bibtex, cited, text)).toEqual([field, `${field} (Citation.js)`]);
      }
    },
  );

  test('passes for an article with pages that is also in arXiv, and for an article or report with an ISBN', () => {
    const article = { journal: 'Journal of Sleep', pages: { first: '1', last: '9' } };
    expect(lossesOf(makeCited({ ...article, arxiv: '2101.00001' }))).toEqual([]);
    expect(lossesOf(makeCited({ ...article, articleNumber: 'e5', arxiv: '2101.00001' }))).toEqual([]);
    expect(lossesOf(makeCited({ ...article, isbn: '9783161484100' }))).toEqual([]);
    expect(lossesOf(makeCited({ type: 'report', publisher: 'Example', isbn: '9783161484100' }))).toEqual([]);
  });

  test('finds an additional record', () => {
    const twice = citationFormats.map((format) => ({ format, text: format.write.file([full, full]) }));
    const messages = findLosses(full, twice).map(({ message }) => message);
    for (const { label } of citationFormats)
      expect(messages.join('\n')).toContain(`${label} does not return the record of`);
  });

  /** Letters of many scripts, and characters with a meaning in a format. */
  const piece = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abcXYZ ÖüßéñçłøŠžŁİığşțșơưạếộ'), maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'سلامتیپژوهشگاه‌ ۱۲۳'), maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'عربيكتابة١٢'), maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...'中文研究論文日本の'), maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...'Кириллица исследование'), maxLength: 10 }),
    fc.string({ unit: fc.constantFrom(...'≥≤±×αβμ∆→∞⁻³₂½°'), maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...'{}\\%#@$&_^~"\'`<>;:,.()[]-–—/|=+*?!'), maxLength: 6 }),
  );
  const words = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((pieces) => `W${pieces.join(' ')}`.replace(/\s+/g, ' ').trim());

  test('passes for every character with a command in LaTeX', () => {
    const signs = [...specialCharacters, ...textSymbols, ...greekLetters, ...mathSymbols].map(([sign]) => sign);
    const lost = signs.filter((sign) => lossesOf(makeCited({ title: [`A ${sign} b${sign}c`] })).length > 0);
    expect([signs.length > 200, lost]).toEqual([true, []]);
  });

  test('passes for a superscript without a base', () => {
    for (const tex of ['^A', '_{AB}', '^{A+B}', '^2'])
      expect(lossesOf(makeCited({ title: ['The ', { tex, mathml: '' }, ' form'] }))).toEqual([]);
  });

  test('passes for any text in any script', () => {
    fc.assert(
      fc.property(words, words, words, (title, abstract, journal) => {
        const cited = makeCited({ title: [title], abstracts: [plainAbstract(abstract)], journal });
        expect(lossesOf(cited)).toEqual([]);
      }),
      { numRuns: 300, seed: 2024 },
    );
  });
});
