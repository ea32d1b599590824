import { describe, expect, test } from 'vitest';
import { searchTexts } from '../../support/memory-index.ts';

const search = searchTexts([
  {
    slug: 'dai',
    title: 'Counting clouds above tea plantations',
    authors: ['Dai, Meiling', 'Li, Wei', 'Shahrbaf, M. A.'],
    year: 2022,
    text: 'We counted clouds with police officers, and found that aspirin does not prevent stroke.',
  },
  {
    slug: 'li',
    title: 'Colour of clouds at dawn: a randomized trial',
    authors: ['Li, Wei', 'Dai, Meiling'],
    year: 2019,
    text: 'Policing of aging agencies. CD44 and SARS coverage.',
  },
  {
    slug: 'karimi',
    title: 'Out of domain: vitamin D and colorectal policy',
    authors: ['Karimi, Sara Ali', 'Müller, Jürgen'],
    year: 2021,
    text: 'To be or not to be a teapot. Breast cancer and the best tea.',
  },
  {
    slug: 'other',
    title: 'Domain of the best teapots',
    authors: ['Karimi, Hassan', 'Young, Tom'],
    year: 2021,
    text: 'T cells of a young cancer; the domain is out.',
  },
  { slug: 'persian', title: 'اثر چای بر ابرها', authors: ['کریمی، سارا'], year: 2023, text: 'ابرها شمرده شدند.' },
  { slug: 'many', title: 'Of umbrellas alone' },
  ...Array.from({ length: 12 }, (_, index) => ({
    slug: `n${index}`,
    title: `Umbrella number ${index}`,
    authors: ['Regen, Anna'],
    text: 'Rain on umbrellas.',
  })),
]);

const found = async (query: string) => {
  const { documents, slugs } = await search(query);
  return slugs.slice(0, documents.length);
};
const first = async (query: string) => (await search(query)).slugs[0];

describe('a pasted reference', () => {
  test.each([
    'Dai M, Li W, Shahrbaf MA. Counting clouds above tea plantations. J Clouds. 2022;15(8):1172-81.',
    'Dai M, Li W, et al. Counting clouds above tea plantations. J Clouds. 2022;15(8):1172-81. doi:10.5555/nowhere.1',
    'Dai, M., & Li, W. (2022). Counting clouds above tea plantations. Journal of Clouds, 15(8), 1172–1181. https://doi.org/10.5555/nowhere.1',
    '[12] M. Dai et al., “Counting clouds above tea plantations,” J. Clouds, vol. 15, no. 8, pp. 1172–1181, 2022.',
    '[12] M. Dai et al., “Counting cluods above plantations of tea,” J. Clouds, vol. 15, no. 8, pp. 1172–1181, 2022.',
    'Dai M, Li W, et al. Counting clouds above tea plantations. J Clouds 2022',
    'Counting clouds above tea planta...',
    'Count- ing clouds above tea plan- tations',
    // Pages that might be years, the half of a hyphen, and words that are operators elsewhere.
    'Dai M, Li W. Counting clouds above tea plantations. J Clouds. 2022;15(8):1949-1954.',
    'Dai, M. (2022). Counting clouds above tea plantations. Journal of Clouds, 15(8), 1949–1954.',
    'Counting of the clouds above -tea plantations, a study by people of today',
    'COUNTING CLOUDS OR RAIN ABOVE TEA PLANTATIONS AND NOT CLOUDS WITH POLICE OFFICERS',
  ])('%s finds the publication', async (text) => {
    expect(await first(text)).toBe('dai');
  });
});

describe('titles with the same words', () => {
  const alike = searchTexts([
    { slug: 'plain', title: 'Practical tea translation' },
    { slug: 'cut', title: 'Rain and gauges of tea in the practice of gardens and of others' },
    { slug: 'basics', title: 'Tea translation: basics, practical aspects and recent trends' },
    { slug: 'gauges', title: 'Gauges of rain and tea' },
  ]);

  test.each([
    ['Practical Tea Translation', 'plain'],
    ['Tea translation basics practical', 'basics'],
    ['Rain and gauges of tea in the...', 'cut'],
    ['Gauges rain tea', 'gauges'],
  ])('%s: the one that is nearest to the query comes first', async (text, slug) => {
    expect((await alike(text)).slugs[0]).toBe(slug);
  });
});

