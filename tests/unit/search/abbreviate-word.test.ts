import { expect, test } from 'vitest';
import { abbreviateWord } from '../../../src/search/abbreviate-word.ts';

test.each([
  ['frontiers', 'front'],
  ['environmental', 'environ'],
  ['assessment', 'assess'],
  ['management', 'manag'],
  ['science', 'sci'],
  ['biology', 'biol'],
  ['national', 'natl'],
  ['american', 'am'],
  ['surgery', 'surg'],
  ['health', 'health'],
])('%s is abbreviated as %s', (word, abbreviation) => {
  expect(abbreviateWord(word)).toContain(abbreviation);
});

test('a word is not cut off before a consonant', () => {
  expect(abbreviateWord('health')).toEqual(['health']);
});
