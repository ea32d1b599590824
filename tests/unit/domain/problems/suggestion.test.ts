import { expect, test } from 'vitest';
import { closest } from '../../../../src/domain/problems/suggestion.ts';

test.each([
  ['autors', ['title', 'authors'], 'authors'],
  ['iusse', ['issue', 'volume'], 'issue'],
  ['openaccess', ['openAccess'], 'openAccess'],
  ['article_number', ['articleNumber', 'articles'], 'articleNumber'],
  ['Peer Review', ['peer-review'], 'peer-review'],
  ['doy', ['doi', 'day'], 'day'],
  ['dio', ['doi'], 'doi'],
  ['xyz', ['doi', 'url'], undefined],
  ['ab', ['doi'], undefined],
  ['', ['a'], undefined],
])('%s means one of %j: %s', (word, candidates, expected) => expect(closest(word, candidates)).toBe(expected));

test('the order of candidates does not matter', () => {
  expect(closest('bat', ['cat', 'rat', 'hat'])).toBe(closest('bat', ['hat', 'rat', 'cat']));
});