describe('titles beside a name', () => {
  const alike = searchTexts([
    { slug: 'short', title: 'Kinds of thrombosis', authors: ['Dai, Meiling'], text: 'Thrombosis.' },
    {
      slug: 'long',
      title: 'Thrombosis in gardens with rain, umbrellas, teapots, lanterns and police',
      authors: ['Dai, Meiling'],
      text: 'Thrombosis, thrombosis and thrombosis.',
    },
  ]);

  test('the name of an author is not looked for in them', async () => {
    expect((await alike('Dai thrombosis')).slugs).toEqual(['short', 'long']);
  });
});

describe('names and years', () => {
  test.each([
    ['Dai et al. 2022', ['dai']],
    ['(Dai et al., 2022)', ['dai']],
    ['Dai & Li 2022', ['dai']],
    ['Li and Dai 2019', ['li']],
    ['Dai 2019', ['li']],
    ['Karimi S', ['karimi']],
    ['S. Karimi', ['karimi']],
    ['Karimi SA', ['karimi']],
    ['Karimi S A', ['karimi']],
    ['S.A. Karimi', ['karimi']],
    ['Karimi SA, Müller J', ['karimi']],
    ['KARIMI SA, MÜLLER J', ['karimi']],
    ['Karimi H', ['other']],
    ['Mohammad Shahrbaf', ['dai']],
    ['Shahrbaf Mohammad', ['dai']],
    ['Sara Karimi', ['karimi']],
    ['mueller', ['karimi']],
    ['کریمی سارا', ['persian']],
    // Initials between two capitalised words belong to the one that is a name.
    ['Karimi S Vitamin', ['karimi']],
    ['Domain H. Karimi', ['other']],
    // A second given name.
    ['Sara A. Karimi', ['karimi']],
    ['Meiling B. Dai clouds 2022', ['dai']],
  ])('%s', async (query, slugs) => {
    expect(await found(query)).toEqual(slugs);
  });

  test('the first author comes first', async () => {
    expect(await found('Dai Li')).toEqual(['dai', 'li']);
    expect(await found('Li Dai')).toEqual(['li', 'dai']);
  });

  test('a word of texts that is in no name is hardly a given name', async () => {
    const { documents, slugs } = await searchTexts([
      { slug: 'word', title: 'Application of rain', authors: ['Regen, Bea'] },
      { slug: 'name', title: 'Clouds', authors: ['Regen, Anna'] },
    ])('Application Regen');
    expect(slugs.slice(0, documents.length)).toEqual(['word']);
  });

  test('words that are also names are words where no publication has them all as names', async () => {
    const { documents, slugs } = await searchTexts([
      {
        slug: 'words',
        title: 'Constance, models of rain',
        authors: ['Dai, Meiling'],
        journal: 'Rain Models',
        year: 2017,
      },
      { slug: 'name', title: 'Clouds', authors: ['Li, Constance'], journal: 'Rain Models', year: 2016 },
    ])('Constance Models Rain 2017');
    expect(slugs.slice(0, documents.length)).toEqual(['words']);
  });

  test('one word that is also a name is a word where nobody of that name wrote in the year', async () => {
    const searchNamed = searchTexts([
      { slug: 'word', title: 'Rain', authors: ['Dai, Meiling'], year: 2020 },
      { slug: 'name', title: 'Clouds', authors: ['Rain, Anna'], year: 2021 },
    ]);
    const of = async (query: string) => {
      const { documents, slugs } = await searchNamed(query);
      return [slugs.slice(0, documents.length), slugs[0]];
    };
    expect(await of('Rain 2020')).toEqual([['word'], 'word']);
    expect(await of('Rain 2021')).toEqual([['name'], 'name']);
    // A year that is wrong leads to the person.
    expect(await of('Rain et al. 2012')).toEqual([[], 'name']);
  });

  test('the J between a name and a journal is no initial', async () => {
    const { documents, slugs } = await searchTexts([
      { slug: 'journal', title: 'Rain', authors: ['Dai, Meiling'], journal: 'Journal of Tea Clouds', year: 2022 },
      { slug: 'other', title: 'Tea and clouds', authors: ['Dai, Jia'], year: 2021 },
    ])('Dai J Tea Clouds 2022');
    expect(slugs.slice(0, documents.length)).toEqual(['journal']);
  });

  test('the second name of a citation is that of the second author', async () => {
    const searchCited = searchTexts([
      { slug: 'second', title: 'Rain', authors: ['Dai, Meiling', 'Li, Wei', 'Regen, Anna'], year: 2022 },
      { slug: 'third', title: 'Rain', authors: ['Dai, Meiling', 'Regen, Anna', 'Li, Wei'], year: 2022 },
    ]);
    expect((await searchCited('Dai & Li 2022')).slugs).toEqual(['second', 'third']);
    expect((await searchCited('Dai & Regen 2022')).slugs).toEqual(['third', 'second']);
  });

  test('a single name beside words may be anybody on the paper', async () => {
    const searchNamed = searchTexts([
      { slug: 'last', title: 'Rain counted', authors: ['Dai, Meiling', 'Regen, Anna'] },
      { slug: 'first', title: 'Other things', authors: ['Regen, Anna', 'Dai, Meiling'], text: 'Rain, and much more.' },
    ]);
    expect((await searchNamed('Regen rain')).slugs[0]).toBe('last');
  });

  test('a single name beside words is rather that of the first or of the last author', async () => {
    const searchNamed = searchTexts([
      { slug: 'last', title: 'Rain counted', authors: ['Dai, Meiling', 'Li, Wei', 'Regen, Anna'] },
      { slug: 'first', title: 'Rain counted', authors: ['Regen, Anna', 'Dai, Meiling', 'Li, Wei'] },
      { slug: 'between', title: 'Rain counted', authors: ['Dai, Meiling', 'Regen, Anna', 'Li, Wei'] },
    ]);
    expect((await searchNamed('Regen rain')).slugs).toEqual(['first', 'last', 'between']);
  });

  test('the first author comes first behind a given name', async () => {
    expect((await search('Wei Li')).slugs.slice(0, 2)).toEqual(['li', 'dai']);
  });

  test('an initial matches no word of the text', async () => {
    expect(await found('Karimi D')).toEqual([]);
    expect(await found('vitamin D')).toEqual(['karimi']);
    expect(await found('Young T cells')).toEqual(['other']);
  });

  test('one wrong letter is mended', async () => {
    const { corrected, slugs } = await search('Shahrbav clouds');
    expect([...corrected]).toEqual([['Shahrbav', 'shahrbaf']]);
    expect(slugs[0]).toBe('dai');
  });

  test('a wrong year does not hide the publication', async () => {
    expect(await first('Counting plantations 2021')).toBe('dai');
  });
});

