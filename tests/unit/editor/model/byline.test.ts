import { expect, test } from 'vitest';
import { splitByline, type SplitAuthor } from '../../../../src/editor/model/byline.ts';
import { splitAffiliations, splitPasted } from '../../../../src/editor/model/split-affiliations.ts';

const author = (name: string, affiliations: readonly number[] = [], corresponding = false): SplitAuthor => ({
  name,
  affiliations,
  ...(corresponding ? { corresponding } : {}),
});

test.each<readonly [byline: string, authors: readonly SplitAuthor[]]>([
  ['Karimi S1, Müller J1,2', [author('Karimi S', [1]), author('Müller J', [1, 2])]],
  [
    'Karimi S¹*, Müller J¹˒², and Rossi M.',
    [author('Karimi S', [1], true), author('Müller J', [1, 2]), author('Rossi M.')],
  ],
  ['Karimi, Sara1; Müller, Jan1,3-5', [author('Karimi, Sara', [1]), author('Müller, Jan', [1, 3, 4, 5])]],
  ['Sara Karimi (1), Jan Müller (2, 3)', [author('Sara Karimi', [1]), author('Jan Müller', [2, 3])]],
  ['Sara Karimi and Jan Müller', [author('Sara Karimi'), author('Jan Müller')]],
  ['سارا کریمی۱، یان مولر۱،۲', [author('سارا کریمی', [1]), author('یان مولر', [1, 2])]],
  ['Karimi S\nMüller J', [author('Karimi S'), author('Müller J')]],
  ['', []],
  [
    'Karimi S1,2,*, Müller J2,†, and Rossi M3,‡',
    [author('Karimi S', [1, 2], true), author('Müller J', [2]), author('Rossi M', [3])],
  ],
  [
    'Sara Karimi<sup>1,2</sup>, Jan Müller^3^, Maria Rossiᵃᵇ',
    [author('Sara Karimi', [1, 2]), author('Jan Müller', [3]), author('Maria Rossi', [1, 2])],
  ],
  [
    'Sara Karimi, MD, PhD,1 Jan Müller, M.Sc.,2 Maria Rossi PhD1,2',
    [author('Sara Karimi', [1]), author('Jan Müller', [2]), author('Maria Rossi', [1, 2])],
  ],
  ['Karimi, Sara, MD, PhD; Müller, JA; Rossi, MD', [author('Karimi, Sara'), author('Müller, JA'), author('Rossi, MD')]],
  ['Karimi MD, Li MA', [author('Karimi MD'), author('Li MA')]],
  ['Karimi, S., Müller, J. A., & O’Brien, K.', [author('Karimi, S.'), author('Müller, J. A.'), author('O’Brien, K.')]],
  [
    'Karimi S1, Müller J2, Rossi\nM3 and Ahmadi A1,2',
    [author('Karimi S', [1]), author('Müller J', [2]), author('Rossi M', [3]), author('Ahmadi A', [1, 2])],
  ],
  ['1. Karimi S\n2. Müller J', [author('Karimi S'), author('Müller J')]],
  ['1Karimi S, 2Müller J, 1,2Rossi M', [author('Karimi S', [1]), author('Müller J', [2]), author('Rossi M', [1, 2])]],
  [
    'Dr. Sara Karimi (sara@example.org)1, Prof. Jan Müller2, et al.',
    [author('Sara Karimi', [1]), author('Jan Müller', [2])],
  ],
  [
    'Karimi S (0000-0002-1825-0097)1, Müller J https://orcid.org/0000-0002-1825-0098',
    [{ ...author('Karimi S', [1]), orcid: '0000-0002-1825-0097' }, author('Müller J')],
  ],
  ['Smith J, Jr.1, Karimi S (née Ahmadi)2', [author('Smith J Jr.', [1]), author('Karimi S (née Ahmadi)', [2])]],
  ['Karimi S1 | 王小明2、李四3', [author('Karimi S', [1]), author('王小明', [2]), author('李四', [3])]],
  [
    'Karimi S, on behalf of the Night Study, Sleep Study Group',
    [
      author('Karimi S'),
      { ...author('Night Study'), isGroup: true },
      { ...author('Sleep Study Group'), isGroup: true },
    ],
  ],
  [
    'دکتر سارا کریمی (نویسندهٔ مسئول)۱، یان مولر ۲ و ماریا رسی۱،۲ و همکاران',
    [author('سارا کریمی', [1], true), author('یان مولر', [2]), author('ماریا رسی', [1, 2])],
  ],
])('the byline "%s" is split', (byline, authors) => {
  expect(splitByline(byline).authors).toEqual(authors);
});

