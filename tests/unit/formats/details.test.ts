import { describe, expect, test } from 'vitest';
import { thesisKinds } from '../../../src/domain/publication/publication.ts';
import { bibtex } from '../../../src/formats/bibtex/format.ts';
import { crossrefJson } from '../../../src/formats/crossref/format.ts';
import { cslJson } from '../../../src/formats/csl/format.ts';
import { endnoteXml } from '../../../src/formats/endnote/format.ts';
import { nbib } from '../../../src/formats/nbib/format.ts';
import { pubmedXml } from '../../../src/formats/pubmed/format.ts';
import { refer } from '../../../src/formats/refer/format.ts';
import { ris } from '../../../src/formats/ris/format.ts';
import { wos } from '../../../src/formats/wos/format.ts';
import { citationFormats } from '../../../src/formats/written-formats.ts';
import { proveCitation } from '../../../src/formats/proof/prove-citation.ts';
import { findThesisKind, thesisWords } from '../../../src/formats/record/thesis-kinds.ts';
import { toDraft } from '../../../src/import/draft/to-draft.ts';
import { highwireTags } from '../../../src/metadata/highwire.ts';
import { makeCited, makeContribution, plainAbstract, type PublicationSketch } from './make-cited.ts';

const thesis = (kind: (typeof thesisKinds)[number] | undefined): PublicationSketch => ({
  type: 'thesis',
  container: 'Example University',
  thesis: {
    ...(kind ? { kind } : {}),
    advisors: [makeContribution({ name: { family: 'Example', given: 'Erika' } })],
  },
});

const paper: PublicationSketch = {
  type: 'conference-paper',
  container: 'Proceedings of Examples',
  containerDoi: '10.5555/proceedings',
  event: {
    name: '3rd Congress of Examples',
    place: 'Shiraz, Iran',
    start: { year: 2024, month: 5, day: 2 },
    end: { year: 2024, month: 5, day: 4 },
  },
};

