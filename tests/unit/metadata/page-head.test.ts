import { describe, expect, test } from 'vitest';
import { publicationTypes } from '../../../src/domain/publication/publication-type.ts';
import { describePublication } from '../../../src/metadata/describe-publication.ts';
import { schemaType } from '../../../src/metadata/json-ld-types.ts';
import { publicationNodes } from '../../../src/metadata/json-ld-publication.ts';
import { pageHead } from '../../../src/metadata/page-head.ts';
import { schemaFaults, type GraphNode } from '../../support/check-schema-types.ts';
import { plainAbstract, type PublicationSketch } from '../formats/make-cited.ts';
import { contents, makePage, makeView, namesOf } from './make-page.ts';

const head = (sketch: PublicationSketch = {}, context = {}, view = makeView()) =>
  pageHead(makePage(sketch, context), { title: 'A title' }, view);

describe('the head of a page', () => {
  test('names the page itself, and its other languages', () => {
    const tags = head({}, {}, makeView('fa'));
    expect(contents(tags, 'canonical')).toEqual(['https://example.org/fa/publications/example-2024/']);
    expect(
      tags.flatMap((tag) =>
        tag.tag === 'link' && tag.attributes['hreflang']
          ? [`${tag.attributes['hreflang']} ${tag.attributes['href']}`]
          : [],
      ),
    ).toEqual([
      'en https://example.org/publications/example-2024/',
      'fa https://example.org/fa/publications/example-2024/',
      'x-default https://example.org/publications/example-2024/',
    ]);
  });

  test('of a page that is no page says only that it is not to be listed', () => {
    const tags = pageHead(makePage(), { title: 'A', unlisted: true, canonical: 'https://example.org/b/' }, makeView());
    expect(namesOf(tags)).toEqual(['robots']);
    expect(contents(tags, 'canonical')).toEqual(['https://example.org/b/']);
  });

  test('shows the picture of the publication where it has one, else that of the institute in the language of the page', () => {
    expect(contents(head({}, { card: true }), 'og:image')).toEqual([
      'https://example.org/publications/example-2024.card.png',
    ]);
    expect(contents(head({}, {}, makeView('fa')), 'og:image')).toEqual(['https://example.org/fa/card.png']);
  });

  test('names the linkset where it is switched on', () => {
    expect(contents(head(), 'linkset')).toEqual([]);
    expect(contents(head({}, {}, makeView('en', { features: { linkset: 'true' } })), 'linkset')).toEqual([
      '/publications/example-2024.linkset.json',
    ]);
  });

  test('names the version to cite', () => {
    const tags = head({}, { preferred: { doi: '10.5555/best' } });
    expect(contents(tags, 'DCTERMS.isReplacedBy')).toEqual(['https://doi.org/10.5555/best']);
  });

  test('names the account of the institute on X, if it is one', () => {
    const view = (url: string) => makeView('en', { social: [{ service: 'x', url }] });
    expect(contents(head({}, {}, view('https://x.com/example')), 'twitter:site')).toEqual(['@example']);
    expect(contents(head({}, {}, view('https://x.com/i/lists/1')), 'twitter:site')).toEqual([]);
  });
});

describe('a description', () => {
  const long = 'A sentence of the abstract that goes on. '.repeat(20);
  test('begins with what became of the publication', () => {
    const page = makePage({ status: 'retracted', abstracts: [plainAbstract(long)] });
    const text = describePublication(page, makeView());
    expect(text).toMatch(/^This publication has been retracted\. A sentence/);
    expect(text.length).toBeLessThan(285);
    expect(text).toMatch(/ …$/);
  });

  test('is a line of the record where there is no abstract and no summary', () => {
    const page = makePage({ type: 'editorial', journal: 'Letters on Nothing', published: { year: 2021 } });
    expect(describePublication(page, makeView())).toMatch(/^Editorial · .*Letters on Nothing · 2021$/);
    expect(describePublication(page, makeView('fa'))).toMatch(/ · Letters on Nothing · ۲۰۲۱$/);
  });
});