test.each<readonly [byline: string, authors: readonly SplitAuthor[]]>([
  [
    'Sara Karimi a, Jan Müller b c, Maria Rossi a b *',
    [author('Sara Karimi', [1]), author('Jan Müller', [2, 3]), author('Maria Rossi', [1, 2], true)],
  ],
  ['Sara Karimi a, Jan Müller a', [author('Sara Karimi', [1]), author('Jan Müller', [1])]],
  [
    'Karimi Sa, Müller Jb,c, Rossi Ma,*',
    [author('Karimi S', [1]), author('Müller J', [2, 3]), author('Rossi M', [1], true)],
  ],
  [
    'Sara Karimia, Li Mab,c and Maria Rossia,b',
    [author('Sara Karimi', [1]), author('Li Ma', [2, 3]), author('Maria Rossi', [1, 2])],
  ],
  [
    'Sara Karimi, M.D.,a Jan Müller, Ph.D.,b and Maria Rossi, M.D.a,b',
    [author('Sara Karimi', [1]), author('Jan Müller', [2]), author('Maria Rossi', [1, 2])],
  ],
  // Beside numbers, letters are notes.
  [
    'Karimi S1,a, Müller J2b, Rossi M1,a,*',
    [author('Karimi S', [1]), author('Müller J', [2]), author('Rossi M', [1], true)],
  ],
  ['Müller J1, van der Berg K2', [author('Müller J', [1]), author('van der Berg K', [2])]],
])('letters that count affiliations in "%s" are not part of names', (byline, authors) => {
  expect(splitByline(byline)).toEqual({ authors, isLettered: undefined });
});

test('what stands beside names in journals is not taken for an author, and takes no name away', () => {
  const namesIn = (byline: string): readonly string[] => splitByline(byline).authors.map(({ name }) => name);
  const names = ['Sara Karimi', 'Jan Müller'];
  for (const byline of [
    'Sara Karimi, Associate Professor1, Jan Müller, MSc student2',
    'Sara Karimi 1, Ph.D. Candidate; Jan Müller (PhD)2',
    'Sara Karimi, RN, MSN, Jan Müller, BSc (Hons)',
    'Sara Karimi, MD•1,2; Jan Müller, MD†',
    'Authors: Sara Karimi, Jan Müller',
    'By Sara Karimi and Jan Müller',
  ])
    expect(namesIn(byline), byline).toEqual(names);
  expect(splitByline('Sara Karimi, *Jan Müller').authors).toEqual([
    author('Sara Karimi'),
    author('Jan Müller', [], true),
  ]);
  expect(namesIn('Djamgoz MBA, Rossi MHA')).toEqual(['Djamgoz MBA', 'Rossi MHA']);
  expect(namesIn('سارا کریمی، استادیار۱، یان مولر، دانشجوی دکتری۲')).toEqual(['سارا کریمی', 'یان مولر']);
});

const shortNames = ['Sa', 'Mab', 'Sab', 'Na', 'Ha', 'Da', 'Saab', 'Abd', 'Ba', 'Mac'].flatMap((name) => [
  name,
  `Carla ${name}`,
  `${name} C`,
]);

test('names that end with such letters stay as they are where nothing says that these count affiliations', () => {
  for (const first of shortNames)
    for (const second of shortNames) {
      const { authors } = splitByline(`${first}, ${second}`);
      expect(authors).toEqual([author(first), author(second)]);
      expect(splitByline(`${first}1, ${second}2`, 2).authors).toEqual([author(first, [1]), author(second, [2])]);
    }
});

