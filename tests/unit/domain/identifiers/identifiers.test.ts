import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arxivUrl, parseArxiv } from '../../../../src/domain/identifiers/arxiv.ts';
import { doiKey, doiUrl, parseDoi } from '../../../../src/domain/identifiers/doi.ts';
import { handleUrl, parseHandle } from '../../../../src/domain/identifiers/handle.ts';
import { isbnDigits, parseIsbn } from '../../../../src/domain/identifiers/isbn.ts';
import { parseIssn } from '../../../../src/domain/identifiers/issn.ts';
import { parseMesh } from '../../../../src/domain/identifiers/mesh.ts';
import { orcidUrl, parseOrcid } from '../../../../src/domain/identifiers/orcid.ts';
import { parsePmcid, parsePmid, pmcUrl, pubmedUrl } from '../../../../src/domain/identifiers/pubmed.ts';
import { parseRor, rorUrl } from '../../../../src/domain/identifiers/ror.ts';
import type { Parsed } from '../../../../src/domain/problems/problem.ts';

const families: readonly {
  name: string;
  parse: (text: string) => Parsed<string>;
  good: readonly string[];
  repaired: readonly (readonly [string, string])[];
  bad: readonly string[];
}[] = [
  {
    name: 'DOI',
    parse: parseDoi,
    good: [
      '10.5555/12345678',
      '10.1016/S0140-6736(05)17947-1',
      '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
      '10.1000.10/ABC',
    ],
    repaired: [
      ['https://doi.org/10.5555/12345678', '10.5555/12345678'],
      ['http://dx.doi.org/10.1000%2Fabc', '10.1000/abc'],
      ['doi:10.5555/ABC.', '10.5555/ABC'],
      ['10.5555/0276-4741(2003)023 [ 0128:SLEEP]2.0.CO;2', '10.5555/0276-4741(2003)023[0128:SLEEP]2.0.CO;2'],
      ['<10.1000/abc>', '10.1000/abc'],
      ['(10.1016/S0140-6736(05)17947-1)', '10.1016/S0140-6736(05)17947-1'],
      ['https://link.springer.com/article/10.1007/s00125-020-05123-4?utm_source=x', '10.1007/s00125-020-05123-4'],
      ['10.1000/abc–def', '10.1000/abc-def'],
      ['0.26615/978-954-452-046-5_003', '10.26615/978-954-452-046-5_003'],
    ],
    bad: ['', 'abc', '10.12/abc', '10.5555/', '10.5555/a b'],
  },
  {
    name: 'ORCID iD',
    parse: parseOrcid,
    good: ['0000-0002-1825-0097', '0000-0002-1694-233X'],
    repaired: [
      ['https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
      ['0000000218250097', '0000-0002-1825-0097'],
      ['0000-0002-1694-233x', '0000-0002-1694-233X'],
      ['0000–0002–1825–0097', '0000-0002-1825-0097'],
    ],
    bad: ['', '0000-0002-1825-0098', '0000-0002-1825'],
  },
  {
    name: 'ROR identifier',
    parse: parseRor,
    good: ['01c4pz451', '05gq02987'],
    repaired: [
      ['https://ror.org/01c4pz451', '01c4pz451'],
      ['01C4PZ451', '01c4pz451'],
    ],
    bad: ['', '01c4pz452', '11c4pz451', '01c4pi451'],
  },
  {
    name: 'ISSN',
    parse: parseIssn,
    good: ['1746-0751', '2434-561X'],
    repaired: [
      ['17460751', '1746-0751'],
      ['ISSN: 1746-0751', '1746-0751'],
      ['2434-561x', '2434-561X'],
      ['eISSN 1746–0751', '1746-0751'],
    ],
    bad: ['', '1746-0752', '1746-075'],
  },
  {
    name: 'ISBN',
    parse: parseIsbn,
    good: ['978-3-16-148410-0', '9783161484100', '0-306-40615-2', '080442957X'],
    repaired: [
      ['ISBN-13: 978-3-16-148410-0', '978-3-16-148410-0'],
      ['978 3 16 148410 0', '978-3-16-148410-0'],
      ['0-8044-2957-x', '0-8044-2957-X'],
    ],
    bad: ['', '9783161484101', '0-306-40615-3', '9773161484100', '978--3161484100'],
  },
  {
    name: 'PubMed identifier',
    parse: parsePmid,
    good: ['1', '35757629'],
    repaired: [
      ['https://pubmed.ncbi.nlm.nih.gov/35757629/', '35757629'],
      ['PMID: 35757629', '35757629'],
      ['0123', '123'],
    ],
    bad: ['', '123456789', 'PMC1'],
  },
  {
    name: 'PubMed Central identifier',
    parse: parsePmcid,
    good: ['PMC9218106'],
    repaired: [
      ['9218106', 'PMC9218106'],
      ['pmc9218106', 'PMC9218106'],
      ['https://pmc.ncbi.nlm.nih.gov/articles/PMC9218106/', 'PMC9218106'],
      ['PMC9218106.1', 'PMC9218106'],
    ],
    bad: ['', 'PMC', 'x'],
  },
  {
    name: 'arXiv identifier',
    parse: parseArxiv,
    good: ['2101.00001', '2101.00001v2', '1412.1234', 'math.GT/0309136', 'hep-th/9901001v3'],
    repaired: [
      ['arXiv:2101.00001', '2101.00001'],
      ['https://arxiv.org/pdf/2101.00001v2.pdf', '2101.00001v2'],
      ['10.48550/arXiv.2101.00001', '2101.00001'],
    ],
    bad: ['', '2113.00001', '1501.1234', 'foo/0309136'],
  },
  {
    name: 'handle',
    parse: parseHandle,
    good: ['1721.1/49437', '20.500.12345/a-b'],
    repaired: [
      ['https://hdl.handle.net/1721.1/49437', '1721.1/49437'],
      ['hdl:1721.1/49437', '1721.1/49437'],
    ],
    bad: ['', '10.5555/12345678', '1721.1', 'a b/c'],
  },
  {
    name: 'MeSH descriptor',
    parse: parseMesh,
    good: ['D001172', 'D000086382'],
    repaired: [
      ['d001172', 'D001172'],
      ['https://id.nlm.nih.gov/mesh/D001172', 'D001172'],
    ],
    bad: ['', 'Q000628', 'D00117', 'D0011722'],
  },
];

describe.each(families)('$name', ({ parse, good, repaired, bad }) => {
  test.each(good)('%s is valid, and stays as written', (text) =>
    expect(parse(text)).toEqual({ ok: true, value: text }),
  );
  test.each(repaired)('%s is rejected, and the hint is %s', (text, bare) => {
    expect(parse(text)).toMatchObject({ ok: false, fault: { hint: `write ${bare}` } });
    expect(parse(bare)).toEqual({ ok: true, value: bare });
  });
  test.each(bad)('"%s" is rejected, and cannot be repaired', (text) => {
    const parsed = parse(text);
    expect(parsed.ok ? '' : parsed.fault.hint).not.toMatch(/^(?:Write \S+\.)?$/);
  });
  test('no text makes it throw', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parse(text))));
});

