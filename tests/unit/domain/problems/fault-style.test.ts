import { expect, test } from 'vitest';
import { parseCountry } from '../../../../src/domain/institute/country.ts';
import { parseArxiv } from '../../../../src/domain/identifiers/arxiv.ts';
import { parseDoi } from '../../../../src/domain/identifiers/doi.ts';
import { parseHandle } from '../../../../src/domain/identifiers/handle.ts';
import { parseIsbn } from '../../../../src/domain/identifiers/isbn.ts';
import { parseIssn } from '../../../../src/domain/identifiers/issn.ts';
import { parseMesh } from '../../../../src/domain/identifiers/mesh.ts';
import { parseOrcid } from '../../../../src/domain/identifiers/orcid.ts';
import { parsePmcid, parsePmid } from '../../../../src/domain/identifiers/pubmed.ts';
import { parseRor } from '../../../../src/domain/identifiers/ror.ts';
import { parseTrialRegistration } from '../../../../src/domain/identifiers/trial-registration.ts';
import { parseContactAddress, parseWebAddress } from '../../../../src/domain/identifiers/web-address.ts';
import { parseLanguageTag } from '../../../../src/domain/languages/language.ts';
import { parseLicense } from '../../../../src/domain/publication/license.ts';
import { parsePartialDate } from '../../../../src/domain/dates/partial-date.ts';
import { findNameWarning, parsePersonName } from '../../../../src/domain/people/person-name.ts';
import type { Parsed } from '../../../../src/domain/problems/problem.ts';
import { parseRichText } from '../../../../src/domain/text/rich-text.ts';
import { parseSlug } from '../../../../src/domain/identifiers/slug.ts';
import { renderMath } from '../../../../src/compile/body/render-math.ts';
import { findUnsafeCharacters } from '../../../../src/domain/text/unsafe-characters.ts';
import { styleFault } from '../../../support/problem-style.ts';

const parsers: readonly ((text: string) => Parsed<unknown>)[] = [
  parseCountry,
  parseArxiv,
  parseDoi,
  parseHandle,
  parseIsbn,
  parseIssn,
  parseMesh,
  parseOrcid,
  parsePmcid,
  parsePmid,
  parseRor,
  parseTrialRegistration,
  parseContactAddress,
  parseWebAddress,
  parseLanguageTag,
  parseLicense,
  parsePartialDate,
  parsePersonName,
  parseSlug,
];

/** Mistakes of many kinds. Every parser gets each of them, and rejects most. */
const mistakes = [
  '',
  'x',
  'nonsense of no kind',
  'https://doi.org/10.5555/12345678',
  'doi:10.5555/',
  '0000-0002-1825-0098',
  '1234-5678',
  '978-3-16-148410-1',
  '9783161484100',
  '01c4pz452',
  'NCT1',
  'irct20080728001031n29',
  'PMC 12',
  'PMID: 123',
  'D1',
  'https://id.nlm.nih.gov/mesh/D001172',
  'javascript:alert(1)',
  'https://user:secret@example.org/',
  'https://localhost/',
  'example.org',
  'CC BY 4.0',
  'Iran',
  'english',
  'en_US',
  '2024-13',
  '2024-02-31',
  '1403-02-01',
  '3 December 2024',
  'con',
  'S Capital',
  'x'.repeat(200),
  'Jamshidi A, Madani H and Sadri B',
  'Prof. Jamshidi A',
  'Jamshidi A, MD',
  'Jamshidi A1,2',
  'jamshidi@example.org',
  'Example Study Group',
  'A <span>title',
  'A <b>title',
  'A &nope; title',
  'A $\\frac{$ title',
];

test('every fault of a value has the form of all problems', () => {
  const faults = mistakes.flatMap((text) => [
    ...parsers.flatMap((parse) => {
      const result = parse(text);
      return result.ok ? [] : [result.fault];
    }),
    ...parseRichText(text, renderMath).faults,
    ...[findNameWarning(text), findUnsafeCharacters(`a\u202e${text}`)].filter((fault) => fault !== undefined),
  ]);
  expect(new Set(faults.map(({ name }) => name)).size).toBeGreaterThan(30);
  expect(faults.flatMap(({ message, hint }) => [styleFault(message) ?? [], styleFault(hint) ?? []].flat())).toEqual([]);
});
