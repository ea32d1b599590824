import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { testEach } from '../support/slow.ts';
import { answered, ask, countOf, searchPath, shownSlugs, type SearchLocale, type SearchSite } from './search-site.ts';
import { violations } from './violations.ts';

/** What people type, and what it finds. */
export function testQueries(site: SearchSite, locale: SearchLocale): void {
  /** One page for all that is asked by typing. */
  let asked: Page;
  beforeAll(async () => {
    asked = await site.openForAll(searchPath(locale));
  });
  afterAll(() => asked.context().close());

  // How words are folded, references read and operators parsed is tested without a browser: of each kind, some are quick.
  const someOf = (_: unknown, index: number): boolean => index % 6 === 0;
  testEach(
    [
      ['a title', 'TNF-α in children with thalassaemia', 'mueller-2020-tnf'],
      ['a translated title', 'آلفا در کودکان تالاسمی', 'mueller-2020-tnf'],
      ['Greek letters by name', 'TNF alpha', 'mueller-2020-tnf'],
      ['Greek letters without a hyphen', 'TNFα', 'mueller-2020-tnf'],
      ['American spelling', 'thalassemia hemoglobin', 'mueller-2020-tnf'],
      ['a name without accents', 'muller lukasz', 'mueller-2020-tnf'],
      ['a transliterated name', 'Mueller Lukasik', 'mueller-2020-tnf'],
      ['author and year', 'mueller 2020', 'mueller-2020-tnf'],
      ['subscripts as digits', 'H2O 10-3', 'khiyali-2022-retracted'],
      ['numbers without a hyphen', 'il6', 'mueller-2020-tnf'],
      ['words of the abstract', 'lantern zanzibar', 'mueller-2020-tnf'],
      ['letters of an Arabic keyboard', 'كتابهاي علمي', 'khiyali-2021-books'],
      ['words without half-spaces', 'کتاب های علمی', 'khiyali-2021-books'],
      ['a native name', 'سارا خیالی کتابخانه', 'khiyali-2021-books'],
    ],
    someOf,
  )('%s: %s', async (_, text, slug) => {
    await ask(asked, text);
    expect((await shownSlugs(asked))[0]).toBe(slug);
    expect(new URL(asked.url()).searchParams.get('q')).toBe(text);
  });

  testEach([
    ['كتابهاي علمي', 'khiyali-2021-books'],
    ['TNF-α in children', 'mueller-2020-tnf'],
  ])('%s in an address is found as if it were typed', async (text, slug) => {
    const page = await site.open(searchPath(locale, query(text)));
    expect((await shownSlugs(page))[0]).toBe(slug);
    expect(await page.locator('#q').inputValue()).toBe(text);
  });

  // Which texts are identifiers is tested without a browser.
  testEach(
    [
      ['10.5555/search.1', '/publications/mueller-2020-tnf/'],
      ['doi:10.5555/Search.1', '/publications/mueller-2020-tnf/'],
      ['https://doi.org/10.5555/Search.1', '/publications/mueller-2020-tnf/'],
      ['PMID: 99100001', '/publications/mueller-2020-tnf/'],
      ['PMID ۹۹۱۰۰۰۰۱', '/publications/mueller-2020-tnf/'],
      ['۱۰.۵۵۵۵/search.۱', '/publications/mueller-2020-tnf/'],
      ['PMC99100001', '/publications/mueller-2020-tnf/'],
      ['NCT99100001', '/publications/mueller-2020-tnf/'],
      // The digits of a Persian and of an Arabic keyboard.
      ['۱۰٫۵۵۵۵/search.۱', '/publications/mueller-2020-tnf/'],
      ['PMID ٩٩١٠٠٠٠١', '/publications/mueller-2020-tnf/'],
      ['PMC۹۹۱۰۰۰۰۱', '/publications/mueller-2020-tnf/'],
      ['https://orcid.org/0000-0000-1825-0025', '/people/khiyali-sara/'],
    ],
    ([text]) => /doi:|orcid|٫/.test(text),
  )('%s goes straight to its page', async (text, address) => {
    await asked.goto(searchPath(locale, '?q=umbrellas'));
    await answered(asked);
    await asked.locator('#q').fill(text);
    await asked.locator('#q').press('Enter');
    await asked.waitForURL(`**${locale === 'en' ? '' : '/fa'}${address}`);
  });

  testEach([
    'https://www.example.org/articles/10.5555/search.1/full?utm_source=x',
    'https://www.example.org/10.5555/search.1.pdf',
    'https://pubmed.ncbi.nlm.nih.gov/?term=99100001',
    'https://publications.example.org/publications/mueller-2020-tnf.bib',
  ])('the address %s leads to its publication', async (text) => {
    await asked.goto(searchPath(locale, '?q=umbrellas'));
    await answered(asked);
    await asked.locator('#q').fill(text);
    await asked.locator('#q').press('Enter');
    await asked.waitForURL(`**${locale === 'en' ? '' : '/fa'}/publications/mueller-2020-tnf/`);
  });

  test('several identifiers at once give them all', async () => {
    await asked.goto(searchPath(locale, query('PMID 99100001, NCT99100002')));
    await answered(asked);
    expect((await shownSlugs(asked)).toSorted()).toEqual([
      'khiyali-2022-retracted',
      'khiyali-2022-second',
      'mueller-2020-tnf',
    ]);
  });

  test('a word is whole: its beginning finds nothing, and another ending is told', async () => {
    await asked.goto(searchPath(locale, query('lant')));
    await answered(asked);
    expect(await countOf(asked)).toBe(0);
    await ask(asked, 'umbrella');
    expect(await countOf(asked)).toBe(30);
    expect(await asked.locator('[data-notes]').innerText()).toContain('umbrellas');
  });

  test('many unknown words make one short note', async () => {
    await asked.goto(searchPath(locale));
    await answered(asked);
    await ask(asked, Array.from({ length: 1500 }, (_, index) => `qzx${index.toString(36)}vk`).join(' '));
    expect(await countOf(asked)).toBe(0);
    const notes = await asked.locator('[data-notes]').innerText();
    expect(notes).not.toBe('');
    expect(notes.length).toBeLessThan(600);
  });

  test('the number of a trial gives all its papers', async () => {
    const page = await site.open(searchPath(locale, '?q=NCT99100002'));
    expect((await shownSlugs(page)).toSorted()).toEqual(['khiyali-2022-retracted', 'khiyali-2022-second']);
  });

  test('a phrase in quotation marks is found as it is', async () => {
    const page = await site.open(searchPath(locale, query('names of water')));
    expect(await countOf(page)).toBe(2);
    await ask(page, '“names of water”');
    expect(await shownSlugs(page)).toEqual(['khiyali-2022-second']);
  });

  test('a misspelled word is named, and the near one searched', async () => {
    const page = await site.open(searchPath(locale, query('umbrelas series')));
    const notes = await page.locator('[data-notes]').innerText();
    expect(notes).toContain('umbrelas');
    expect(notes).toContain('umbrellas');
    expect(await countOf(page)).toBe(30);
    expect(await violations(page)).toEqual([]);
  });

  testEach(
    [
      'Müller J, Łukasik Ł. TNF-α in children with thalassaemia. Lett Nothing. 2020;12(3):45-9.',
      'Müller, J., & Łukasik, Ł. (2020). TNF-α in children with thalassaemia. Letters on Nothing, 12(3), 45–49. https://doi.org/10.5555/search.1',
      '[3] J. Müller and Ł. Łukasik, “TNF-α in children with thalassaemia,” Lett. Nothing, vol. 12, no. 3, pp. 1945–1949, 2020.',
      '[3] J. Müller and Ł. Łukasik, “TNF-α in childrn with thalassaemia,” Lett. Nothing, vol. 12, no. 3, pp. 1945–1949, 2020.',
      'Mueller et al. 2020',
      '(Müller et al., 2020)',
      'Müller & Łukasik 2020',
      'Lukasik L',
      'J. Müller',
      'https://example.org/articles/10.5555/search.1/full?utm_source=x and more',
      'Jurgen Muller 2020',
      'Lukasic thalassaemia',
      'title:thalassaemia',
      'thalassaemia[ti]',
      'Łukasik Ł[au]',
      'zanzi*',
      'lantern 2019-2020',
      'lantern 2019 to 2020',
      'lantern ۲۰۱۹ تا ۲۰۲۰',
      'Müller J, Łukasik Ł',
      'see PMC99100001 for more',
      'a trial of nothing, NCT99100001, in 2020',
      'author:müller title:thalassaemia year:2019..2020',
      'Müller[au] AND thalassaemia[ti]',
      'Müller[Author] AND thalassaemia[Title/Abstract] AND 2019:2020[dp]',
      'نویسنده:Müller عنوان:تالاسمی سال:۲۰۱۹..۲۰۲۰',
      'Müller ۲۰۲۰',
      '(Müller et al., ٢٠٢٠)',
      'lantern ۲۰۱۹-۲۰۲۰',
      'year:٢٠٢٠ zanzibar',
      'Müller J, Łukasik Ł. TNF-α in children with thalassaemia. Lett Nothing. ۲۰۲۰;۱۲(۳):۴۵-۹.',
      'lantern ۲۰۲۰[dp]',
      'سال:۲۰۲۰ lantern',
      'Müller و همکاران، ۲۰۲۰',
      'muller[au] AND thalassaemia[ti] AND 2020[dp]',
      '"lantern of Zanzibar was"',
      'what is known about lanterns in Zanzibar?',
      'آیا تالاسمی در کودکان هست؟',
    ],
    someOf,
  )('%s finds its publication', async (text) => {
    await ask(asked, text);
    expect((await shownSlugs(asked))[0]).toBe('mueller-2020-tnf');
  });

  testEach(['Nina Nomen', 'Nomen N', 'N. A. Nomen', 'Nomen NA', 'Nomen et al. 2019'])(
    '%s finds a paper that prints initials alone',
    async (text) => {
      await ask(asked, text);
      expect((await shownSlugs(asked))[0]).toBe('series-2023-30');
    },
  );

  testEach(['C++', 'AT&T', 'R&D', 'CD4+', 'cd4', 'NF-kB', 'NFκB', 'nuclear or NF-κB', 'health care'], someOf)(
    '%s is a word',
    async (text) => {
      await ask(asked, text);
      expect((await shownSlugs(asked))[0]).toBe('series-2023-29');
      expect(await countOf(asked)).toBeLessThan(3);
    },
  );

  test('what is written as one word or as two is found by both', async () => {
    for (const text of ['healthcare', 'health care']) {
      await ask(asked, text);
      expect((await shownSlugs(asked)).toSorted()).toEqual(['series-2023-28', 'series-2023-29']);
    }
  });

  test('a word is corrected by what stands beside it, and the result is shown at once', async () => {
    await ask(asked, 'brest cancer');
    expect(await shownSlugs(asked)).toEqual(['series-2023-29']);
    const notes = await asked.locator('[data-notes]').innerText();
    expect([notes.includes('brest'), notes.includes('breast')]).toEqual([true, true]);
  });

  testEach(['water NOT again', 'water -again', 'khiyali[au] 2022[dp] NOT again', 'year:2022 -again'], someOf)(
    '%s excludes a word',
    async (text) => {
      await ask(asked, text);
      expect(await shownSlugs(asked)).toEqual(['khiyali-2022-retracted']);
    },
  );

  test.each(['author:khiyali title:thalassaemia', 'khiyali[au] AND thalassaemia[ti]'])(
    '%s finds nothing where no publication has both',
    async (text) => {
      await ask(asked, text);
      expect(await countOf(asked)).toBe(0);
    },
  );

  test('a field that no publication has finds nothing, and the search without it is offered', async () => {
    await ask(asked, 'author:xyzzy title:names');
    expect(await countOf(asked)).toBe(0);
    expect(await asked.locator('[data-notes]').innerText()).toContain('author:xyzzy');
    expect(await violations(asked)).toEqual([]);
    await asked.locator('[data-notes] a').click();
    await expect.poll(() => countOf(asked)).toBe(2);
    expect(await asked.locator('#q').inputValue()).toBe('title:names');
  });

  testEach([{ en: 'retracted', fa: 'پس‌گرفته‌شده' }[locale], 'Retracted water'])(
    '%s finds what is retracted',
    async (text) => {
      await ask(asked, text);
      expect(await shownSlugs(asked)).toEqual(['khiyali-2022-retracted']);
      expect(await asked.locator('.tag--stop').first().isVisible()).toBe(true);
    },
  );

  test('a short word in capitals is no error for a common word', async () => {
    await ask(asked, 'LANTE');
    expect(await countOf(asked)).toBe(0);
    expect(await asked.locator('[data-notes]').innerText()).toContain('LANTE');
  });

  test('what is no operator is searched as words, and said', async () => {
    await ask(asked, 'shape:water');
    expect(await shownSlugs(asked)).toContain('khiyali-2022-second');
    expect(await asked.locator('[data-notes]').innerText()).toContain('shape');
  });

  test('a page says how to search', async () => {
    const page = await site.open(searchPath(locale));
    await page.locator('.search__help a').click();
    await page.waitForURL(`**${locale === 'en' ? '' : '/fa'}/search/help/`);
    for (const written of ['author:', 'title:', 'journal:', 'OR', 'NOT'])
      expect(await page.locator('main').innerText()).toContain(written);
  });

  test('where nothing is found, filters are spoken of only where there are some', async () => {
    const without = { en: 'without filters', fa: 'بدون' }[locale];
    const page = await site.open(searchPath(locale, query('xyzzyx')));
    expect(await page.locator('main').innerText()).not.toContain(without);
    // There is nothing to sort.
    await expect.poll(() => page.locator('#sort').isVisible()).toBe(false);
    await page.goto(searchPath(locale, `${query('water')}&year=2010`));
    await answered(page);
    expect(await countOf(page)).toBe(0);
    expect(await page.locator('main').innerText()).toContain(without);
  });

  test('operators narrow, and each can be taken away', async () => {
    await asked.goto(searchPath(locale, query('water -names')));
    await answered(asked);
    expect(await countOf(asked)).toBe(0);
    await ask(asked, 'author:khiyali year:2022 "names of water"');
    expect(await shownSlugs(asked)).toEqual(['khiyali-2022-second']);
    expect(await asked.locator('.chip').allInnerTexts()).toEqual(['author:khiyali', 'year:2022', '"names of water"']);
    expect(await violations(asked)).toEqual([]);
    await asked.locator('.chip').nth(2).click();
    await expect.poll(() => countOf(asked)).toBe(2);
    expect(await asked.locator('#q').inputValue()).toBe('author:khiyali year:2022');
    await ask(asked, 'journal:nothing');
    expect(await shownSlugs(asked)).toEqual(['mueller-2020-tnf']);
    await ask(asked, 'zanzibar OR conteneurs OR (water AND again)');
    expect((await shownSlugs(asked)).toSorted()).toEqual(['khiyali-2022-second', 'mueller-2020-tnf']);
  });

  test('each of several fields narrows, and years are chips in the digits that were typed', async () => {
    await ask(asked, 'author:khiyali title:names year:2022');
    expect(await shownSlugs(asked)).toHaveLength(2);
    await ask(asked, 'khiyali[au] AND again[ti] AND ۲۰۲۱:۲۰۲۲[dp]');
    expect(await shownSlugs(asked)).toEqual(['khiyali-2022-second']);
    expect(await asked.locator('.chip').allInnerTexts()).toEqual(['khiyali[au]', 'again[ti]', '۲۰۲۱:۲۰۲۲[dp]']);
  });

  test('where few have all words, those with some of them follow under a heading', async () => {
    await asked.goto(searchPath(locale, query('water umbrellas names')));
    await answered(asked);
    expect(await countOf(asked)).toBeGreaterThan(0);
    await ask(asked, 'names water again umbrellas');
    const notes = await asked.locator('[data-notes]').innerText();
    expect(notes).not.toBe('');
    await ask(asked, 'names water again');
    expect(await shownSlugs(asked)).toEqual(['khiyali-2022-second']);
    expect(await asked.locator('[data-related] h2').first().isVisible()).toBe(true);
    expect(await asked.locator('[data-related-results] h2 a').first().getAttribute('href')).toContain(
      'khiyali-2022-retracted',
    );
    expect(await violations(asked)).toEqual([]);
  });

  test('where nothing is found it says so, and shows ways to browse', async () => {
    const page = await site.open(searchPath(locale, '?q=xyzzyx'));
    expect(await countOf(page)).toBe(0);
    expect(await page.locator('[data-notes]').innerText()).toContain('xyzzyx');
    expect(await page.locator('[data-browse] a').first().isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  test('the right letters are marked, and a retraction is seen', async () => {
    const page = await site.open(searchPath(locale, query('TNF alpha thalassemia')));
    expect(await page.locator('h2 mark').allInnerTexts()).toEqual(['TNF-α', 'thalassaemia']);
    expect(await page.locator('.snip mark').first().innerText()).toBe('TNF-α');
    await ask(page, 'كتاب');
    expect((await page.locator('h2 mark').allInnerTexts()).join()).toContain('کتاب');
    await ask(page, 'h2o');
    expect(await page.locator('.tag--stop').first().isVisible()).toBe(true);
  });
}

const query = (text: string): string => `?q=${encodeURIComponent(text)}`;
