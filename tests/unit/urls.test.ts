import { describe, expect, test } from 'vitest';
import { createUrls, parsePath } from '../../src/urls.ts';

const locales = ['en', 'fa', 'ar'];
const urls = createUrls({ siteUrl: 'https://example.org/pubs', base: '/pubs', locales });
const rootUrls = createUrls({ siteUrl: 'https://example.org', base: '', locales });

describe('addresses', () => {
  test.each([
    ['a page in the first locale has no prefix', urls.page('/people/x/', 'en'), '/pubs/people/x/'],
    [
      'a page in another locale has its prefix after the base path',
      urls.page('/people/x/', 'fa'),
      '/pubs/fa/people/x/',
    ],
    ['the home page of a site at the root is a slash', rootUrls.home('en'), '/'],
    ['the home page in another locale ends in a slash', rootUrls.home('fa'), '/fa/'],
    ['a publication ends in a slash', urls.publication('doe-2024', 'fa'), '/pubs/fa/publications/doe-2024/'],
    [
      'a citation file has no locale and no slash',
      urls.citation('doe-2024', '.csl.json'),
      '/pubs/publications/doe-2024.csl.json',
    ],
    ['citations of a list stand beside the list', urls.bulk('/people/x/', '.bib'), '/pubs/people/x.bib'],
    ['a year is a page', urls.year(2024, 'en'), '/pubs/years/2024/'],
    [
      'a file beside a page has no locale',
      urls.asset('/publications/doe-2024/', './figure.png'),
      '/pubs/publications/doe-2024/figure.png',
    ],
    ['a file of the site stands at its root', urls.asset('/', '/logo.svg'), '/pubs/logo.svg'],
    ['what leaves the site has scheme and host once', urls.absolute(urls.home('fa')), 'https://example.org/pubs/fa/'],
  ])('%s', (_, built, expected) => {
    expect(built).toBe(expected);
  });

  test('letters outside ASCII are percent-encoded', () => {
    const encoded = '%D9%85%D8%AC%D9%84%D9%87';
    expect(rootUrls.journal('مجله', 'en')).toBe(`/journals/${encoded}/`);
    expect(rootUrls.page('/journals/مجله/2024/', 'en')).toBe(`/journals/${encoded}/2024/`);
  });

  test('a search keeps its parameters, and leaves out those that are empty', () => {
    expect(rootUrls.search({ q: 'stem cells & joints', year: 2024, type: undefined, topic: '' }, 'en')).toBe(
      '/search/?q=stem+cells+%26+joints&year=2024',
    );
    expect(rootUrls.search({}, 'fa')).toBe('/fa/search/');
  });
});

describe('paths of requests', () => {
  test.each([
    ['/pubs/', { locale: 'en', address: '/' }],
    ['/pubs', { locale: 'en', address: '/' }],
    ['/pubs/fa/', { locale: 'fa', address: '/' }],
    ['/pubs/fa', { locale: 'fa', address: '/' }],
    ['/pubs/fa/people/x/', { locale: 'fa', address: '/people/x/' }],
    ['/pubs/people/fa/', { locale: 'en', address: '/people/fa/' }],
    ['/pubs/family/', { locale: 'en', address: '/family/' }],
    ['/pubs/people/x', { locale: 'en', address: '/people/x/' }],
  ])('%s is read as what it asks for', (path, expected) => {
    expect(parsePath(path, { base: '/pubs', locales })).toEqual(expected);
  });

  test.each(['/', '/publications/', '/pubsx/'])('%s lies outside the base path', (path) => {
    expect(parsePath(path, { base: '/pubs', locales })).toBeUndefined();
  });

  test('a path that is no UTF-8 asks for nothing', () => {
    expect(parsePath('/pubs/%E0%A4%A/', { base: '/pubs', locales })).toBeUndefined();
  });

  test.each(locales)('every address that is built is read back, in %s', (locale) => {
    for (const address of ['/', '/people/x/', '/journals/مجله/', '/years/2024/07/2/', '/topics/a b/']) {
      expect(parsePath(urls.page(address, locale), { base: '/pubs', locales })).toEqual({ locale, address });
    }
  });
});
