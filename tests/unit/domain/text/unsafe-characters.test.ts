import { expect, test } from 'vitest';
import { findUnsafeCharacters } from '../../../../src/domain/text/unsafe-characters.ts';

test.each(['plain', 'می‌شود', 'کووید‌۱۹', 'क्‍ष', '👨‍👩‍👧', 'two\nlines\tand a tab'])('%j is safe', (text) =>
  expect(findUnsafeCharacters(text)).toBeUndefined(),
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
  ['a\u0085b', 'U+0085, control character', '"ab"'],
  ['a\uD83D', 'U+D83D, half of a character', '"a"'],
  ['می\u200C شود', 'U+200C, zero-width non-joiner that is not between letters', '"می شود"'],
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
