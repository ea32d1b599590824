import { describe, expect, test } from 'vitest';
import { titleKey } from '../../../src/domain/text/title-key.ts';
import { checkPublication } from '../../../src/compile/check-publication.ts';
import { makePublication, namesOf } from '../../support/make.ts';

/** Titles, and the names of their faults. */
const titles: Record<string, string[]> = {
  'A study of sleep': [],
  'THE EFFECT OF SLEEP ON MEMORY': ['title-in-capitals'],
  'HIV AND AIDS': [],
  'COVID-19: SARS-CoV-2 and MERS-CoV': [],
  'EFFECT OF <i>IN VITRO</i> FERTILISATION': ['title-in-capitals'],
  'ЭФФЕКТ СНА НА ПАМЯТЬ': ['title-in-capitals'],
  'مطالعهٔ خواب در بزرگسالان': [],
  // PubMed writes a stop after every title, and citation styles print no second one.
  'A study of sleep.': [],
  '"A study of sleep"': ['title-in-quotes'],
  '“A study of sleep”': ['title-in-quotes'],
  'A study of sleep"': ['title-in-quotes'],
  '“Good” and “bad” sleep': [],
  'A length of 5"': [],
  'What is "good" sleep': [],
  '"Good" and "bad"': [],
  'A study of sleep by Smith et al.': [],
  'A study of sleep …': [],
  'Is this the end?': [],
  'Growth of Candida sp.': [],
};

test.each(Object.keys(titles))('the title "%s" has exactly its faults', (title) => {
  const publication = makePublication({ title, warnings: ['title-in-capitals', 'title-in-quotes'] });
  expect(namesOf(checkPublication(publication) as never)).toEqual(titles[title]);
});

describe('affiliations', () => {
  test('need no number where there is one author', () => {
    expect(checkPublication(makePublication({ affiliations: ['One', 'Two'] }))).toEqual([]);
  });

  test('that no author has are reported, each', () => {
    const publication = makePublication({
      authors: [{ name: 'A B', affiliations: [2] }, 'C D'],
      affiliations: ['One', 'Two', 'Three'],
      warnings: ['affiliation-unused'],
    });
    expect(checkPublication(publication).map(({ name, path }) => [name, ...path])).toEqual([
      ['affiliation-unused', 'affiliations', 0],
      ['affiliation-unused', 'affiliations', 2],
    ]);
  });

  test('may be listed without saying which author has which, as many papers do', () => {
    const publication = makePublication({ authors: ['A B', 'C D'], affiliations: ['One', 'Two', 'Three'] });
    expect(checkPublication(publication)).toEqual([]);
  });
});

describe('keywords', () => {
  test.each([
    [['sleep; memory'], 'keywords: [sleep, memory]'],
    [['sleep, memory, night work'], 'keywords: [sleep, memory, night work]'],
    [['خواب، حافظه، شب'], 'keywords: [خواب, حافظه, شب]'],
    [['nurses', 'sleep; *c'], 'keywords: [nurses, sleep, "*c"]'],
    [['nurses', 'Arthritis, Rheumatoid'], undefined],
    [['1,2-dichloroethane'], undefined],
    [['sleep', 'memory'], undefined],
  ])('%j', (keywords, hint) => {
    const found = checkPublication(makePublication({ keywords, warnings: ['keywords-in-one'] }));
    expect(found.map((fault) => fault.hint)).toEqual(hint === undefined ? [] : [`write ${hint}`]);
  });
});

describe('a notice', () => {
  const notice = (status: string, type: string) => () =>
    makePublication({ status, notices: [{ type }], warnings: ['status-without-notice'] });
  test.each([
    ['corrected', 'correction'],
    ['retracted', 'retraction'],
    ['concern', 'concern'],
    ['withdrawn', 'withdrawal'],
    ['withdrawn', 'retraction'],
    ['published', 'correction'],
  ])('agrees with the status: %s, %s', (status, type) => expect(checkPublication(notice(status, type)())).toEqual([]));

  test.each([
    ['published', 'retraction'],
    ['published', 'concern'],
    ['published', 'withdrawal'],
  ])('is an error where the status does not warn readers: %s, %s', (status, type) => {
    expect(notice(status, type)).toThrow('notice-without-status');
  });

  test('of another kind does not explain the status', () => {
    expect(namesOf(checkPublication(notice('retracted', 'correction')()) as never)).toEqual(['status-without-notice']);
  });
});

describe('pages', () => {
  test.each([
    ['101-110', []],
    ['S12-S20', []],
    ['xii-xv', []],
    ['676-90', []],
    ['101-10', []],
    ['190-15', ['pages-backwards']],
    ['110-101', ['pages-backwards']],
    ['e12', []],
    ['7-7', []],
  ])('%s', (pages, names) =>
    expect(namesOf(checkPublication(makePublication({ pages, warnings: ['pages-backwards'] })) as never)).toEqual(
      names,
    ),
  );
});

test('titles are equal when only punctuation, capitals and accents differ, and folding twice changes nothing', () => {
  expect(titleKey('Über  “Sleep”: a Study!')).toBe(titleKey('uber sleep a study'));
  expect(titleKey('خواب & حافظه')).toBe(titleKey('خواب و حافظه'));
  for (const title of Object.keys(titles)) expect(titleKey(titleKey(title))).toBe(titleKey(title));
});
