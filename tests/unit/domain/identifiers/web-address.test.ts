import { describe, expect, test } from 'vitest';
import { parseContactAddress, parseWebAddress } from '../../../../src/domain/identifiers/web-address.ts';

test.each([
  ['https://example.org', 'https://example.org/'],
  ['HTTP://Example.ORG/a?b#c', 'http://example.org/a?b#c'],
  ['http://fa.wikipedia.org/wiki/علی', 'http://fa.wikipedia.org/wiki/%D8%B9%D9%84%DB%8C'],
  ['http://localhost:4321/x', 'http://localhost:4321/x'],
])('%s is the address %s', (text, address) => expect(parseWebAddress(text)).toEqual({ ok: true, value: address }));

describe('an address that cannot be linked safely is rejected', () => {
  test.each([
    ['www.example.org/a', 'write https://www.example.org/a'],
    ['//example.org/a', 'write https://example.org/a'],
    ['https://example.org/a b', 'write https://example.org/a%20b'],
    ['https://user:secret@example.org/', 'write https://example.org/'],
    ['https://example', 'write the complete address, such as https://example.org/'],
    ['javascript:alert(1)', 'write an address that starts with https://'],
    ['JaVaScRiPt:alert(1)', 'write an address that starts with https://'],
    ['java\tscript:alert(1)', 'write the complete address, such as https://example.org/'],
    ['data:text/html,x', 'write an address that starts with https://'],
    ['mailto:a@example.org', 'write an address that starts with https://'],
    ['https://example.org/\u202Ea', 'write the complete address, such as https://example.org/'],
    ['', 'write the complete address, such as https://example.org/'],
  ])('%j', (text, hint) => expect(parseWebAddress(text)).toMatchObject({ ok: false, fault: { hint } }));
});

test.each([
  ['library@example.org', 'library@example.org'],
  ['mailto:library@example.org?subject={title}', 'library@example.org?subject={title}'],
  ['https://example.org/corrections?page={url}', 'https://example.org/corrections?page={url}'],
])('%s is a contact address', (text, address) =>
  expect(parseContactAddress(text)).toEqual({ ok: true, value: address }),
);

test.each(['library', 'javascript:alert(1)', 'a@b', 'https://exa mple.org/'])('%s is not a contact address', (text) =>
  expect(parseContactAddress(text).ok).toBe(false),
);
