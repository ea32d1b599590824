import { expect, test } from 'vitest';
import { splitAffiliations, splitByline, type SplitAuthor } from '../../../../src/editor/model/byline.ts';

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
