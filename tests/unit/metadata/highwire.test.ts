import { describe, expect, test } from 'vitest';
import { publicationTypes, type PublicationType } from '../../../src/domain/publication/publication-type.ts';
import { dublinCoreTags } from '../../../src/metadata/dublin-core.ts';
import { highwireTags } from '../../../src/metadata/highwire.ts';
import { makeContribution, plainAbstract, type PublicationSketch } from '../formats/make-cited.ts';
import { contents, makePage, namesOf } from './make-page.ts';

const tagsOf = (sketch: PublicationSketch, context = {}) => highwireTags(makePage(sketch, context));

describe('authors', () => {
  test('have a tag each, in their order, with institutions and ORCID iD behind it', () => {
    const tags = tagsOf({
      contributions: [
        { name: { family: 'van der Berg', given: 'Jan' }, affiliations: [2, 1] },
        { name: { family: 'Smith', given: 'John', suffix: 'Jr.' }, affiliations: [1], orcid: '0000-0002-1825-0097' },
        { name: { group: 'Ministry of Health, Treatment and Education' } },
      ],
      affiliations: [{ name: 'First Institute' }, { name: 'Second Institute' }],
    });
    const names = new Set(['citation_author', 'citation_author_institution', 'citation_author_orcid']);
    expect(
      tags.flatMap((tag) =>
        tag.tag === 'meta' && names.has(tag.attributes['name'] ?? '') ? [tag.attributes['content']] : [],
      ),
    ).toEqual([
      'van der Berg, Jan',
      'Second Institute',
      'First Institute',
      'Smith, John Jr.',
      'First Institute',
      'https://orcid.org/0000-0002-1825-0097',
      'Ministry of Health Treatment and Education',
    ]);
  });

  test('an only author with spaces on both sides of the comma is not taken for two', () => {
    expect(
      contents(
        tagsOf({ contributions: [{ name: { family: 'García Márquez', given: 'Ana María' } }] }),
        'citation_author',
      ),
    ).toEqual(['García Márquez, Ana\u00a0María']);
    expect(contents(tagsOf({ contributions: [{ name: { family: 'Nemo' } }] }), 'citation_author')).toEqual(['Nemo']);
  });
});

describe('dates', () => {
  test('a paper that was online first has both', () => {
    const tags = tagsOf({ published: { year: 2024 }, online: { year: 2023, month: 12, day: 20 } });
    expect([contents(tags, 'citation_publication_date'), contents(tags, 'citation_online_date')]).toEqual([
      ['2024'],
      ['2023/12/20'],
    ]);
  });

  test.each([
    [{ year: 2024 }, '2024'],
    [{ year: 2024, month: 12 }, '2024'],
    [{ year: 2024, month: 12, day: 3 }, '2024/12/3'],
  ])('%j is written as %s', (published, written) => {
    expect(contents(tagsOf({ published }), 'citation_publication_date')).toEqual([written]);
  });
});

