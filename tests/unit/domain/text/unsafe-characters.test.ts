import { expect, test } from 'vitest';
import { findUnsafeCharacters, removeInvisible } from '../../../../src/domain/text/unsafe-characters.ts';

test.each(['plain', 'می‌شود', 'کووید‌۱۹', 'क्‍ष', '👨‍👩‍👧', '👩🏽‍🔬', '❤️‍🔥', '🏳️‍🌈', 'two\nlines\tand a tab'])(
  '%j is safe',
  (text) => expect(findUnsafeCharacters(text)).toBeUndefined(),
);

test.each([
  ['a\u200E b', 'U+200E, direction mark', '"a b"'],
  ['a\u202Eb', 'U+202E, direction override', '"ab"'],
  ['\u2067a', 'U+2067, direction isolate', '"a"'],
  ['\u061Ca', 'U+061C, Arabic letter mark', '"a"'],
  ['\uFEFFa', 'U+FEFF, byte order mark', '"a"'],
  ['so\u00ADft', 'U+00AD, soft hyphen', '"soft"'],
  ['a\u200Bb', 'U+200B, zero-width space', '"ab"'],
  ['a\u0000b', 'U+0000, control character', '"ab"'],
  ['a\u0085b', 'U+0085, control character', '"a…b", with … in its place'],
  ['a\u0096b', 'U+0096, control character', '"a–b", with – in its place'],
  ['a\uD83D', 'U+D83D, half of a character', '"a"'],
  ['می\u200C شود', 'U+200C, zero-width non-joiner', '"می شود"'],
])('%j holds an invisible character', (text, described, cleaned) => {
  const fault = findUnsafeCharacters(text);
  expect(fault?.name).toBe('invisible-character');
  expect(fault?.message).toContain(described);
  expect(fault?.hint).toContain(cleaned);
});

test('a line break is unsafe only in a one-line text', () => {
  expect(findUnsafeCharacters('a\nb', { oneLine: true })?.message).toContain('line break');
  expect(findUnsafeCharacters('a\nb', { oneLine: true })?.hint).toContain('"a b"');
});

test.each<[text: string, visible: string, removed: string]>([
  ['Mül\u00ADler and Stra\u00ADße', 'Müller and Straße', '2 soft hyphens'],
  ['\uFEFFWe found', 'We found', '1 byte order mark'],
  ['a\u200Bb\u2060c\u200Ed', 'abcd', '1 zero-width space, 1 word joiner, 1 direction mark'],
  ['می\u200C\u200Cشود و می\u200C شود', 'می\u200Cشود و می شود', '2 zero-width non-joiners'],
  ['مي\u200B\u200Cشود', 'مي\u200Cشود', '1 zero-width space'],
  ['👩🏽\u200D🔬\u200D', '👩🏽\u200D🔬', '1 zero-width joiner'],
])('of %j remains what is seen', (text, visible, removed) => {
  expect(removeInvisible(text)).toMatchObject({ text: visible, removed });
  expect(removeInvisible(visible)).toBeUndefined();
  expect(findUnsafeCharacters(visible)).toBeUndefined();
});

test.each(['می\u200Cشود', 'क्\u200Dष', '👩🏽\u200D🔬 ❤\uFE0F', '1\uFE0F\u20E3', 'a\u0085b'])(
  'nothing is removed of %j',
  (text) => expect(removeInvisible(text)).toBeUndefined(),
);

test('the place of the first removed character is known', () => {
  expect(removeInvisible('one\ntwo \u200D three\u00AD')?.offset).toBe(8);
});
