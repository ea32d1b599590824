import { describe, expect, test } from 'vitest';
import { findLicense, licenseName, licenseUrl, parseLicense } from '../../../../src/domain/publication/license.ts';

test.each([
  'CC-BY-4.0',
  'CC-BY-NC-ND-4.0',
  'CC-BY-3.0-IGO',
  'CC0-1.0',
  'MIT',
  'GPL-3.0-or-later',
  'LicenseRef-Elsevier',
])('%s is a licence', (id) => expect(parseLicense(id)).toEqual({ ok: true, value: id }));

describe('a licence as journals print it is read', () => {
  test.each([
    ['CC BY 4.0', 'CC-BY-4.0'],
    ['CCBY 4.0', 'CC-BY-4.0'],
    ['CC BY-NC-ND 4.0', 'CC-BY-NC-ND-4.0'],
    ['Creative Commons Attribution 4.0', 'CC-BY-4.0'],
    ['Creative Commons Attribution 4.0 International (CC BY 4.0)', 'CC-BY-4.0'],
    ['Creative Commons Attribution–Non Commercial–No Derivatives 4.0', 'CC-BY-NC-ND-4.0'],
    ['Creative Commons Attribution-NonCommercial 4.0 International License', 'CC-BY-NC-4.0'],
    ['Open Access. Licensed under CC BY-SA 3.0 Unported, see publisher.example', 'CC-BY-SA-3.0'],
    ['CC0', 'CC0-1.0'],
    ['Creative Commons Zero v1.0', 'CC0-1.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
    ['https://creativecommons.org/licenses/by-nc-nd/4.0/', 'CC-BY-NC-ND-4.0'],
    ['http://www.creativecommons.org/licenses/by/4.0/deed.en', 'CC-BY-4.0'],
    ['http://creativecommons.org/licenses/by/3.0/igo/', 'CC-BY-3.0-IGO'],
    ['CC BY 3.0 DE', 'CC-BY-3.0-DE'],
    ['Published under http://creativecommons.org/licenses/by-nc/4.0/, which permits noncommercial use', 'CC-BY-NC-4.0'],
    ['mit', 'MIT'],
    ['https://opensource.org/licenses/MIT', 'MIT'],
    ['Apache License, Version 2.0', 'Apache-2.0'],
    ['GPLv2+', 'GPL-2.0-or-later'],
  ])('%s', (text, id) => expect([parseLicense(text), findLicense(text)]).toEqual([{ ok: true, value: id }, id]));
});

describe('any other licence stays as it is printed', () => {
  test.each([
    '© 2023 Elsevier. All rights reserved.',
    'all rights reserved',
    'CC BY',
    'cc-by',
    'CC BY 5.0',
    'CC BY 3.0 Germany',
    'CC BY 4.0 or CC BY-NC 4.0',
    'CC BY 4.0, for non-commercial use',
    'CC BY 3.0 and CC BY 4.0',
    'GPL-3.0',
    'constructor',
    'https://creativecommons.org/licenses/by/3.0/xx/',
    'https://publisher.example/userlicense/1.0/',
  ])('%s', (text) => expect([parseLicense(text), findLicense(text)]).toEqual([{ ok: true, value: text }, undefined]));
});

describe('a misspelt identifier is a fault', () => {
  test.each([
    ['MITT', 'write MIT'],
    ['CC-BY-5.0', 'spdx.org'],
    ['CC-BY-4.O', 'spdx.org'],
    [' ', 'spdx.org'],
  ])('%s', (text, hint) => {
    const parsed = parseLicense(text);
    expect(parsed.ok ? '' : parsed.fault.hint).toContain(hint);
  });
});

test('a licence has a name and an address', () => {
  expect(licenseName('CC-BY-NC-4.0')).toBe('Creative Commons Attribution-NonCommercial 4.0 International');
  expect(licenseUrl('CC-BY-NC-4.0')).toBe('https://creativecommons.org/licenses/by-nc/4.0/');
  expect(licenseUrl('CC-BY-NC-ND-1.0')).toBe('https://creativecommons.org/licenses/by-nd-nc/1.0/');
  expect(licenseName('LicenseRef-Elsevier')).toBeUndefined();
  expect(licenseUrl('LicenseRef-Elsevier')).toBeUndefined();
  expect(licenseUrl('© 2023 Elsevier')).toBeUndefined();
  expect(licenseUrl('https://publisher.example/userlicense/1.0/')).toBe('https://publisher.example/userlicense/1.0/');
});
