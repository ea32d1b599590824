import { describe, expect, test } from 'vitest';
import { licenseName, licenseUrl, parseLicense } from '../../../../src/domain/publication/license.ts';

test.each([
  'CC-BY-4.0',
  'CC-BY-NC-ND-4.0',
  'CC-BY-3.0-IGO',
  'CC0-1.0',
  'MIT',
  'GPL-3.0-or-later',
  'LicenseRef-Elsevier',
])('%s is a licence', (id) => expect(parseLicense(id)).toEqual({ ok: true, value: id }));

describe('another spelling is rejected with the identifier that it means', () => {
  test.each([
    ['CC BY 4.0', 'write CC-BY-4.0'],
    ['cc-by', 'write CC-BY-4.0'],
    ['CCBY', 'write CC-BY-4.0'],
    ['CC0', 'write CC0-1.0'],
    ['https://creativecommons.org/licenses/by-nc-nd/4.0/', 'write CC-BY-NC-ND-4.0'],
    ['http://creativecommons.org/licenses/by/3.0/igo/', 'write CC-BY-3.0-IGO'],
    ['https://creativecommons.org/licenses/by/4.0/deed.en', 'write CC-BY-4.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'write CC0-1.0'],
    ['Creative Commons Attribution-NonCommercial 4.0 International License', 'write CC-BY-NC-4.0'],
    ['mit', 'write MIT'],
    ['https://opensource.org/licenses/MIT', 'write MIT'],
    ['Apache License, Version 2.0', 'write Apache-2.0'],
    ['GPL-3.0', 'write GPL-3.0-only or GPL-3.0-or-later'],
    ['GPLv2+', 'write GPL-2.0-or-later'],
  ])('%s', (text, hint) => expect(parseLicense(text)).toMatchObject({ ok: false, fault: { hint } }));
  test.each(['all rights reserved', 'constructor', 'CC BY 5.0', 'https://creativecommons.org/licenses/by/3.0/xx/'])(
    '%s means none',
    (text) => {
      const parsed = parseLicense(text);
      expect(parsed.ok ? '' : parsed.fault.hint).toContain('spdx.org');
    },
  );
});

test('a licence has a name and an address', () => {
  expect(licenseName('CC-BY-NC-4.0')).toBe('Creative Commons Attribution-NonCommercial 4.0 International');
  expect(licenseUrl('CC-BY-NC-4.0')).toBe('https://creativecommons.org/licenses/by-nc/4.0/');
  expect(licenseUrl('CC-BY-NC-ND-1.0')).toBe('https://creativecommons.org/licenses/by-nd-nc/1.0/');
  expect(licenseName('LicenseRef-Elsevier')).toBeUndefined();
  expect(licenseUrl('LicenseRef-Elsevier')).toBeUndefined();
});