describe('types', () => {
  const containers =
    /^(citation_(journal|conference|inbook)_title|citation_dissertation_institution|citation_technical_report_institution|z:itemType)$/;
  const sketch = (type: PublicationType): PublicationSketch => ({
    type,
    container: 'A Container',
    isbn: '9780000000002',
    publisher: 'A House',
  });

  test.each(publicationTypes.filter((type) => type !== 'editorial' && type !== 'media'))(
    '%s has exactly one tag that says what it is',
    (type) => {
      expect(namesOf(tagsOf(sketch(type))).filter((name) => containers.test(name))).toHaveLength(1);
      expect(namesOf(tagsOf({ type })).filter((name) => containers.test(name))).toHaveLength(1);
    },
  );

  test.each(['editorial', 'media'] as const)('%s has none', (type) => {
    expect(tagsOf(sketch(type))).toEqual([]);
  });

  test.each([
    ['article', 'citation_journal_title'],
    ['conference-paper', 'citation_conference_title'],
    ['chapter', 'citation_inbook_title'],
    ['thesis', 'citation_dissertation_institution'],
    ['report', 'citation_technical_report_institution'],
  ] as const)('%s is known by %s', (type, name) => {
    expect(namesOf(tagsOf(sketch(type)))).toContain(name);
  });

  test.each([
    ['preprint', 'preprint'],
    ['dataset', 'dataset'],
    ['software', 'computerProgram'],
    ['book', 'book'],
    ['poster', 'presentation'],
    ['patent', 'patent'],
  ] as const)('%s is the item %s for Zotero', (type, item) => {
    expect(contents(tagsOf(sketch(type)), 'z:itemType')).toEqual([item]);
  });

  test('a conference paper that a journal printed is an article of the journal', () => {
    const journal = { id: 'j', title: 'Journal' };
    expect(contents(tagsOf({ type: 'conference-paper', journal: 'j' }, { journal }), 'citation_journal_title')).toEqual(
      ['Journal'],
    );
  });
});

test('a paper of a congress names the congress, and its proceedings in a tag of Zotero', () => {
  const paper = { type: 'conference-paper', event: { name: '3rd Congress of Sleep' } } as const;
  const tags = tagsOf({ ...paper, container: 'Proceedings of Sleep' });
  expect(contents(tags, 'citation_conference_title')).toEqual(['3rd Congress of Sleep']);
  expect(contents(tags, 'z:proceedingsTitle')).toEqual(['Proceedings of Sleep']);
  expect(contents(tagsOf(paper), 'z:proceedingsTitle')).toEqual([]);
});

test('pages, or the article number as first page', () => {
  const pages = tagsOf({ pages: { first: '101', last: '110' } });
  expect([contents(pages, 'citation_firstpage'), contents(pages, 'citation_lastpage')]).toEqual([['101'], ['110']]);
  const number = tagsOf({ articleNumber: 'e12' });
  expect([contents(number, 'citation_firstpage'), contents(number, 'citation_lastpage')]).toEqual([['e12'], []]);
});

test('the title has no markup, and says a retraction first', () => {
  const title = ['H', { tag: 'sub' as const, children: ['2'] }, 'O & <tea>'];
  expect(contents(tagsOf({ title, status: 'retracted' }), 'citation_title')).toEqual(['RETRACTED: H₂O & <tea>']);
});

test('the whole abstract, and the same address in every language', () => {
  const tags = tagsOf({ abstracts: [plainAbstract('One.\nTwo.')] });
  expect(contents(tags, 'citation_abstract')).toEqual(['One. Two.']);
  expect(contents(tags, 'citation_abstract_html_url')).toEqual(['https://example.org/publications/example-2024/']);
});

test('a PDF only where it lies beside the page', () => {
  expect(
    contents(tagsOf({ links: [{ rel: 'pdf', url: 'https://publisher.example/a.pdf' }] }), 'citation_pdf_url'),
  ).toEqual([]);
  expect(
    contents(highwireTags(makePage(), 'https://example.org/publications/example-2024/a.pdf'), 'citation_pdf_url'),
  ).toHaveLength(1);
});

test('a month without a day, which is not a date to Google Scholar, has a tag that Zotero prefers', () => {
  const tags = tagsOf({ published: { year: 2024, month: 5 } });
  expect(contents(tags, 'citation_publication_date')).toEqual(['2024']);
  expect(contents(tags, 'citation_cover_date')).toEqual(['2024/5']);
  expect(contents(tagsOf({ published: { year: 2024 } }), 'citation_cover_date')).toEqual([]);
  expect(contents(tagsOf({ published: { year: 2024, month: 5, day: 6 } }), 'citation_cover_date')).toEqual([]);
});

test.each(['preprint', 'dataset', 'software'] as const)('the place of a %s is its publisher', (type) => {
  expect(contents(tagsOf({ type, container: 'Server of Sleep' }), 'citation_publisher')).toEqual(['Server of Sleep']);
});

