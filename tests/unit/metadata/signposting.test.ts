import { describe, expect, test } from 'vitest';
import { defaultFormatIds } from '../../../src/domain/publication/offered-format.ts';
import { citationFormats } from '../../../src/formats/written-formats.ts';
import { findPdfUrl } from '../../../src/metadata/pdf-url.ts';
import { signposts } from '../../../src/metadata/signposting.ts';
import type { PublicationSketch } from '../formats/make-cited.ts';
import { makePage, makeView } from './make-page.ts';

const page = 'https://example.org/publications/example-2024/';
const { urls, site } = makeView();
const of = (rel: string, sketch: PublicationSketch, context = {}): string[] =>
  signposts(makePage(sketch, context), urls, site.formats).flatMap((post) => (post.rel === rel ? [post.href] : []));

describe('cite-as', () => {
  test('is the page where the work has no other identifier', () => {
    expect(of('cite-as', {})).toEqual([page]);
  });

  test('is not the DOI of a publisher, which is related', () => {
    expect(of('cite-as', { doi: '10.5555/1' })).toEqual([]);
    expect(of('related', { doi: '10.5555/1', pmid: '1' })).toEqual([
      'https://doi.org/10.5555/1',
      'https://pubmed.ncbi.nlm.nih.gov/1/',
    ]);
  });

  test('is the DOI of which the record says that it leads here', () => {
    expect(of('cite-as', { doi: '10.5555/1', url: page })).toEqual(['https://doi.org/10.5555/1']);
    expect(of('related', { doi: '10.5555/1', url: page })).toEqual([]);
  });

  test('is nothing where another version is to be cited, which is related', () => {
    const preferred = { slug: 'other' };
    expect(of('cite-as', {}, { preferred })).toEqual([]);
    expect(of('related', {}, { preferred })).toEqual(['https://example.org/publications/other/']);
  });
});

test('every citation file describes the page, with its media type', () => {
  const posts = signposts(makePage(), urls, site.formats).filter(({ rel }) => rel === 'describedby');
  const files = posts.map(({ href, type }) => `${href.slice(page.length - 1)} ${type}`);
  expect(files).toEqual(
    citationFormats
      .filter(({ id }) => defaultFormatIds.includes(id))
      .map(({ file }) => `${file.extension} ${file.mediaType}`),
  );
  expect(files).toContain('.csl.json application/vnd.citationstyles.csl+json');
});

test('authors by ORCID iD, the licence, and the two types', () => {
  const sketch: PublicationSketch = {
    contributions: [{ name: { family: 'A' } }, { name: { family: 'B' }, orcid: '0000-0002-1825-0097' }],
    license: 'CC-BY-4.0',
    type: 'dataset',
  };
  expect(of('author', sketch)).toEqual(['https://orcid.org/0000-0002-1825-0097']);
  expect(of('license', sketch)).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
  expect(of('type', sketch)).toEqual(['https://schema.org/AboutPage', 'https://schema.org/Dataset']);
});

describe('the PDF beside the page', () => {
  test.each([
    ['a link below the page', { links: [{ rel: 'pdf' as const, url: `${page}paper.pdf` }] }, `${page}paper.pdf`],
    [
      'no link to another server',
      { links: [{ rel: 'pdf' as const, url: 'https://publisher.example/a.pdf' }] },
      undefined,
    ],
  ])('is %s', (_, sketch, expected) => {
    expect(findPdfUrl(makePage(sketch))).toBe(expected);
  });
});