describe('a thesis', () => {
  test.each(thesisKinds)('of kind %s is found in the words that citations print', (kind) =>
    expect(findThesisKind(thesisWords[kind])).toBe(kind),
  );

  test.each([
    ['Ph.D.', 'doctoral'],
    ['phdthesis', 'doctoral'],
    ['PhD thesis', 'doctoral'],
    ['M.Sc. thesis', 'master'],
    ['mastersthesis', 'master'],
    ['Masters Thesis', 'master'],
    ['Habilitationsschrift', 'habilitation'],
    ['پایان‌نامه کارشناسی ارشد', 'master'],
    ['پایان‌نامه کارشناسی', 'bachelor'],
    ['رساله دکتری تخصصی', 'doctoral'],
    ['پایان‌نامه دکترای حرفه‌ای', 'professional'],
    ['پایان‌نامه دستیاری', 'specialist'],
    ['Residency thesis', 'specialist'],
    ['Thesis', undefined],
  ])('is %s: %s', (words, kind) => expect(findThesisKind(words)).toBe(kind));

  test.each(thesisKinds)('of kind %s comes back from every format', (kind) => {
    const cited = makeCited(thesis(kind));
    for (const { write, read, proof } of citationFormats) {
      const text = write.file([cited]);
      expect(proveCitation(cited, proof.rules, text, read(text).records)).toEqual([]);
    }
  });

  test('of a master is not a doctoral one, and one of unknown kind is neither', () => {
    const written = (kind: Parameters<typeof thesis>[0]) => bibtex.write.file([makeCited(thesis(kind))]);
    expect(written('master')).toMatch(/^@mastersthesis\{/);
    expect(written('doctoral')).toMatch(/^@phdthesis\{/);
    expect(written('doctoral')).not.toContain('  type ');
    expect(written('specialist')).toMatch(/^@phdthesis\{[\s\S]* type +\= \{Medical specialty thesis\}/);
    expect(written(undefined)).toMatch(/^@phdthesis\{[\s\S]* type +\= \{Thesis\}/);
    expect(bibtex.read(written(undefined)).records[0]?.thesisKind).toBeUndefined();
  });

  test('has its kind in M3 and its advisor in A3 of RIS, and in genre of CSL', () => {
    const cited = makeCited(thesis('master'));
    expect(ris.write.file([cited])).toContain("M3  - Master's thesis\r\n");
    expect(ris.write.file([cited])).toContain('A3  - Example, Erika\r\n');
    expect(JSON.parse(cslJson.write.file([cited]))).toMatchObject([
      { genre: "Master's thesis", publisher: 'Example University' },
    ]);
  });
});

describe('a paper of a congress', () => {
  test('has event and place in CSL of both versions', () => {
    expect(JSON.parse(cslJson.write.file([makeCited(paper)]))).toMatchObject([
      {
        'container-title': 'Proceedings of Examples',
        'event-title': '3rd Congress of Examples',
        event: '3rd Congress of Examples',
        'event-place': 'Shiraz, Iran',
        'event-date': {
          'date-parts': [
            [2024, 5, 2],
            [2024, 5, 4],
          ],
        },
      },
    ]);
  });

  test('names the congress in T2 of RIS, and the proceedings in C3', () => {
    const text = ris.write.file([makeCited(paper)]);
    expect(text).toContain('T2  - 3rd Congress of Examples\r\nC3  - Proceedings of Examples\r\n');
    expect(text).toContain('CY  - Shiraz, Iran\r\n');
  });

  test('that has no proceedings comes back without any', () => {
    const cited = makeCited({ ...paper, container: undefined });
    for (const { write, read } of [bibtex, ris, nbib]) {
      const [record] = read(write.file([cited])).records;
      expect([record?.container, record?.eventName]).toEqual([undefined, '3rd Congress of Examples']);
    }
    expect(bibtex.write.file([cited])).toContain('booktitle       = {{3rd Congress of Examples}}');
  });
});

describe('a paper that was online first', () => {
  const cited = makeCited(
    { published: { year: 2024, month: 3 }, online: { year: 2023, month: 12, day: 20 }, journal: 'Journal of Examples' },
    { journal: { id: 'journal', title: 'Journal of Examples' } },
  );
  test.each([
    [nbib, 'DEP - 20231220\n'],
    [ris, 'ET  - 2023/12/20\r\n'],
    [bibtex, 'First online: 2023-12-20'],
    [cslJson, '"available-date": {'],
  ] as const)('keeps both dates: $label', ({ write, read }, expected) => {
    const text = write.file([cited]);
    expect(text).toContain(expected);
    expect(read(text).records[0]).toMatchObject({ published: { year: 2024, month: 3 }, online: '2023-12-20' });
  });
});

describe('the readers of databases', () => {
  test('NBIB and XML of PubMed have the date of the electronic article', () => {
    const text = 'PMID- 1\nOWN - NLM\nDP  - 2024 Jan\nTI  - Sleep.\nDEP - 20231220\nPT  - Journal Article\n';
    expect(nbib.read(text).records[0]).toMatchObject({ published: { year: 2024, month: 1 }, online: '2023-12-20' });
    const xml =
      '<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><JournalIssue><PubDate><Year>2024</Year><Month>Jan</Month></PubDate></JournalIssue></Journal><ArticleTitle>Sleep.</ArticleTitle><ArticleDate DateType="Electronic"><Year>2023</Year><Month>12</Month><Day>20</Day></ArticleDate></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>';
    expect(pubmedXml.read(xml).records[0]).toMatchObject({ published: { year: 2024, month: 1 }, online: '2023-12-20' });
  });

  test('a book of PubMed has its series, edition, place and number', () => {
    const xml =
      '<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID><Book><Publisher><PublisherName>Press</PublisherName><PublisherLocation>Tehran</PublisherLocation></Publisher><BookTitle>Sleep</BookTitle><PubDate><Year>2024</Year></PubDate><CollectionTitle>Examples</CollectionTitle><Edition>2nd</Edition><ReportNumber>R1</ReportNumber></Book></BookDocument></PubmedBookArticle></PubmedArticleSet>';
    expect(pubmedXml.read(xml).records[0]).toMatchObject({
      series: 'Examples',
      edition: '2nd',
      place: 'Tehran',
      number: 'R1',
    });
  });

  test('Crossref has the congress, the printed issue, and the degree', () => {
    const work = {
      type: 'dissertation',
      title: ['Sleep'],
      DOI: '10.5555/sleep',
      degree: ['PhD'],
      institution: [{ name: 'Example University' }],
      'publisher-location': 'Tehran',
      'edition-number': '2',
      translator: [{ family: 'Example', given: 'Tara' }],
      event: {
        name: 'Congress',
        location: 'Shiraz',
        start: { 'date-parts': [[2024, 5, 2]] },
        end: { 'date-parts': [[2024, 5, 4]] },
      },
      published: { 'date-parts': [[2023, 12, 20]] },
      'published-online': { 'date-parts': [[2023, 12, 20]] },
      'published-print': { 'date-parts': [[2024, 3]] },
    };
    expect(crossrefJson.read(JSON.stringify({ message: work })).records[0]).toMatchObject({
      published: { year: 2024, month: 3 },
      online: '2023-12-20',
      thesisKind: 'PhD',
      container: 'Example University',
      place: 'Tehran',
      edition: '2',
      translators: [{ name: 'Example, Tara' }],
      eventName: 'Congress',
      eventPlace: 'Shiraz',
      eventDate: '2024-05-02/2024-05-04',
      unplaced: [],
    });
  });

  test('EndNote and refer have series, edition, place, degree and the other persons', () => {
    const xml =
      '<xml><records><record><ref-type name="Thesis">32</ref-type><contributors><authors><author>A, B</author></authors><tertiary-authors><author>Example, Erika</author></tertiary-authors></contributors><titles><title>Sleep</title></titles><dates><year>2024</year></dates><pub-location>Tehran</pub-location><publisher>Example University</publisher><work-type>M.Sc.</work-type></record><record><ref-type name="Book">6</ref-type><contributors><authors><author>A, B</author></authors><tertiary-authors><author>Sohrabi, Reza</author></tertiary-authors><subsidiary-authors><author>Example, Tara</author></subsidiary-authors></contributors><titles><title>Sleep</title><secondary-title>Examples</secondary-title></titles><dates><year>2024</year></dates><edition>2nd</edition></record></records></xml>';
    const [degree, book] = endnoteXml.read(xml).records;
    expect(degree).toMatchObject({ thesisKind: 'M.Sc.', place: 'Tehran', advisors: [{ name: 'Example, Erika' }] });
    expect(book).toMatchObject({
      series: 'Examples',
      edition: '2nd',
      seriesEditors: [{ name: 'Sohrabi, Reza' }],
      translators: [{ name: 'Example, Tara' }],
    });
    expect(
      refer.read('%0 Thesis\n%A A, B\n%T Sleep\n%D 2024\n%9 PhD\n%Y Example, Erika\n%I Example University\n%C Tehran\n')
        .records[0],
    ).toMatchObject({
      thesisKind: 'PhD',
      place: 'Tehran',
      advisors: [{ name: 'Example, Erika' }],
    });
    expect(
      refer.read('%0 Book\n%A A, B\n%T Sleep\n%D 2024\n%B Examples\n%7 2nd\n%Y Sohrabi, Reza\n%? Example, Tara\n')
        .records[0],
    ).toMatchObject({
      series: 'Examples',
      edition: '2nd',
      seriesEditors: [{ name: 'Sohrabi, Reza' }],
      translators: [{ name: 'Example, Tara' }],
    });
  });

  test('Web of Science has the congress, and the city of a publisher of books only', () => {
    const read = (kind: string) =>
      wos.read(
        `FN Clarivate\nVR 1.0\nPT ${kind}\nTI Sleep\nPY 2024\nSE Examples\nCT Congress\nCL Shiraz\nPI TEHRAN\nER\n\nEF\n`,
      ).records[0];
    expect(read('S')).toMatchObject({
      series: 'Examples',
      eventName: 'Congress',
      eventPlace: 'Shiraz',
      place: 'TEHRAN',
    });
    expect(read('J')?.place).toBeUndefined();
  });
});

describe('an abstract that the office has retold', () => {
  const sketch: PublicationSketch = {
    abstractBy: 'office',
    abstracts: [plainAbstract('Six people slept.'), plainAbstract('Six personnes.', 'fr')],
  };

  test.each(citationFormats)('is a note, and no abstract: $label', ({ write, read, proof }) => {
    const cited = makeCited(sketch);
    const text = write.file([cited]);
    const [record] = read(text).records;
    expect([record?.abstracts, record?.officeSummary]).toEqual([[], 'Six people slept.']);
    expect(text).not.toContain('Six personnes.');
    expect(proveCitation(cited, proof.rules, text, read(text).records)).toEqual([]);
  });

  test('is not told to machines as the abstract', () => {
    const tags = JSON.stringify(highwireTags(makeCited(sketch)));
    expect(tags).not.toContain('citation_abstract"');
    expect(tags).not.toContain('Six people');
  });

  test('is imported as such', () => {
    const { records } = ris.read(ris.write.file([makeCited(sketch)]));
    const { fields, body } = toDraft(records[0]!, { source: 'test', locale: 'en', findUnit: () => undefined });
    expect([fields.abstractBy, body]).toEqual(['office', 'Six people slept.']);
  });
});

test('MeSH headings are words in NBIB, and come with their words from PubMed', () => {
  const cited = makeCited({ mesh: ['D001172'], meshLabels: { D001172: 'Arthritis, Rheumatoid' } });
  expect(nbib.write.file([cited])).toContain('MH  - Arthritis, Rheumatoid\n');
  const xml =
    '<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Sleep.</ArticleTitle></Article><MeshHeadingList><MeshHeading><DescriptorName UI="D001172">Arthritis, Rheumatoid</DescriptorName></MeshHeading></MeshHeadingList></MedlineCitation></PubmedArticle></PubmedArticleSet>';
  const { fields } = toDraft(pubmedXml.read(xml).records[0]!, {
    source: 'test',
    locale: 'en',
    findUnit: () => undefined,
  });
  expect(fields.mesh).toEqual([{ id: 'D001172', label: 'Arthritis, Rheumatoid' }]);
});
