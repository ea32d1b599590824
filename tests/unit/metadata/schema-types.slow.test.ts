import { expect, test } from 'vitest';
import { publicationTypes } from '../../../src/domain/publication/publication-type.ts';
import { publicationNodes } from '../../../src/metadata/json-ld-publication.ts';
import { schemaFaults, type GraphNode } from '../../support/check-schema-types.ts';
import { plainAbstract, type PublicationSketch } from '../formats/make-cited.ts';
import { makePage, makeView } from './make-page.ts';

test('JSON-LD of every type of publication, with every field, is as the vocabulary defines it', () => {
  const journal = {
    id: 'j',
    title: 'Journal',
    abbreviation: 'J',
    issn: '9999-0059',
    eissn: '9999-0067',
    publisher: 'P',
    url: 'https://j.example.org',
  };
  const nodes = publicationTypes.flatMap((type) =>
    [{}, { journal }].flatMap((context) =>
      publicationNodes(
        makePage(
          { ...everything, type, ...('journal' in context ? { journal: 'j' } : { container: 'A Container' }) },
          {
            ...context,
            topics: [{ id: 't', name: { en: 'Topic' } }],
            preprint: { doi: '10.5555/pre' },
            preferred: { slug: 'best' },
            people: { 0: 'jamshidi-a' },
          },
        ),
        makeView(),
        { image: 'https://example.org/a.png', pdfUrl: 'https://example.org/a.pdf' },
      ),
    ),
  );
  expect(schemaFaults(JSON.parse(JSON.stringify(nodes)) as GraphNode[])).toEqual([]);
});

const everything: PublicationSketch = {
  titles: { fa: ['عنوان'] },
  contributions: [
    {
      name: { family: 'Jamshidi', given: 'A.', suffix: 'Jr.' },
      affiliations: [1, 2],
      orcid: '0000-0002-1825-0097',
      native: { fa: 'جمشیدی' },
    },
    { name: { group: 'Example Group' } },
  ],
  affiliations: [{ name: 'One', ror: '01c4pz451', country: 'IR' }, { name: 'Two' }],
  volume: '1',
  issue: '2',
  pages: { first: '3', last: '4' },
  articleNumber: 'e5',
  doi: '10.5555/1',
  pmid: '1',
  pmcid: 'PMC1',
  arxiv: '2401.00001',
  handle: '20.500.1/1',
  isbn: '9780000000002',
  url: 'https://publisher.example/1',
  publisher: 'A House',
  openAccess: 'gold',
  license: 'CC-BY-4.0',
  copyright: '© 2024 Example Press',
  keywords: ['one', 'two'],
  mesh: ['D001172'],
  trials: [{ id: 'IRCT1', registry: 'IRCT', url: 'https://irct.example/1' }],
  funding: [{ funder: 'F', ror: '01c4pz451', award: '7' }, { funder: 'G' }],
  status: 'retracted',
  notices: [
    { type: 'retraction', date: { year: 2025, month: 2 }, doi: '10.5555/r', reason: 'Because' },
    { type: 'correction', url: 'https://publisher.example/c' },
  ],
  abstracts: [plainAbstract('An abstract.')],
};
