import { describe, expect, test } from 'vitest';
import { describePublication } from '../../../src/metadata/describe-publication.ts';
import { schemaType } from '../../../src/metadata/json-ld-types.ts';
import { publicationNodes } from '../../../src/metadata/json-ld-publication.ts';
import { pageHead } from '../../../src/metadata/page-head.ts';
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

test('an editorial, which has no tags for Google Scholar, has its place in the journal and its abstract', () => {
  const page = makePage(
    {
      type: 'editorial',
      journal: 'Letters on Nothing',
      volume: '350',
      issue: '2',
      pages: { first: '1120', last: '1121' },
      doi: '10.5555/ed',
      pmid: '1',
      pmcid: 'PMC2',
      abstracts: [plainAbstract('Text.')],
    },
    { journal: { id: 'j', title: 'Letters on Nothing', issn: '0378-5955' } },
  );
  const tags = pageHead(page, { title: 'A title', description: 'Text.' }, makeView());
  const names = ['Source.Volume', 'Source.Issue', 'Source.ISSN', 'Identifier.pageNumber', 'Identifier.DOI'];
  expect(names.flatMap((name) => contents(tags, `DC.${name}`))).toEqual([
    '350',
    '2',
    '0378-5955',
    '1120-1121',
    '10.5555/ed',
  ]);
  expect(contents(tags, 'DCTERMS.abstract')).toEqual(['Text.']);
  expect(contents(tags, 'z:extra')).toEqual(['PMID: 1\nPMCID: PMC2']);
  // Zotero would take it before the abstract.
  expect(contents(tags, 'og:description')).toEqual([]);
});

describe('a description', () => {
  test('is for social media alone on the page of a publication without an abstract, because Zotero takes it for one', () => {
    const heads = [[], [plainAbstract('Text.')]].map((abstracts) => {
      const page = makePage({ abstracts });
      return pageHead(page, { title: 'A title', description: 'Editorial · 2021' }, makeView());
    });
    expect(heads.map((tags) => contents(tags, 'description'))).toEqual([[], ['Editorial · 2021']]);
    expect(heads.map((tags) => contents(tags, 'og:description'))).toEqual([[], ['Editorial · 2021']]);
    expect(heads.map((tags) => contents(tags, 'twitter:description'))).toEqual([['Editorial · 2021'], []]);
  });

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
