import { describe, expect, it } from 'vitest';
import type { ParsedRecords } from '../../../src/formats/record/foreign-record.ts';
import { importFormats, recogniseFormat } from '../../../src/formats/table.ts';
import { slow } from '../../support/slow.ts';
import { databaseFormats, nested, type TestedFormat } from './database-files.ts';
import { markupFormats } from './markup-files.ts';
import { runImport } from './run-import.ts';
import { serviceAnswers } from './service-answers.ts';

/**
 * Every word of every field of a source must be in a file or in the report. Each field gets words that occur nowhere else,
 * in the forms in which values are written; a reader may neither drop a word nor join it to another.
 */

/** Tags of RIS and of Web of Science, with their variants, and three that nobody knows. */
const tags =
  'A1 A2 A3 A4 AB AD AF AI AN AO AR AU AV BE BF BN BP BT C1 C2 C3 C4 C6 C7 C8 CA CL CN CO CP CR CT CY D2 DA DB DE DI DO DP DT EA ED EI EM EP ET EY FU FX GA GP GR HC HO ID IN IP IS J1 J2 J9 JA JF JI JN JO JP KW L1 L2 L3 L4 LA LB LG LK LP LW M1 M2 M3 M4 MA N1 N2 NB NL NO NR NV OA OI OP PA PB PC PD PG PI PM PN PP PS PU PY QQ RC RI RN RP RS SC SE SF SI SN SO SP ST SU T1 T2 T3 TA TC TI TS TT U1 U2 U3 U4 U5 UR UT VL VN VO WC WE WP XX Y1 Y2 YR Z9 ZA ZZ'.split(
    ' ',
  );

const bibtexNames =
  'title subtitle shorttitle author editor translator journal journaltitle booktitle eventtitle maintitle series volume number issue edition pages eid year date month day publisher school institution organization address location isbn issn eissn doi url urldate eprint archiveprefix eprinttype pmid pmcid keywords author_keywords abstract affiliation affiliations correspondence_address language langid note annotation type document_type entrysubtype howpublished chapter version pagetotal origtitle copyright shortjournal abbrev_source_title source file orcid-numbers funding-acknowledgement oa early-access-date nativeauthor translatedtitle author+an keywords+ funding_details earlyaccessdate pubmedid journal-iso researcherid-numbers articleno crossref-x unknown-field'.split(
    ' ',
  );

const medlineTags =
  'AB AD AID AU AUID BTI CDAT CDAT CI CIN CN COI CON CP CRDT CRF CRI CTDT CTI DA DCOM DDIN DEP DP DRDT DRIN ECF ECI EDAT EFR EIN ED EN FAU FED FIR FPS GN GR GS IP IR IRAD IS ISBN JID JT LA LID LR MH MHDA MID NM OAB OABL OCI OID ORI OT OTO OWN PB PG PHST PL PMC PMCR PS PST PT PUBM RF RIN RN ROF RPF RPI RRF RRI SB SFM SI SO SPIN STAT TA TI TT UIN UOF VI VTI XX'.split(
    ' ',
  );

const formats: readonly TestedFormat[] = [
  {
    label: 'RIS',
    continued: '',
    names: tags,
    file: (fields) =>
      [
        'TY  - JOUR',
        'TI  - One',
        'AU  - Karimi, S.',
        'PY  - 2020',
        ...fields.map(([tag, value]) => `${tag}  - ${value}`),
        'ER  - ',
        '',
      ].join('\n'),
  },
  {
    label: 'NBIB',
    continued: '      ',
    names: medlineTags,
    file: (fields) =>
      [
        'PMID- 1',
        'TI  - One',
        'FAU - Karimi, S',
        'DP  - 2020',
        ...fields.map(([tag, value]) => `${tag.padEnd(4)}- ${value}`),
        '',
      ].join('\n'),
  },
  {
    label: 'ENW',
    continued: '',
    names: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ12345678789@!#$~+>[]'].map((sign) => `%${sign}`),
    file: (fields) =>
      [
        '%0 Journal Article',
        '%T One',
        '%A Karimi, S.',
        '%D 2020',
        ...fields.map(([tag, value]) => `${tag} ${value}`),
        '',
      ].join('\n'),
  },
  {
    label: 'Web of Science',
    continued: '   ',
    names: tags,
    file: (fields) =>
      [
        'FN Clarivate Analytics Web of Science',
        'VR 1.0',
        'PT J',
        'AU Karimi, S',
        'TI One',
        'PY 2020',
        ...fields.map(([tag, value]) => `${tag} ${value}`),
        'ER',
        '',
        'EF',
        '',
      ].join('\n'),
  },
  {
    label: 'BibTeX',
    continued: '      ',
    names: bibtexNames,
    file: (fields) =>
      `@article{one2020,\n  title = {One},\n  author = {Karimi, S.},\n  year = {2020},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`,
  },
  {
    label: 'EndNote XML',
    continued: '  ',
    names:
      'contributors/authors/author contributors/secondary-authors/author contributors/tertiary-authors/author auth-address titles/secondary-title titles/tertiary-title titles/short-title titles/translated-title periodical/full-title periodical/abbr-1 periodical/abbr-2 alt-periodical/full-title pages volume number section edition keywords/keyword dates/pub-dates/date pub-location publisher isbn accession-num label electronic-resource-num abstract notes research-notes custom1 custom2 custom7 urls/related-urls/url urls/pdf-urls/url remote-database-name language unknown'.split(
        ' ',
      ),
    file: (fields) =>
      `<?xml version="1.0"?><xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author>Karimi, S.</author></authors></contributors><titles><title>One</title></titles><dates><year>2020</year></dates>${fields.map(([path, value]) => nested(path, value)).join('')}</record></records></xml>`,
  },
  {
    label: 'CSL-JSON',
    names:
      'abstract annote archive archive_location authority call-number chapter-number citation-label citation-number collection-number collection-title container-title container-title-short dimensions DOI edition event event-place event-title first-reference-note-number genre ISBN ISSN issue jurisdiction keyword language license locator medium note number number-of-pages original-title page part-title PMCID PMID publisher publisher-place references reviewed-title scale section source status title-short URL version volume year-suffix unknown'.split(
        ' ',
      ),
    file: (fields) =>
      JSON.stringify([
        {
          id: '1',
          type: 'article-journal',
          title: 'One',
          author: [{ family: 'Karimi', given: 'S.' }],
          issued: { 'date-parts': [[2020]] },
          ...Object.fromEntries(fields),
        },
      ]),
    // An object of JSON has each property once.
    once: true,
  },
  ...databaseFormats,
  ...serviceAnswers,
  ...markupFormats,
];

