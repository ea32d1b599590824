import { expect, test } from 'vitest';
import { parsePubmedXml } from '../../../../src/formats/pubmed/parse-pubmed-xml.ts';

const author = (family: string): string => `<Author><LastName>${family}</LastName><ForeName>Ada</ForeName></Author>`;
const group = (name: string): string => `<Author><CollectiveName>${name}</CollectiveName></Author>`;

function read(lists: string): { authors: (string | boolean)[][]; editors: (string | boolean)[][] } {
  const { records, problems } = parsePubmedXml(
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>One</ArticleTitle>${lists}</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
  );
  expect(problems).toEqual([]);
  const [{ authors = [], editors = [] } = {}] = records;
  const namesOf = (people: typeof authors) => people.map((person) => [person.name, person.group]);
  return { authors: namesOf(authors), editors: namesOf(editors) };
}

test('a list without a type holds authors, people and groups', () => {
  expect(read(`<AuthorList>${author('One')}${author('Two')}${group('Example Group')}</AuthorList>`)).toEqual({
    authors: [
      ['One, Ada', false],
      ['Two, Ada', false],
      ['Example Group', true],
    ],
    editors: [],
  });
});

test('editors have a list of their own, beside that of the authors', () => {
  const lists = `<AuthorList Type="authors">${author('One')}</AuthorList><AuthorList Type="editors">${author('Two')}${group('Example Board')}</AuthorList>`;
  expect(read(lists)).toEqual({
    authors: [['One, Ada', false]],
    editors: [
      ['Two, Ada', false],
      ['Example Board', true],
    ],
  });
});