describe('a citation', () => {
  const searchCited = searchTexts([
    { slug: 'cited', title: 'Rain', authors: ['Dai, Meiling'], year: 2022, journal: 'Frontiers in Public Health' },
    { slug: 'words', title: 'The front of public health', authors: ['Li, Wei'], year: 2022 },
    { slug: 'author', title: 'Public health', authors: ['Dai, Meiling'], year: 2021 },
    { slug: 'front', title: 'A cold front', authors: ['Regen, Anna'], year: 2020, journal: 'Weather' },
  ]);

  test('has the journal, as it is abbreviated, beside the author and the year', async () => {
    expect((await searchCited('Dai Front Public Health 2022')).slugs[0]).toBe('cited');
    expect((await searchCited('Dai Frontiers in Public Health 2022')).slugs[0]).toBe('cited');
  });

  test('is none without an author, so that an abbreviation finds only where it is a word', async () => {
    const { documents, slugs } = await searchCited('cold front 2020');
    expect(slugs.slice(0, documents.length)).toEqual(['front']);
    expect((await searchCited('front')).slugs.toSorted()).toEqual(['front', 'words']);
  });
});

test('words are words although a name has some of them, unless all are names', async () => {
  const searchGroups = searchTexts([
    { slug: 'meant', title: 'Health priority setting', year: 2012 },
    { slug: 'group', title: 'Rain', authors: ['Health Priority Group'], year: 2012 },
    { slug: 'both', title: 'Priority', authors: ['Health, Ada'], year: 2012 },
  ]);
  const { documents, slugs } = await searchGroups('Health priority setting 2012');
  expect(slugs.slice(0, documents.length)).toEqual(['meant']);
  expect((await searchGroups('Health and Group 2012')).slugs[0]).toBe('group');
});

