import { describe, expect, it } from 'vitest';
import { recogniseFormat } from '../../../../src/formats/table.ts';
import { readInvertedAbstract } from '../../../../src/formats/openalex/inverted-abstract.ts';
import { parseOpenalexJson } from '../../../../src/formats/openalex/parse-openalex-json.ts';

/** A work as the documentation shows one, with invented data. */
const work = {
  id: 'https://openalex.org/W1',
  doi: 'https://doi.org/10.5555/a',
  title: 'Uptake of H<sub>2</sub>O &amp; more in <i>E. coli</i>',
  display_name: 'Uptake of H<sub>2</sub>O &amp; more in <i>E. coli</i>',
  publication_year: 2024,
  publication_date: '2024-12-03',
  ids: {
    openalex: 'https://openalex.org/W1',
    doi: 'https://doi.org/10.5555/a',
    pmid: 'https://pubmed.ncbi.nlm.nih.gov/99000001',
    pmcid: 'https://www.ncbi.nlm.nih.gov/pmc/articles/9900001',
  },
  language: 'en',
  primary_location: {
    is_oa: true,
    landing_page_url: 'https://doi.org/10.5555/a',
    pdf_url: 'https://journal.example/a.pdf',
    source: {
      display_name: 'Example Journal',
      issn_l: '1746-0751',
      issn: ['1746-0751', '1746-076X'],
      host_organization_name: 'Example Press',
    },
    license: 'cc-by',
  },
  type: 'article',
  open_access: { is_oa: true, oa_status: 'diamond' },
  authorships: [
    {
      author: { display_name: 'Sara Karimi-Wrong', orcid: 'https://orcid.org/0000-0001-5109-3700' },
      raw_author_name: 'Sara Karimi',
      raw_orcid: 'https://orcid.org/0000-0002-1825-0097',
      is_corresponding: true,
      institutions: [
        { id: 'https://openalex.org/I1', display_name: 'Example Institute', ror: 'https://ror.org/01c4pz451' },
      ],
      raw_affiliation_strings: ['Department A, Example Institute, Tehran', 'Two Places, Tehran'],
      affiliations: [
        {
          raw_affiliation_string: 'Department A, Example Institute, Tehran',
          institution_ids: ['https://openalex.org/I1'],
        },
        {
          raw_affiliation_string: 'Two Places, Tehran',
          institution_ids: ['https://openalex.org/I1', 'https://openalex.org/I2'],
        },
      ],
    },
    { author: { display_name: 'Ali Rezaei', orcid: 'https://orcid.org/0000-0001-5109-3700' }, institutions: [] },
    { author: { display_name: 'Example Study Group', orcid: null }, institutions: [] },
  ],
  biblio: { volume: '12', issue: '3', first_page: '101', last_page: '110' },
  is_retracted: false,
  mesh: [{ descriptor_ui: 'D001172', descriptor_name: 'Arthritis', qualifier_name: 'therapy' }],
  keywords: [{ display_name: 'Computed word' }],
  awards: [{ funder_display_name: 'Example Fund', funder_award_id: '97-01' }],
  funders: [{ display_name: 'Example Fund' }, { display_name: 'Other Fund', ror: 'https://ror.org/01c4pz451' }],
  abstract_inverted_index: { To: [0], see: [1, 3], and: [2] },
  cited_by_count: 4,
  something_new: 'a value nobody knows',
};

const read = (changes: object = {}) => {
  const { records, problems } = parseOpenalexJson(JSON.stringify({ meta: {}, results: [{ ...work, ...changes }] }));
  expect(problems).toEqual([]);
  return records[0]!;
};