describe('JSON-LD', () => {
  test('knows a medical article by PubMed, MeSH or a trial', () => {
    expect(schemaType(makePage())).toBe('ScholarlyArticle');
    expect(schemaType(makePage({ pmid: '1' }))).toBe('MedicalScholarlyArticle');
    expect(schemaType(makePage({ mesh: ['D001172'] }))).toBe('MedicalScholarlyArticle');
    expect(schemaType(makePage({ type: 'dataset', pmid: '1' }))).toBe('Dataset');
  });

  test('of every type of publication, with every field, is as the vocabulary defines it', () => {
    const journal = {
      id: 'j',
      title: 'Journal',
      abbreviation: 'J',
      issn: '9999-0059',
      eissn: '9999-0067',
      publisher: 'P',
      url: 'https://j.example.org',
    };
    const nodes = publicationTypes.flatMap((type) =>
      [{}, { journal }].flatMap((context) =>
        publicationNodes(
          makePage(
            { ...everything, type, ...('journal' in context ? { journal: 'j' } : { container: 'A Container' }) },
            {
              ...context,
              topics: [{ id: 't', name: { en: 'Topic' } }],
              preprint: { doi: '10.5555/pre' },
              preferred: { slug: 'best' },
              people: { 0: 'jamshidi-a' },
            },
          ),
          makeView(),
          { image: 'https://example.org/a.png', pdfUrl: 'https://example.org/a.pdf' },
        ),
      ),
    );
    expect(schemaFaults(JSON.parse(JSON.stringify(nodes)) as GraphNode[])).toEqual([]);
  }, 300_000);

  test('a long title is cut for the headline alone', () => {
    const [work] = publicationNodes(makePage({ title: ['word '.repeat(60).trim()] }), makeView());
    expect(work?.['headline']).toMatch(/^.{60,110}$/);
    expect(work?.['name']).toMatch(/^.{299}$/);
  });

  test('other versions are examples of one work', () => {
    const [work] = publicationNodes(
      makePage({}, { preferred: { slug: 'best' }, preprint: { doi: '10.5555/p' } }),
      makeView(),
    );
    expect(work?.['exampleOfWork']).toMatchObject({ '@id': 'https://example.org/publications/best/#work' });
    expect(work?.['workExample']).toMatchObject({ '@id': 'https://doi.org/10.5555/p' });
  });
});

const everything: PublicationSketch = {
  titles: { fa: ['عنوان'] },
  contributions: [
    {
      name: { family: 'Jamshidi', given: 'A.', suffix: 'Jr.' },
      affiliations: [1, 2],
      orcid: '0000-0002-1825-0097',
      native: { fa: 'جمشیدی' },
    },
    { name: { group: 'Example Group' } },
  ],
  affiliations: [{ name: 'One', ror: '01c4pz451', country: 'IR' }, { name: 'Two' }],
  volume: '1',
  issue: '2',
  pages: { first: '3', last: '4' },
  articleNumber: 'e5',
  doi: '10.5555/1',
  pmid: '1',
  pmcid: 'PMC1',
  arxiv: '2401.00001',
  handle: '20.500.1/1',
  isbn: '9780000000002',
  url: 'https://publisher.example/1',
  publisher: 'A House',
  openAccess: 'gold',
  license: 'CC-BY-4.0',
  copyright: '© 2024 Example Press',
  keywords: ['one', 'two'],
  mesh: ['D001172'],
  trials: [{ id: 'IRCT1', registry: 'IRCT', url: 'https://irct.example/1' }],
  funding: [{ funder: 'F', ror: '01c4pz451', award: '7' }, { funder: 'G' }],
  status: 'retracted',
  notices: [
    { type: 'retraction', date: { year: 2025, month: 2 }, doi: '10.5555/r', reason: 'Because' },
    { type: 'correction', url: 'https://publisher.example/c' },
  ],
  abstracts: [plainAbstract('An abstract.')],
};
