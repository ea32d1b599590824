import { expect, test } from 'vitest';
import { splitByline, type SplitAuthor } from '../../../../src/editor/model/byline.ts';
import { splitAffiliations } from '../../../../src/editor/model/split-affiliations.ts';

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
  expect(splitByline(byline)).toEqual(authors);
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