test.each([[['Carla Sa', 'Li Ma', 'Olga Petrova']], [['Sa C', 'Ma L', 'Petrova O']], [['Carla Sa', 'Ali Habib']]])(
  'the names %j are found whatever letters are put behind them',
  (names) => {
    for (const marks of [
      ['a', 'b', 'c'],
      ['a', 'a,b', 'b'],
      ['a', 'b,c', 'a'],
      ['a,b', 'b', 'c,*'],
    ]) {
      const marked = names.map((name, index) => name + marks[index]).join(', ');
      const count = new Set(marks.slice(0, names.length).join('').match(/[a-z]/g)).size;
      const { authors } = splitByline(marked, count);
      expect(
        authors.map(({ name }) => name),
        marked,
      ).toEqual(names);
      expect(
        authors.every(({ affiliations }) => affiliations.length > 0),
        marked,
      ).toBe(true);
    }
  },
);

test('where letters may be affiliations or parts of names, somebody is asked', () => {
  expect(splitByline('Karimi Sa, Müller Jb')).toEqual({
    authors: [author('Karimi Sa'), author('Müller Jb')],
    isLettered: false,
  });
  const lettered = { authors: [author('Karimi S', [1]), author('Müller J', [2])], isLettered: true };
  expect(splitByline('Karimi Sa, Müller Jb', 2)).toEqual(lettered);
  expect(splitByline('Karimi Sa, Müller Jb', 0, true)).toEqual(lettered);
  expect(splitByline('Karimi Sa, Müller Jb', 2, false).isLettered).toBe(false);
  expect(splitByline('Carla Sa').isLettered).toBeUndefined();
});

test.each([
  [
    'Karimi Sa, Müller Jb\na Sleep Clinic, Tehran, Iran\nb Institute, Bonn',
    ['Sleep Clinic, Tehran, Iran', 'Institute, Bonn'],
  ],
  [
    'Karimi S1\nMüller J2\n\n1. Sleep Clinic, Tehran\n2. Institute, Bonn\n* Corresponding author',
    ['Sleep Clinic, Tehran', 'Institute, Bonn'],
  ],
  ['Karimi S¹, Müller J²\n¹Sleep Clinic, Tehran\n²Institute, Bonn', ['Sleep Clinic, Tehran', 'Institute, Bonn']],
  ['سارا کریمی۱\n۱. دانشگاه علوم پزشکی، تهران', ['دانشگاه علوم پزشکی، تهران']],
  ['1. Karimi S\n2. Müller J', []],
  ['Karimi S1, Müller\nJ1, Rossi M2', []],
])('affiliations below the byline %j are found', (text, affiliations) => {
  const pasted = splitPasted(text);
  expect(pasted.affiliations).toEqual(affiliations);
  expect(text.startsWith(pasted.byline)).toBe(true);
});

test.each([
  ['Sleep Clinic, Tehran, Iran\nInstitute of Physiology, Bonn, Germany', 2],
  ['1. Sleep Clinic, Tehran, Iran\n2. Institute of Physiology, Bonn, Germany.', 2],
  ['1 Sleep Clinic, Tehran, Iran; 2 Institute of Physiology, Bonn, Germany', 2],
  ['1Sleep Clinic, Tehran, Iran 2Institute of Physiology, Bonn, Germany', 2],
  ['Sleep Clinic, Tehran, Iran', 1],
  ['', 0],
])('the affiliations "%s" are split', (text, count) => {
  expect(splitAffiliations(text)).toEqual(
    ['Sleep Clinic, Tehran, Iran', 'Institute of Physiology, Bonn, Germany'].slice(0, count),
  );
});

test.each([
  ['(1) Sleep Clinic (2) Institute', ['Sleep Clinic', 'Institute']],
  ['<sup>1</sup>Sleep Clinic,\n²Institute\n* Corresponding author: x@example.org', ['Sleep Clinic', 'Institute']],
  ['a Sleep Clinic\nb Institute', ['Sleep Clinic', 'Institute']],
  ['3 Sleep Clinic\n4 Institute', ['Sleep Clinic', 'Institute']],
  ['۱. دانشگاه تهران\n۲. دانشگاه شیراز\nنویسندهٔ مسئول: سارا کریمی', ['دانشگاه تهران', 'دانشگاه شیراز']],
  ['123 Main Street, Bonn', ['123 Main Street, Bonn']],
  ['1st Department, Athens\n2nd Department, Athens', ['1st Department, Athens', '2nd Department, Athens']],
])('numbers that count the affiliations "%s" are left out, and no others', (text, affiliations) => {
  expect(splitAffiliations(text)).toEqual(affiliations);
});