describe('a work of OpenAlex', () => {
  it('is recognised, in a list, in an array and alone', () => {
    for (const answer of [{ meta: { count: 1 }, results: [work] }, [work], work]) {
      const format = recogniseFormat(JSON.stringify(answer));
      expect(format?.id).toBe('openalex-json');
      expect(format?.read(JSON.stringify(answer)).records).toHaveLength(1);
    }
  });

  it('has its data, and its authors as printed with the iD that they deposited', () => {
    expect(read()).toMatchObject({
      type: 'article',
      title: 'Uptake of H<sub>2</sub>O & more in <i>E. coli</i>',
      doi: '10.5555/a',
      pmid: '99000001',
      pmcid: 'PMC9900001',
      lang: 'en',
      published: { year: 2024, month: 12, day: 3 },
      container: 'Example Journal',
      issn: '1746-0751',
      eissn: '1746-076X',
      publisher: 'Example Press',
      volume: '12',
      issue: '3',
      pages: { first: '101', last: '110' },
      openAccess: 'diamond',
      links: [{ rel: 'pdf', url: 'https://journal.example/a.pdf' }],
      mesh: ['D001172'],
      meshLabels: { D001172: 'Arthritis' },
      funding: [
        { funder: 'Example Fund', award: '97-01' },
        { funder: 'Other Fund', ror: '01c4pz451' },
      ],
      abstracts: [{ sections: [{ text: 'To see and see' }] }],
      keywords: [],
      affiliations: [
        { name: 'Department A, Example Institute, Tehran', ror: 'https://ror.org/01c4pz451' },
        { name: 'Two Places, Tehran' },
      ],
    });
    expect(read().authors).toEqual([
      { name: 'Sara Karimi', group: false, orcid: '0000-0002-1825-0097', corresponding: true, affiliations: [1, 2] },
      { name: 'Ali Rezaei', group: false, affiliations: [] },
      { name: 'Example Study Group', group: true, affiliations: [] },
    ]);
    const unplaced = read().unplaced.map(({ name, reason }) => `${name}: ${reason}`);
    expect(unplaced).toEqual(
      expect.arrayContaining(['something_new: no place', 'license: no place', 'keywords: database']),
    );
    expect(read().unplaced.filter(({ name }) => name === 'author.orcid')).toHaveLength(2);
  });

  it.each([
    ['2024-01-01', { year: 2024 }],
    ['2024-03-01', { year: 2024, month: 3 }],
    ['2024-03-02', { year: 2024, month: 3, day: 2 }],
    ['2024-10-10', { year: 2024, month: 10, day: 10 }],
    [null, { year: 2024 }],
  ])('has no day or month that OpenAlex filled in: %s', (written, published) => {
    expect(read({ publication_date: written }).published).toEqual(published);
  });

  it('says where its list of authors ends before the last', () => {
    const authorships = Array.from({ length: 100 }, () => work.authorships[0]);
    const reasons = (changes: object) => read(changes).unplaced.filter(({ name }) => name === 'authorships');
    expect(reasons({ authorships })).toMatchObject([{ reason: 'unreadable' }]);
    expect(reasons({ is_authors_truncated: true })).toHaveLength(1);
    expect(reasons({ is_authors_truncated: false, authorships: authorships.slice(1) })).toEqual([]);
  });

  it('is retracted where OpenAlex says so', () => {
    expect(read({ is_retracted: true }).status).toBe('retracted');
    expect(read({ title: 'RETRACTED: Uptake', display_name: 'RETRACTED: Uptake' })).toMatchObject({
      title: 'Uptake',
      status: 'retracted',
    });
  });

  it.each([
    ['preprint', {}, 'preprint'],
    ['dissertation', {}, 'thesis'],
    ['article', { primary_location: { raw_type: 'proceedings-article' } }, 'conference-paper'],
    ['something-new', {}, 'report'],
  ])('has the type of %s', (type, changes, expected) => {
    expect(read({ type, ...changes }).type).toBe(expected);
  });

  it('of a changed shape is read as far as possible, or is a problem', () => {
    const shapes = { authorships: { a: 1 }, ids: [], primary_location: 'x', biblio: null, mesh: {}, open_access: 1 };
    expect(read(shapes)).toMatchObject({ doi: '10.5555/a', authors: [] });
    expect(parseOpenalexJson('{"results":[{"id":"https://openalex.org/W1"},7]}').problems).toHaveLength(2);
    expect(parseOpenalexJson('{"error":"no"}').problems).toMatchObject([{ message: 'this is no answer of OpenAlex' }]);
    expect(parseOpenalexJson('{"results":[{').problems).toMatchObject([{ name: 'json-malformed' }]);
  });
});

it('an abstract is read by the order of its positions, however large they are', () => {
  expect(readInvertedAbstract({ b: [9_007_199_254_740_000], a: [0, 3], constructor: [2], c: ['x'] })).toBe(
    'a constructor a b c',
  );
  expect(readInvertedAbstract(null)).toBeUndefined();
  expect(readInvertedAbstract({})).toBeUndefined();
});