describe('a year that is one off', () => {
  const searchNear = searchTexts([
    { slug: 'meant', title: 'Learning cloud expressions', year: 2016 },
    { slug: 'says', title: 'Rain', text: 'Learning about the cloud with expressions.', year: 2017 },
    { slug: 'older', title: 'Learning cloud expressions again', year: 2014 },
    ...Array.from({ length: 12 }, (_, index) => ({ slug: `n${index}`, title: `Number ${index}`, year: 2017 })),
  ]);

  test('does not hide a title with all words, which another year does', async () => {
    const { documents, slugs } = await searchNear('learning cloud expressions 2017');
    expect(slugs.slice(0, documents.length)).toEqual(['meant', 'says']);
  });

  test('is another year beside one or two words', async () => {
    const { documents, slugs } = await searchNear('cloud expressions 2017');
    expect(slugs.slice(0, documents.length)).toEqual(['says']);
  });
});

test('a year in a text is worth no more than the year of the publication', async () => {
  const searchYears = searchTexts([
    { slug: 'meant', title: 'Cloud count over tea', year: 2022 },
    { slug: 'says', title: 'Rain', text: 'Cloud, count and tea since 2022.', year: 2022 },
    ...Array.from({ length: 30 }, (_, index) => ({
      slug: `c${index}`,
      title: `Cloud, count, tea ${index}`,
      year: 2020,
    })),
  ]);
  expect((await searchYears('cloud count tea 2022')).slugs[0]).toBe('meant');
});

test('a rare form of a word is no better than the usual one', async () => {
  const searchForms = searchTexts([
    { slug: 'meant', title: 'Count of cloud over tea' },
    { slug: 'rare', title: 'Rain', text: 'Counts, cloud and tea.' },
    ...Array.from({ length: 12 }, (_, index) => ({ slug: `c${index}`, title: `Count number ${index}` })),
    ...Array.from({ length: 30 }, (_, index) => ({ slug: `t${index}`, title: `Cloud and tea number ${index}` })),
  ]);
  expect((await searchForms('cloud tea counts')).slugs.slice(0, 2)).toEqual(['meant', 'rare']);
});

test('several forms of a word are better than one', async () => {
  const searchForms = searchTexts([
    { slug: 'both', title: 'Rain', text: 'A mutation among mutations.' },
    { slug: 'one', title: 'Snow', text: 'A mutation among them.' },
    ...Array.from({ length: 12 }, (_, index) => ({ slug: `n${index}`, title: `Number ${index}` })),
  ]);
  expect((await searchForms('mutation')).slugs).toEqual(['both', 'one']);
});

test('a word is as frequent as all its forms', async () => {
  const searchForms = searchTexts([
    { slug: 'meant', title: 'Rain', text: 'Colorectal.' },
    ...Array.from({ length: 3 }, (_, index) => ({ slug: `c${index}`, title: `Colorectal ${index}` })),
    ...Array.from({ length: 3 }, (_, index) => ({ slug: `one${index}`, title: 'Snow', text: 'A neoplasm.' })),
    ...Array.from({ length: 3 }, (_, index) => ({ slug: `more${index}`, title: 'Snow', text: 'Many neoplasms.' })),
    ...Array.from({ length: 20 }, (_, index) => ({ slug: `n${index}`, title: `Number ${index}` })),
  ]);
  const { slugs } = await searchForms('colorectal neoplasms');
  expect(slugs.indexOf('meant')).toBeLessThan(slugs.indexOf('more0'));
});

