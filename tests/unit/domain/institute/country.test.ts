import { describe, expect, test } from 'vitest';
import { findCountryInAffiliation, parseCountry } from '../../../../src/domain/institute/country.ts';

test('a code of ISO 3166-1 is a country', () => expect(parseCountry('IR')).toEqual({ ok: true, value: 'IR' }));

test.each([
  ['ir', 'write IR'],
  ['Iran', 'write IR'],
  ['UK', 'write GB'],
  ['Turkey', 'write TR'],
  ['XX', 'write the code, such as IR, DE or US'],
])('%s is not a code', (text, hint) => expect(parseCountry(text)).toMatchObject({ ok: false, fault: { hint } }));

describe('the country at the end of an affiliation is found by its exact name', () => {
  test.each([
    ['Rheumatology Research Center, Tehran University of Medical Sciences, Tehran, Iran.', 'IR'],
    ['Royan Institute, Tehran, Islamic Republic of Iran', 'IR'],
    ['Royan Institute, Tehran, I. R. Iran', 'IR'],
    ['Royan Institute, Tehran 16635-148, Iran (Islamic Republic of)', 'IR'],
    ['دانشگاه تهران، تهران، ایران', 'IR'],
    ['Imperial College, London SW7 2AZ, UK. a.b@imperial.ac.uk', 'GB'],
    ['University of Edinburgh, Edinburgh, Scotland', 'GB'],
    ['Institute, Manchester, United Kingdom of Great Britain and Northern Ireland.', 'GB'],
    ['University of Sarajevo, Sarajevo, Bosnia and Herzegovina', 'BA'],
    ['Peking University, Beijing, P. R. China', 'CN'],
    ["Peking University, Beijing, People's Republic of China. Electronic address: x@y.cn.", 'CN'],
    ['Seoul National University, Seoul, Republic of Korea', 'KR'],
    ['Université de Montréal, Montréal, QC, Canada H1T 2M4', 'CA'],
    ['BioMedCom, Dorval, Quebec, Canada (MMG, MW, HK)', 'CA'],
    ['Leiden University, Leiden, The Netherlands (TW).', 'NL'],
    ['Hospital, Ankara, Türkiye', 'TR'],
    ['Hospital, Madrid - Spain', 'ES'],
    ['State University, Tbilisi, Georgia', 'GE'],
    ['Imperial College, UK. ISNI: 0000 0001 2113 8111. GRID: grid.7445.2', 'GB'],
    ['Emory University, Atlanta, Georgia', undefined],
    ['University of New Mexico, Albuquerque, New Mexico', undefined],
    ['Department of Chemistry, University of Jordan', undefined],
    ['', undefined],
  ])('%s', (text, code) => expect(findCountryInAffiliation(text)).toBe(code));
});
