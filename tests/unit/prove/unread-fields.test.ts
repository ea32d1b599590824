import { describe, expect, test } from 'vitest';
import { publicationTypes, type PublicationType } from '../../../src/domain/publication/publication-type.ts';
import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { explain } from '../../tools/prove/explanations.ts';
import { fieldsOfRecord, type ProvedField } from '../../tools/prove/proved-fields.ts';
import { isHeld, unreadFields } from '../../tools/prove/unread-fields.ts';
import { unreadOddFields } from '../../tools/prove/unread-odd-fields.ts';
import { makeCited, makeContribution, plainAbstract } from '../formats/make-cited.ts';
import { publicationDetails } from './publication-details.ts';

const person = (family: string, given: string) => [{ name: { family, given } }];
const journal = { id: 'sleep', title: 'Journal of Sleep', issn: '1234-5679', publisher: 'Sleep House' };
const inJournal: readonly PublicationType[] = ['article', 'review', 'editorial', 'letter'];
const inContainer: readonly PublicationType[] = ['chapter', 'conference-paper', 'media', 'preprint', 'protocol'];
const printed: readonly PublicationType[] = ['chapter', 'conference-paper'];

/** A publication of a type that has all details, and its variant without pages. */
const whole = (type: PublicationType, variant: 'pages' | 'articleNumber' | 'neither' = 'pages'): CitedPublication =>
  makeCited(
    {
      type,
      title: ['Marbles'],
      contributions: person('Karimi', 'Sara'),
      ...(type === 'report' ? {} : { editors: person('Rose', 'Eva') }),
      translators: person('Schid', 'Jakob'),
      seriesEditors: person('Mario', 'Dora'),
      thesis: { kind: 'master', advisors: [makeContribution(person('Glas', 'Gerd')[0]!)] },
      ...(inJournal.includes(type) ? { journal: 'sleep' } : {}),
      ...(inContainer.includes(type) ? { container: 'Works on Glass' } : {}),
      ...(inJournal.includes(type) || type === 'preprint' ? {} : { publisher: 'Glass Press' }),
      published: { year: 2024, month: 12, day: 3 },
      ...(variant === 'pages' && (inJournal.includes(type) || printed.includes(type))
        ? { pages: { first: '101', last: '110' } }
        : {}),
      ...(variant === 'articleNumber' ? { articleNumber: 'e1002' } : {}),
      doi: '10.5555/1',
      url: 'https://example.org/1',
      isbn: '978-3-16-148410-0',
      pmid: '39713986',
      pmcid: 'PMC11703026',
      keywords: ['glass'],
      lang: 'de',
      ...publicationDetails,
      titles: { fa: ['تیله'] },
      trials: [{ id: 'NCT01234567', registry: 'ClinicalTrials.gov', url: 'https://example.org/NCT01234567' }],
      funding: [{ funder: 'Example Foundation', award: '97-01' }],
      abstracts: [plainAbstract('They roll.', 'de')],
    },
    inJournal.includes(type) ? { journal } : {},
  );

/** A record in which the file holds the field, with its value. */
function findRecord(
  { file, types = publicationTypes }: (typeof unreadFields)[number],
  field: ProvedField,
  place: RegExp | 'nowhere',
) {
  for (const type of types)
    for (const variant of ['pages', 'articleNumber', 'neither'] as const) {
      const sketches = [whole(type, variant), withoutPlace(whole(type, variant)), odd(type, variant)];
      for (const cited of sketches) {
        const expected = fieldsOfRecord(cited, file === 'bib' || file === 'biblatex.bib')[field];
        if (expected !== '' && isHeld(cited, file, place, expected, field)) return { cited, expected };
      }
    }
  throw new Error(`no record has ${field} in ${file}`);
}

/** Some formats have one place: that of the publisher, else that of the congress. */
const withoutPlace = ({ publication, context }: CitedPublication): CitedPublication => {
  const { place: _place, ...rest } = publication;
  return { publication: rest, context };
};

/** A publication with fields that only other types have. */
function odd(type: PublicationType, variant: 'pages' | 'articleNumber' | 'neither'): CitedPublication {
  const { publication, context } = whole(type, variant);
  const pages = variant === 'pages' ? { first: '101', last: '110' } : { first: 'i', last: 'iv', more: ', 1-74' };
  const others = { container: 'Works on Glass', volume: '12', issue: '3', pages };
  return { publication: { ...publication, ...(['book', 'thesis', 'report'].includes(type) ? others : {}) }, context };
}

describe.each([...unreadFields, ...unreadOddFields])('$program, $file: $why', (unread) => {
  test.each(Object.entries(unread.places) as [ProvedField, RegExp | 'nowhere'][])('%s', (field, place) => {
    const { program, file, types } = unread;
    const { cited, expected } = findRecord(unread, field, place);
    const { slug, type } = cited.publication;
    const difference = { slug, field, expected, found: '', program, file };
    expect(explain(difference, cited)).toBe(unread.why);
    // Another value is no such difference, nor is one that the file does not hold.
    expect(explain({ ...difference, found: 'otherwise 1999' }, cited)).toBeUndefined();
    if (place !== 'nowhere') expect(explain({ ...difference, expected: 'what no record has' }, cited)).toBeUndefined();
    // Nor is it one in another program or type.
    expect(explain({ ...difference, program: 'a program' }, cited)).toBeUndefined();
    const other = publicationTypes.find((one) => types && !types.includes(one) && one !== type);
    const elsewhere = other && { ...cited, publication: { ...cited.publication, type: other } };
    if (elsewhere) expect(explain(difference, elsewhere)).not.toBe(unread.why);
  });
});
