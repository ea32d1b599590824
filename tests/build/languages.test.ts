import { beforeAll, describe, expect, test } from 'vitest';
import { siteFolder, type BuiltSite } from '../support/build-site.ts';
import { attribute, hasClass, isInside, readHtml, textOf, type Html } from '../support/read-html.ts';
import { sharedSite } from '../support/shared-site.ts';
import { addresses, article, stays, type Locale } from '../browser/addresses.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await sharedSite(siteFolder('gallery'));
});

const path = (address: string, locale: Locale): string => (locale === 'en' ? address : `/${locale}${address}`);
const page = (address: string, locale: Locale = 'en'): Html =>
  readHtml(site.read(`${path(address, locale).slice(1)}index.html`));

test('the number of an article keeps its digits on a Persian page: it is an identifier', () => {
  const [venue] = page('/publications/khiyali-2024-spout/', 'fa').all('p', (element) => hasClass(element, 'venue'));
  expect(textOf(venue!)).toContain('۸(۳-۴)، e1002، ۲۰ نوامبر ۲۰۲۴');
});

describe('in Persian', () => {
  test.each<[string, string, (html: Html) => string[]]>([
    [
      'parts of a list',
      '/publications/',
      (html) => html.all('*', (element) => hasClass(element, 'num') && isInside(element, 'parts')).map(textOf),
    ],
    [
      'entries of an index',
      '/topics/',
      (html) =>
        html
          .all('*', (element) => hasClass(element, 'num') && element.parentNode?.nodeName === 'li')
          .filter((element) => isInside(element, 'main'))
          .map(textOf),
    ],
    [
      'the head of a list',
      '/publications/',
      (html) => html.all('*', (element) => hasClass(element, 'rail') && isInside(element, 'pub-head')).map(textOf),
    ],
    ['a year', '/years/2024/', (html) => html.all('h1').map(textOf)],
    [
      'volume and pages',
      article,
      (html) =>
        html
          .all('span', (element) => hasClass(element, 'num') && isInside(element, 'venue'))
          // The date comes last, and is of another calendar.
          .slice(0, -1)
          .map(textOf),
    ],
  ])('%s: counts and years have Persian digits, the same numbers as in English', (_, address, textsOf) => {
    const persian = textsOf(page(address, 'fa')).map(digitsOf);
    const english = textsOf(page(address)).map(digitsOf);
    expect(english.length).toBeGreaterThan(0);
    expect(persian.join(' ')).toMatch(/^[۰-۹ ]+$/);
    expect(persian.map(toLatin).toSorted()).toEqual(english.toSorted());
  });

  test.each<[string, (html: Html) => string[]]>([
    ['superscripts of authors', (html) => html.all('sup', (element) => isInside(element, 'byline')).map(textOf)],
    [
      'identifiers',
      (html) =>
        html
          .all('*', (element) => hasClass(element, 'num') && attribute(element, 'dir') === 'ltr')
          .filter((element) => isInside(element, 'dd'))
          .map(textOf),
    ],
  ])('%s keep Latin digits', (_, textsOf) => {
    const texts = textsOf(page(article, 'fa'));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.join('')).toMatch(/[0-9]/);
    expect(texts.join('')).not.toMatch(/[۰-۹٠-٩]/);
  });
});

describe('between languages', () => {
  test('citations are the same', () => {
    const citations = (locale: Locale) =>
      page(article, locale)
        .all('a', (element) => isInside(element, '#cite') && attribute(element, 'download') !== undefined)
        .map((element) => attribute(element, 'href'));
    expect(citations('en').length).toBeGreaterThanOrEqual(4);
    expect(citations('fa')).toEqual(citations('en'));
  });

  test('each page links to itself in every other language that has it', () => {
    const locales = ['en', 'fa', 'ar'] as const;
    const without: readonly string[] = [addresses['not-found'][0], addresses.embed[0]];
    for (const address of stays.filter((stay) => !without.includes(stay))) {
      for (const locale of locales) {
        const links = page(address, locale).all('a', (link) => attribute(link, 'hreflang') !== undefined);
        const found = links.map((link) => `${attribute(link, 'lang')} ${attribute(link, 'href')}`);
        const others = locales.filter((other) => other !== locale);
        expect(found, `${locale} ${address}`).toEqual(others.map((other) => `${other} ${path(address, other)}`));
      }
    }
  });

  test('a page that one language lacks is not offered in it', () => {
    const offers = (address: string) =>
      page(address).all('a', (link) => isInside(link, 'tools') && attribute(link, 'hreflang') === 'fa').length;
    expect(offers('/about/')).toBe(1);
    expect(offers('/colophon/')).toBe(0);
  });
});

test('an old address links to the publication where nothing is forwarded', () => {
  const text = site.read('publications/counting-clouds/index.html');
  expect(text).toContain(`<link rel="canonical" href="https://gallery.example.org${article}">`);
  expect(text).toContain(`<a href="${article}"`);
  expect(text).toContain('content="noindex"');
});

const digitsOf = (text: string): string => text.replace(/[^0-9۰-۹٠-٩]/g, '');
const toLatin = (digits: string): string => digits.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)));
