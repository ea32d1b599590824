import { expect, test } from 'vitest';
import { parseNbib } from '../../../../src/formats/nbib/parse-nbib.ts';
import { parsePubmedXml } from '../../../../src/formats/pubmed/parse-pubmed-xml.ts';

const erratum =
  '<CommentsCorrections RefType="ErratumIn"><RefSource>J. 2020</RefSource><PMID>2</PMID></CommentsCorrections>';
const retraction = '<CommentsCorrections RefType="RetractionIn"><RefSource>J. 2021</RefSource></CommentsCorrections>';

test('a retraction outranks a correction before it, also without an identifier', () => {
  const { records } = parsePubmedXml(
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>One.</ArticleTitle></Article><CommentsCorrectionsList>${erratum}${retraction}</CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
  );
  expect(records[0]).toMatchObject({
    status: 'retracted',
    notices: [
      { type: 'correction', date: { year: 2020 }, url: 'https://pubmed.ncbi.nlm.nih.gov/2/' },
      { type: 'retraction', date: { year: 2021 } },
    ],
  });
  const nbib = parseNbib('PMID- 1\nTI  - One\nEIN - J. 2020. PMID: 2\nRIN - J. 2021\n').records[0];
  expect([nbib?.status, nbib?.notices]).toEqual(['retracted', records[0]?.notices]);
  const dated = parseNbib(
    'PMID- 1\nTI  - One\nRIN - PLoS One. 2026 Feb 3;21(2):e0299999. doi: 10.5555/n. PMID: 40123457\n',
  ).records[0];
  expect(dated?.notices).toEqual([{ type: 'retraction', date: { year: 2026, month: 2, day: 3 }, doi: '10.5555/n' }]);
});

test('a summary in plain language is no translation of the abstract, and is reported', () => {
  const abstract = '<Abstract><AbstractText>Main.</AbstractText></Abstract>';
  const other = (type: string, language: string, text: string): string =>
    `<OtherAbstract Type="${type}" Language="${language}"><AbstractText>${text}</AbstractText></OtherAbstract>`;
  const others = other('plain-language-summary', 'eng', 'Plain words.') + other('Publisher', 'ger', 'Deutsch.');
  const { records } = parsePubmedXml(
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>One.</ArticleTitle>${abstract}</Article>${others}</MedlineCitation></PubmedArticle></PubmedArticleSet>`,
  );
  expect(records[0]?.abstracts.map(({ sections }) => sections[0]?.text)).toEqual(['Main.', 'Deutsch.']);
  expect(records[0]?.unplaced).toEqual([
    expect.objectContaining({ name: 'plain language summary', value: 'Plain words.' }),
  ]);
});