describe('whole words', () => {
  test.each([
    ['colour', ['li']],
    ['aging', ['li']],
    ['CD4', []],
    ['cover', []],
    ['policy', ['karimi']],
  ])('%s finds no longer word', async (query, slugs) => {
    expect(await found(query)).toEqual(slugs);
  });

  test('other endings come after the word itself, and are told', async () => {
    const { documents, slugs, endings } = await search('police');
    expect(slugs).toEqual(['dai', 'li']);
    expect(documents.length).toBe(1);
    expect(endings).toEqual([{ word: 'policing', of: 'police', count: 1, listed: true }]);
  });

  test('where enough have the word itself, the others are only told', async () => {
    const { documents, slugs, endings } = await search('umbrella');
    expect(documents.length).toBe(12);
    expect(slugs).not.toContain('many');
    expect(endings).toEqual([{ word: 'umbrellas', of: 'umbrella', count: 1, listed: false }]);
  });

  const searchTwo = searchTexts([
    { slug: 'words', title: 'Rain', text: 'Stroke, and the statins of it.', authors: ['Regen, Anna'] },
    { slug: 'form', title: 'Strokes and statins', authors: ['Regen, Anna'] },
    ...Array.from({ length: 12 }, (_, index) => ({ slug: `n${index}`, title: `Tea, cup ${index}`, text: 'Teas' })),
    { slug: 'cups', title: 'Tea in cups' },
  ]);

  test('of two words, the weights decide where few have both, and what has only forms is told', async () => {
    const { documents, slugs, endings } = await searchTwo('stroke statins');
    expect(slugs.slice(0, documents.length)).toEqual(['form', 'words']);
    expect(endings).toEqual([{ word: 'strokes', of: 'stroke', count: 1, listed: true }]);
  });

  test('beside a name, the word itself comes first', async () => {
    expect((await searchTwo('Regen stroke')).slugs.slice(0, 2)).toEqual(['words', 'form']);
  });

  test('of two words, those of which enough have both are listed alone', async () => {
    const { documents, endings } = await searchTwo('tea cup');
    expect(documents.length).toBe(12);
    expect(endings).toContainEqual({ word: 'cups', of: 'cup', count: 1, listed: false });
  });

  test('everything that is shown may be marked', async () => {
    expect((await search('police')).shown.toSorted()).toEqual(['police', 'policing']);
  });
});

describe('questions', () => {
  test.each([
    ['does aspirin prevent stroke?', ['dai']],
    ['can you get a stroke?', ['dai']],
    ['what is known about teapots', ['other']],
    ['اثر چای چیست؟', ['persian']],
  ])('%s', async (query, slugs) => {
    expect(await found(query)).toEqual(slugs);
  });

  test('a question of nothing but such words keeps them', async () => {
    expect((await search('what is that?')).unknown).not.toEqual([]);
  });
});

describe('operators', () => {
  test.each([
    ['clouds NOT colour', ['dai']],
    ['clouds -colour', ['dai']],
    ['colour OR aspirin', ['dai', 'li']],
    ['(colour OR aspirin) AND Karimi', []],
    ['(colour OR teapot) AND policy', ['karimi']],
    ['"out of domain"', ['karimi']],
    ['“the domain is out”', ['other']],
    ['"to be or not to be" teapot', ['karimi']],
    ['"counting tea"', []],
    ['author:Karimi', ['karimi', 'other']],
    ['author:"Karimi S"', ['karimi']],
    ['Karimi S[au]', ['karimi']],
    ['نویسنده:کریمی', ['persian']],
    ['title:teapots', ['other']],
    ['teapots[ti]', ['other']],
    ['title:aspirin', []],
    ['aging[ti]', []],
    ['polic*', ['dai', 'li', 'karimi']],
    ['author:Kar*', ['karimi', 'other']],
    ['author:karimi title:teapots', ['other']],
    ['karimi[au] AND teapots[ti]', ['other']],
  ])('%s', async (query, slugs) => {
    expect((await found(query)).toSorted()).toEqual(slugs.toSorted());
  });

  test.each(['author:karimi title:clouds', 'karimi[au] AND clouds[ti]', '(stroke OR policing) AND author:young'])(
    '%s has no publication with one of the two alone',
    async (query) => {
      const { documents, related } = await search(query);
      expect([...documents, ...related]).toEqual([]);
    },
  );

  test('what is related has the field, and not all words', async () => {
    expect((await search('author:karimi policy umbrellas')).slugs).toEqual(['karimi']);
  });
});