test('the numbers in PubMed and PubMed Central have a tag each', () => {
  const tags = tagsOf({ pmid: '39713986', pmcid: 'PMC11703026' });
  expect(contents(tags, 'citation_pmid')).toEqual(['39713986']);
  expect(contents(tags, 'citation_pmcid')).toEqual(['PMC11703026']);
});

test('Zotero, which knows no tag for a PMCID, finds it where it keeps one', () => {
  expect(contents(tagsOf({ pmid: '39713986', pmcid: 'PMC11703026' }), 'z:extra')).toEqual(['PMCID: PMC11703026']);
  expect(contents(tagsOf({ pmid: '39713986' }), 'z:extra')).toEqual([]);
});

test('a translated title is a line of “Extra”, and no tag that Zotero takes for the abbreviation of the journal', () => {
  const page = makePage({ titles: { fa: ['تیله'] } });
  const tags = [...highwireTags(page), ...dublinCoreTags(page)];
  expect(contents(tags, 'z:extra').join()).toContain('Translated title (fa): تیله');
  expect(contents(tags, 'DCTERMS.alternative')).toEqual([]);
});

describe('what no tag for citations has a name for', () => {
  test('is in the fields of Zotero that its type of item has', () => {
    const tags = tagsOf({
      type: 'book',
      place: 'Leipzig',
      edition: '3',
      series: 'Studies',
      seriesNumber: '42',
      pagesTotal: '312',
      url: 'https://example.org/books/1',
    });
    expect(
      namesOf(tags)
        .filter((name) => name.startsWith('z:'))
        .sort(),
    ).toEqual(['z:edition', 'z:itemType', 'z:numPages', 'z:place', 'z:seriesNumber', 'z:url']);
    expect(contents(tags, 'z:url')).toEqual(['https://example.org/books/1']);
    expect(contents(tags, 'citation_series_title')).toEqual(['Studies']);
    const thesis = {
      kind: 'master',
      advisors: [makeContribution({ name: { family: 'Glas', given: 'Gerd' } })],
    } as const;
    const ofThesis = tagsOf({ type: 'thesis', container: 'A University', thesis });
    expect(contents(ofThesis, 'z:extra')).toEqual(['Advisors: Glas, Gerd']);
    expect(contents(ofThesis, 'z:thesisType')).toEqual(["Master's thesis"]);
    expect(contents(tagsOf({ type: 'patent', number: 'US 1', place: 'US' }), 'z:patentNumber')).toEqual(['US 1']);
    expect(contents(tagsOf({ type: 'software', version: '3.1' }), 'z:versionNumber')).toEqual(['3.1']);
  });

  test('is a line of “Extra” where it has none', () => {
    const event = { name: '3rd Congress', place: 'Tehran', start: { year: 2025, month: 5, day: 2 } };
    const paper = { type: 'conference-paper', container: 'Proceedings', event, edition: '2' } as const;
    expect(contents(tagsOf(paper), 'z:place')).toEqual(['Tehran']);
    expect(contents(tagsOf(paper), 'z:extra')).toEqual(['Edition statement: 2\nEvent date: 2025-05-02']);
    expect(contents(tagsOf({ ...paper, place: 'Berlin' }), 'z:extra')).toEqual([
      'Edition statement: 2\nEvent place: Tehran\nEvent date: 2025-05-02',
    ]);
    const trials = [{ id: 'NCT01234567', registry: 'ClinicalTrials.gov', url: 'https://example.org' }];
    const article = tagsOf({ trials, funding: [{ funder: 'A  Fund' }], titles: { fa: ['تیله'] }, arxiv: '2101.00001' });
    expect(contents(article, 'z:extra')).toEqual([
      'arXiv: 2101.00001\nTrial registration: NCT01234567\nFunding: A Fund\nTranslated title (fa): تیله',
    ]);
  });
});
