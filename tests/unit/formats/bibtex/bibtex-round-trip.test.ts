import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isGroup } from '../../../../src/domain/people/person-name.ts';
import { richTextToPlain } from '../../../../src/domain/text/rich-text.ts';
import type { CitedPublication } from '../../../../src/formats/record/cited-publication.ts';
import { readWithCitationJs } from '../../../../src/formats/bibtex/read-with-citation-js.ts';
import { toBibtexTitle } from '../../../../src/formats/bibtex/bibtex-title.ts';
import { foldForLatex, readLatex } from '../latex/read-latex.ts';
import { hostileRecords } from '../hostile-records.ts';
import { hostileText } from '../hostile-text.ts';
import { makeCited, plainAbstract } from '../make-cited.ts';
import { writerOf } from '../write-format.ts';

const writeBibtex = writerOf('bibtex');

// Stop Citation.js from converting English titles to sentence case.
Object.assign(plugins.config.get('@bibtex').parse, { sentenceCase: 'never' });

const parse = (bibtex: string): readonly ParsedItem[] => readWithCitationJs(bibtex);

function parseOne(cited: CitedPublication): ParsedItem {
  const items = parse(writeBibtex([cited]));
  expect(items).toHaveLength(1);
  return items[0] ?? {};
}

describe('Citation.js reads from our BibTeX', () => {
  const folder = new URL('../../../cases/citations/', import.meta.url);
  const cases = readdirSync(folder).flatMap((file) => /^([^.]+)\.json$/.exec(file)?.[1] ?? []);

  it.each(cases)('the values of the record: %s', (name) => {
    const { publication, context } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
    const cited = makeCited(publication, context);
    const { contributions, published, doi, pages, articleNumber, title, citekey } = cited.publication;
    const item = parseOne(cited);
    expect(item.id).toBe(citekey);
    if (name !== 'book')
      expect(item.author?.map(nameOf)).toEqual(
        contributions.map(({ name: own }) =>
          plain(isGroup(own) ? own.group : [own.family, own.given, own.suffix].filter(Boolean).join(', ')),
        ),
      );
    if (name !== 'conference-paper')
      expect(plain(item.title ?? '')).toBe(
        plain(`${/^(?:RETRACTED|WITHDRAWN): /.exec(item.title ?? '')?.[0] ?? ''}${richTextToPlain(title)}`),
      );
    expect(item.issued?.['date-parts']?.[0]).toEqual(
      [published.year, published.month, published.day].filter((part) => part !== undefined),
    );
    expect(item.DOI).toBe(doi);
    expect(item.page).toBe(pages ? [pages.first, pages.last].filter(Boolean).join('-') : articleNumber);
  });

  it.each(hostileRecords)('one record with its title from any values: %s', (name, cited) => {
    const item = parseOne(cited);
    expect(item.id).toBe('example-2024');
    if (!name.startsWith('formulas'))
      expect(plain(item.title ?? '')).toBe(
        plain(
          `${cited.publication.status === 'retracted' ? 'RETRACTED: ' : ''}${richTextToPlain(cited.publication.title)}`,
        ),
      );
  });

  it('one record from any text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (title, abstract, family) => {
        const cited = makeCited({
          title: [`T ${title}`],
          abstracts: [plainAbstract(abstract)],
          contributions: [{ name: { family: `F${family}`, given: 'G.' } }, { name: { family: 'Last' } }],
        });
        const item = parseOne(cited);
        expect([item.id, item.author?.length]).toEqual(['example-2024', 2]);
      }),
      { numRuns: 300, seed: 2024 },
    );
  });
});