describe('a check digit finds every wrong digit', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
  const expectedOf = (parse: (text: string) => Parsed<string>, text: string): string => {
    const parsed = parse(text);
    return parsed.ok ? text.slice(-1) : (/should be (\w+)/.exec(parsed.fault.message)?.[1] ?? '?');
  };
  const grouped = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1-');
  test.each([
    ['ORCID iD', parseOrcid, 15, grouped],
    ['ISSN', parseIssn, 7, grouped],
    ['ISBN-10', parseIsbn, 9, (text: string) => text],
  ] as const)('%s', (_, parse, length, write) => {
    fc.assert(
      fc.property(digits(length), fc.nat(length - 1), fc.integer({ min: 1, max: 9 }), (start, place, change) => {
        const valid = start + expectedOf(parse, write(`${start}0`));
        expect(parse(write(valid)).ok).toBe(true);
        const wrong = valid.slice(0, place) + String((Number(valid[place]) + change) % 10) + valid.slice(place + 1);
        expect(parse(write(wrong))).toMatchObject({ ok: false, fault: { name: 'wrong-check-digit' } });
      }),
    );
  });
});

test('identifiers have addresses', () => {
  expect(doiUrl('10.1000/a<b>#c%d?e "f"')).toBe('https://doi.org/10.1000/a%3Cb%3E%23c%25d%3Fe%20%22f%22');
  expect(doiUrl('10.1016/S0140-6736(05)17947-1')).toBe('https://doi.org/10.1016/S0140-6736(05)17947-1');
  expect(orcidUrl('0000-0002-1825-0097')).toBe('https://orcid.org/0000-0002-1825-0097');
  expect(rorUrl('01c4pz451')).toBe('https://ror.org/01c4pz451');
  expect(pubmedUrl('1')).toBe('https://pubmed.ncbi.nlm.nih.gov/1/');
  expect(pmcUrl('PMC1')).toBe('https://pmc.ncbi.nlm.nih.gov/articles/PMC1/');
  expect(arxivUrl('2101.00001')).toBe('https://arxiv.org/abs/2101.00001');
  expect(handleUrl('1721.1/49437')).toBe('https://hdl.handle.net/1721.1/49437');
});

test('DOIs are compared without regard to ASCII capitals, ISBNs without hyphens', () => {
  expect(doiKey('10.1000/ABCÄ')).toBe('10.1000/abcÄ');
  expect(isbnDigits('978-3-16-148410-0')).toBe('9783161484100');
});
