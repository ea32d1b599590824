import { describe, expect, it } from 'vitest';
import { parseEuropepmcJson } from '../../../../src/formats/europepmc/parse-europepmc-json.ts';
import { recogniseFormat } from '../../../../src/formats/table.ts';

/** A result of the kind `core` as the documentation shows one, with invented data. */
const result = {
  id: '99000001',
  source: 'MED',
  pmid: '99000001',
  pmcid: 'PMC9900001',
  doi: '10.5555/a',
  title: 'Uptake of H<sub>2</sub>O in &lt;i&gt;E. coli&lt;/i&gt;: p<0.05.',
  authorString: 'Karimi S, Example Group.',
  authorList: {
    author: [
      {
        fullName: 'Karimi S',
        firstName: 'Sara',
        lastName: 'Karimi',
        initials: 'S',
        authorId: { type: 'ORCID', value: '0000-0002-1825-0097' },
        authorAffiliationDetailsList: {
          authorAffiliation: [
            { affiliation: 'Example Institute, Tehran, Iran.', affiliationOrgId: 'https://ror.org/01c4pz451' },
          ],
        },
      },
      { collectiveName: 'Example Group' },
    ],
  },
  journalInfo: {
    issue: '3',
    volume: '12',
    dateOfPublication: '2024 Dec',
    printPublicationDate: '2024-12-01',
    journal: { title: 'Example journal', ISOAbbreviation: 'Ex J', issn: '1746-0751', essn: '1746-076X' },
  },
  pubYear: '2024',
  pageInfo: '101-10',
  abstractText: '<h4>Aims</h4>To see 10<sup>-3</sup> &amp; caf&eacute;, p < 0.05.<h4>Results</h4>Seen.',
  language: 'eng',
  pubTypeList: { pubType: ['Review', 'research-article', 'Journal Article', 'Multicenter Study'] },
  keywordList: { keyword: ['Cells', 'Cells'] },
  meshHeadingList: { meshHeading: [{ descriptorName: 'Arthritis' }] },
  grantsList: { grant: [{ grantId: '97-01', agency: 'Example Fund' }] },
  fullTextUrlList: {
    fullTextUrl: [
      { availabilityCode: 'S', documentStyle: 'doi', url: 'https://doi.org/10.5555/a' },
      { availabilityCode: 'OA', documentStyle: 'pdf', url: 'https://europepmc.org/articles/PMC9900001?pdf=render' },
    ],
  },
  commentCorrectionList: {
    commentCorrection: [
      { id: '99000002', source: 'MED', reference: 'Ex J. 2025;1:1. doi: 10.5555/e.', type: 'Erratum in' },
      { id: '99000003', source: 'MED', reference: 'Ex J. 2025;1:2.', type: 'Retraction in' },
      { id: '99000004', source: 'MED', reference: 'Ex J. 2025;1:3.', type: 'Comment in' },
    ],
  },
  isOpenAccess: 'Y',
  license: 'cc by',
  electronicPublicationDate: '2024-11-05',
  firstPublicationDate: '2024-11-05',
  citedByCount: 2,
  somethingNew: 'a value nobody knows',
};

const answer = (...results: readonly unknown[]): string =>
  JSON.stringify({ version: '6.9', hitCount: results.length, nextCursorMark: 'x', resultList: { result: results } });

const read = (changes: object = {}) => {
  const { records, problems } = parseEuropepmcJson(answer({ ...result, ...changes }));
  expect(problems).toEqual([]);
  return records[0]!;
};