/** Values with words that occur nowhere else. */
const forms: readonly (readonly [string, string])[] = [
  ['a word', 'qzone'],
  ['words', 'Qzone qztwo qzthree'],
  ['a name', 'Qzone, Qztwo'],
  ['a list', 'qzone; qztwo; qzthree'],
  ['a list with commas', 'qzone, qztwo, qzthree, qzfour, qzfive'],
  ['a number', '7341'],
  ['a range', '7341-7349'],
  ['brackets', 'qzone [qztwo] (qzthree)'],
  ['a mail address', 'qzone (qztwo@qzthree.example)'],
  ['an address', 'https://qzone.example/qztwo?qzthree=7341'],
  ['a DOI', '10.5555/qzone.qztwo'],
  ['numbers with a slash', 'qzone/7341/qztwo'],
  ['a sentence', 'Qzone qztwo. QZTHREE: qzfour. (c) 2019 Qzfive. All rights reserved.'],
];

/** These have the others in them: words, separators, brackets and numbers. */
const quick = forms.filter(([form]) => ['a list with commas', 'a mail address', 'a sentence'].includes(form));

describe.each(formats)('no word of $label is lost', ({ label, names, file, once, read, continued }) => {
  const lostOf = (name: string, value: string): readonly string[] =>
    findLostWords(file([[name, value]]), value, read).map((word) => `${name}: ${word}`);

  it('from a list, a mail address or a sentence, each in every third field', () => {
    const lost = names.flatMap((name, index) => lostOf(name, quick[index % quick.length]![1]));
    expect(lost).toEqual([]);
  });

  it.each(forms)('from %s in any field', slow, (_, value) => {
    expect(names.flatMap((name) => lostOf(name, value))).toEqual([]);
  });

  it.skipIf(continued === undefined)('from lines that are continued', () => {
    const parts = ['Qzone qztwo,', 'qzthree; qzfour.', 'QZFIVE: qzsix (qzseven', 'qzeight) 7341-', '7349'];
    const value = parts.join(`\n${continued}`);
    expect(names.flatMap((name) => lostOf(name, value))).toEqual([]);
  });

  it.skipIf(once)('from a second value of any field', () => {
    const [first, second] = ['Qzone, Qztwo', 'Qzthree, Qzfour'];
    const lost = names.flatMap((name) =>
      findLostWords(
        file([
          [name, first],
          [name, second],
        ]),
        `${first} ${second}`,
        read,
      ).map((word) => `${name}: ${word}`),
    );
    expect(lost).toEqual([]);
  });

  it.skipIf(read)('is read as the format that it is, and looks like no other with as good evidence', () => {
    const text = file([]);
    const own = recogniseFormat(text);
    const alike = importFormats.filter(({ evidence, recognise }) => evidence === own?.evidence && recognise(text));
    expect([own?.label, alike.map((format) => format.label)]).toEqual([label, [label]]);
  });
});

it('covers every format that is imported', () => {
  const readers = formats.map(({ file, read }) => read ?? recogniseFormat(file([]))?.read);
  expect(importFormats.filter(({ read }) => !readers.includes(read)).map(({ label }) => label)).toEqual([]);
});

type Reader = (text: string) => ParsedRecords;

function findLostWords(text: string, value: string, read = recogniseFormat(text)?.read): readonly string[] {
  const told = wordsOf(importText(text, read));
  return [...wordsOf(value)].filter((word) => !told.has(word) && !meaningless.has(word));
}

/** All that an import writes and says. */
function importText(text: string, read: Reader | undefined): string {
  const { files, report, problems } = runImport(text, undefined, undefined, undefined, read);
  const said = report.records.flatMap(({ unplaced, reason }) => [
    reason ?? '',
    ...unplaced.map((field) => field.value),
  ]);
  return [...files.values(), ...said, ...problems.map(({ message }) => message)]
    .join('\n')
    .replace(/\\(.)/g, '$1')
    .replace(/PMC(?=\d)/g, 'PMC ');
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );

/** The parts of an address that its identifier replaces. */
const meaningless: ReadonlySet<string> = new Set(['https', 'c']);