describe('BibTeX', () => {
  const fieldOf = (cited: CitedPublication, name: string): string | undefined =>
    new RegExp(`^  ${name} += (.*?),?$`, 'm').exec(writeBibtex([cited]))?.[1];

  it.each([
    ['van der Berg', 'Jan', undefined, '{van der Berg, Jan}'],
    ['Pérez de la Cruz', 'J.', undefined, "{{P{\\'e}rez de la Cruz}, J.}"],
    ['al-Rashid', 'H.', undefined, '{{al-Rashid}, H.}'],
    ['Œuvre-Fictive', 'Noé', undefined, "{{Œuvre-Fictive}, No{\\'e}}"],
    ['King', 'M. L.', 'Jr.', '{King, Jr., M. L.}'],
    ['Suharto', undefined, undefined, '{Suharto}'],
    ['Abu Bakr', undefined, undefined, '{{Abu Bakr}}'],
    ['others', undefined, undefined, '{{others}}'],
    ['رضایی', 'علی', undefined, '{رضایی, علی}'],
  ])('writes the name %s, %s', (family, given, suffix, expected) => {
    const name = { family, ...(given === undefined ? {} : { given }), ...(suffix === undefined ? {} : { suffix }) };
    expect(fieldOf(makeCited({ contributions: [{ name }] }), 'author')).toBe(expected);
  });

  it.each([
    [
      'A pilot study of COVID-19 in Iran: The mRNA of vitamin D',
      'en',
      '{A pilot study of {COVID-19} in {Iran}: {The} {mRNA} of vitamin {D}}',
    ],
    ['Double-Blind Trials of T-Cell Therapy: A Review', 'en', '{Double-Blind Trials of {T-Cell} Therapy: {A} Review}'],
    ['Über Ärzte in Köln', 'de', '{{\\"U}ber {{\\"A}rzte} in {K{\\"o}ln}}'],
  ])('keeps the capitals that matter: %s', (title, lang, expected) => {
    expect(fieldOf(makeCited({ title: [title], lang }), 'title')).toBe(expected);
  });

  it('keeps words apart, with any character between them', () => {
    const parts = fc.constantFrom(
      'T',
      'A',
      'word',
      'mRNA',
      '{',
      '}',
      '$',
      '.',
      ' ',
      '\0',
      '\u0085',
      '\u2028',
      '\n',
      '\u00a0',
      '\u2009',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), fc.constantFrom('en', 'de'), (signs, lang) => {
        const text = `x${signs.join('')}x`;
        const latex = toBibtexTitle([text], { lang });
        expect(readLatex(latex)).toBe(foldForLatex(text));
      }),
      { numRuns: 2000, seed: 2024 },
    );
  });

  it('changes no identifier, except characters that would end the field', () => {
    expect(fieldOf(makeCited({ doi: '10.1002/(SICI)1097<1::AID-X_Y>3.0.CO;2-2#a&b' }), 'doi')).toBe(
      '{10.1002/(SICI)1097<1::AID-X_Y>3.0.CO;2-2#a&b}',
    );
    expect(fieldOf(makeCited({ doi: '10.1000/{a}%b\\c' }), 'doi')).toBe('{10.1000/%7Ba%7D%25b%5Cc}');
    expect(fieldOf(makeCited({ url: 'https://example.org/a_b?c=%20&d={e}' }), 'url')).toBe(
      '{https://example.org/a_b?c=%20&d=%7Be%7D}',
    );
  });

  it.each([
    ['رضایی۱۴۰۲', 'u631u636u627u6ccu6ccu6f1u6f4u6f0u6f2'],
    ['Müller 2024', 'Muller-2024'],
    ['a{b},c', 'abc'],
    ['{}', 'example-2024'],
  ])('writes the key %s in ASCII', (citekey, expected) => {
    expect(writeBibtex([makeCited({ citekey })])).toContain(`@article{${expected},\n`);
  });

  it('marks a retraction for readers and for programs', () => {
    const retracted = makeCited({
      status: 'retracted',
      notices: [{ type: 'retraction', date: { year: 2025, month: 2 }, doi: '10.5555/a_b' }],
    });
    expect(fieldOf(retracted, 'title')).toBe('{{RETRACTED}: {A} title}');
    expect(fieldOf(retracted, 'note')).toBe('{RETRACTED on 2025-02. Notice: https://doi.org/10.5555/a\\_b}');
  });
});

/** Citation.js returns markup for superscripts and subscripts, and keeps the dotless i of `\'\i`. */
function plain(text: string): string {
  const bare = text
    .replace(/<\/?(?:i|b|sup|sub|span[^>]*)>/g, '')
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\s]+/g, ' ')
    .trim();
  return bare
    .normalize('NFKD')
    .replace(/ı(?=\p{M})/gu, 'i')
    .replace(/[−‐‑]/g, '-')
    .normalize('NFKC');
}

const nameOf = (name: ParsedName): string =>
  plain(
    [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.given, name.suffix]
      .filter(Boolean)
      .join(', '),
  );

interface ParsedName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly 'non-dropping-particle'?: string;
}

interface ParsedItem {
  readonly id?: string;
  readonly title?: string;
  readonly author?: readonly ParsedName[];
  readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
  readonly DOI?: string;
  readonly page?: string;
}