describe('a result of Europe PMC', () => {
  it('is recognised, in an answer, in an array and alone', () => {
    for (const text of [answer(result), JSON.stringify([result]), JSON.stringify(result)]) {
      expect(recogniseFormat(text)?.id).toBe('europepmc-json');
      expect(recogniseFormat(text)?.read(text).records).toHaveLength(1);
    }
  });

  it('has its data', () => {
    expect(read()).toMatchObject({
      type: 'review',
      title: 'Uptake of H<sub>2</sub>O in <i>E. coli</i>: p<0.05',
      doi: '10.5555/a',
      pmid: '99000001',
      pmcid: 'PMC9900001',
      lang: 'en',
      published: { year: 2024, month: 12 },
      online: '2024-11-05',
      container: 'Example journal',
      abbreviation: 'Ex J',
      issn: '1746-0751',
      eissn: '1746-076X',
      volume: '12',
      issue: '3',
      pages: { first: '101', last: '110' },
      keywords: ['Cells'],
      funding: [{ funder: 'Example Fund', award: '97-01' }],
      links: [{ rel: 'pdf', url: 'https://europepmc.org/articles/PMC9900001?pdf=render' }],
      authors: [
        { name: 'Karimi, Sara', orcid: '0000-0002-1825-0097', affiliations: [1] },
        { name: 'Example Group', group: true },
      ],
      affiliations: [{ name: 'Example Institute, Tehran, Iran.', ror: 'https://ror.org/01c4pz451' }],
      abstracts: [
        {
          sections: [
            { label: 'Aims', text: 'To see 10⁻³ & café, p < 0.05.' },
            { label: 'Results', text: 'Seen.' },
          ],
        },
      ],
    });
    const unplaced = read().unplaced.map(({ name, reason }) => `${name}: ${reason}`);
    expect(unplaced).toEqual(
      expect.arrayContaining(['somethingNew: no place', 'meshHeading: no place', 'pubType: no place']),
    );
  });

  it('is retracted where a notice says so, also after a correction and without an identifier', () => {
    expect(read()).toMatchObject({
      status: 'retracted',
      notices: [
        { type: 'correction', doi: '10.5555/e' },
        { type: 'retraction', url: 'https://pubmed.ncbi.nlm.nih.gov/99000003/' },
      ],
    });
    const bare = { commentCorrectionList: { commentCorrection: [{ type: 'Retraction in' }] } };
    expect(read(bare)).toMatchObject({ status: 'retracted', notices: [] });
    expect(read({ commentCorrectionList: {} }).status).toBeUndefined();
    expect(read({ commentCorrectionList: {}, pubTypeList: { pubType: ['Retracted Publication'] } }).status).toBe(
      'retracted',
    );
  });

  it('of a preprint has its server, its first date, and the published version', () => {
    const preprint = read({
      source: 'PPR',
      journalInfo: undefined,
      bookOrReportDetails: { publisher: 'Example Server', yearOfPublication: 2024 },
      firstPublicationDate: '2024-02-03',
      electronicPublicationDate: undefined,
      commentCorrectionList: {
        commentCorrection: { source: 'MED', id: '99', reference: 'Ex J. doi: 10.5555/p.', type: 'Preprint of' },
      },
    });
    expect(preprint).toMatchObject({
      type: 'preprint',
      container: 'Example Server',
      published: { year: 2024, month: 2, day: 3 },
      publishedVersion: '10.5555/p',
    });
  });

  it('of the kind lite has names from one line', () => {
    const lite = { source: 'MED', id: '1', title: 'One.', authorString: 'Karimi S, Rezaei A.', pubYear: '2024' };
    expect(parseEuropepmcJson(answer(lite)).records[0]).toMatchObject({
      title: 'One',
      authors: [{ name: 'Karimi S' }, { name: 'Rezaei A' }],
      published: { year: 2024 },
    });
  });

  it('of a changed shape is read as far as possible, or is a problem', () => {
    const shapes = { authorList: [], journalInfo: 'x', grantsList: 7, keywordList: { keyword: 'one' } };
    expect(read(shapes)).toMatchObject({ doi: '10.5555/a', keywords: ['one'] });
    expect(parseEuropepmcJson(answer({ id: '1' }, 7)).problems).toHaveLength(2);
    expect(parseEuropepmcJson('{"errCode":404}').problems).toMatchObject([
      { message: 'this is no answer of Europe PMC' },
    ]);
    expect(parseEuropepmcJson('{"hitCount":1,"resultList":{"res').problems).toMatchObject([{ name: 'json-malformed' }]);
  });
});