describe('spelling', () => {
  test('a word is mended by what goes with the others', async () => {
    const { corrected, slugs } = await search('brest cancer');
    expect(corrected.get('brest')).toBe('breast');
    expect(slugs[0]).toBe('karimi');
  });

  test('one misspelled word alone is searched as the near one', async () => {
    const { corrected, documents } = await search('asprin');
    expect([...corrected]).toEqual([['asprin', 'aspirin']]);
    expect(documents.length).toBe(1);
  });

  test('of two words, where publications have one, they are that', async () => {
    const searchJoined = searchTexts([
      { slug: 'meant', title: 'Biomarkers of preeclampsia' },
      { slug: 'pre', title: 'Pre and post counts, and biomarkers' },
    ]);
    const { corrected, documents, slugs } = await searchJoined('pre-eclampsia biomarkers');
    expect([...corrected]).toEqual([['pre eclampsia', 'preeclampsia']]);
    expect([documents.length, slugs[0]]).toEqual([1, 'meant']);
  });

  test.each(['TEAK', 'CD45'])('%s is another thing', async (query) => {
    const { corrected, unknown } = await search(`${query} and teapots`);
    expect([...corrected]).toEqual([]);
    expect(unknown).toEqual([query]);
  });

  test('a text in capitals is corrected', async () => {
    expect([...(await search('TEPOT DOMAIN')).corrected]).toEqual([['TEPOT', 'teapot']]);
  });

  test('two words without their space are two', async () => {
    const { corrected, slugs } = await search('teaplantations counting');
    expect(corrected.get('teaplantations')).toBe('tea plantations');
    expect(slugs[0]).toBe('dai');
  });

  test('what is like nothing is named', async () => {
    const { unknown, documents } = await search('xyzzyx');
    expect(unknown).toEqual(['xyzzyx']);
    expect(documents).toEqual([]);
  });
});

describe('related', () => {
  const searchRelated = searchTexts([
    { slug: 'one', title: 'Stone', text: 'Moss.', year: 2019 },
    { slug: 'two', title: 'Rain', text: 'Fog, and no tea without it.' },
    { slug: 'year', title: 'Snow', year: 2021 },
    ...Array.from({ length: 9 }, (_, index) => ({ slug: `f${index}`, title: `Sky ${index}`, text: 'Fog.' })),
    ...Array.from({ length: 9 }, (_, index) => ({ slug: `t${index}`, title: `Cup ${index}`, text: 'Tea.' })),
    ...Array.from({ length: 9 }, (_, index) => ({ slug: `n${index}`, title: `Number ${index}` })),
  ]);

  test('is what has one of three words, after what has two of them', async () => {
    expect((await searchRelated('moss fog tea')).slugs.slice(0, 2)).toEqual(['two', 'one']);
  });

  test('is nothing that has only the year', async () => {
    expect((await searchRelated('moss 2021')).slugs).toEqual(['one']);
  });
});

test('where few have all words, those with some of them follow', async () => {
  const { documents, related, slugs } = await search('clouds teapots');
  expect(documents).toEqual([]);
  expect(related.length).toBe(4);
  expect(slugs.toSorted()).toEqual(['dai', 'karimi', 'li', 'other']);
  // Enough results have all words.
  expect((await search('umbrella rain')).related).toEqual([]);
});

describe('a field that no publication has', () => {
  test.each(['author:xyzzy title:clouds', 'xyzzy[au] AND clouds', 'title:xyzzy clouds'])(
    '%s finds nothing, and is told',
    async (query) => {
      const { documents, related, unknown } = await search(query);
      expect([documents, related]).toEqual([[], []]);
      expect(unknown).toEqual(['xyzzy']);
    },
  );

  test('a wrong letter in it is corrected, and the right name is asked for', async () => {
    expect(await found('author:shahrbag title:clouds')).toEqual(['dai']);
    expect(await found('author:shahrbag title:domain')).toEqual([]);
  });

  test('one unknown word of alternatives is no hindrance', async () => {
    expect(await found('colour AND (xyzzy OR dawn)')).toEqual(['li']);
  });
});

describe('a short word in capitals', () => {
  test('is no error for a common word', async () => {
    const { corrected, unknown } = await search('TEAPO clouds');
    expect([corrected.size, unknown]).toEqual([0, ['TEAPO']]);
    expect((await search('teapo clouds')).corrected.get('teapo')).toBe('teapot');
  });

  test('is one for the same letters in another order', async () => {
    expect((await search('DWAN clouds')).corrected.get('DWAN')).toBe('dawn');
  });

  test('is a word like others where all are in capitals', async () => {
    expect((await search('TEAPO CLOUDS')).corrected.get('TEAPO')).toBe('teapot');
  });
});
