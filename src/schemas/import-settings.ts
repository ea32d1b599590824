import { z } from 'zod';
import { parseSourceQuery } from '../domain/identifiers/source-query.ts';
import { spreadsheetColumns, type SpreadsheetColumn } from '../domain/publication/spreadsheet-column.ts';
import { parsePartialDate } from '../domain/dates/partial-date.ts';
import { flag, line, listOf, parsed } from './fields.ts';

/** What a column holds, and a usual name of it. */
const columnMeanings: Readonly<Record<SpreadsheetColumn, readonly [sentence: string, example: string]>> = {
  authors: ['Names of the authors, divided by semicolons.', 'Authors'],
  editors: ['Names of the editors, divided by semicolons.', 'Editors'],
  affiliations: ['Addresses of the authors, divided by semicolons.', 'Affiliations'],
  title: ['The title; a table without this column is not read.', 'Title of paper'],
  type: ['The type in words, such as Article or Book chapter.', 'Type'],
  published: ['The date or year of publication.', 'Year'],
  journal: ['The journal, or the book or congress.', 'Journal'],
  volume: ['The volume.', 'Vol.'],
  issue: ['The issue.', 'No.'],
  pages: ['The pages, such as 101-110.', 'Pages'],
  publisher: ['The publisher.', 'Publisher'],
  place: ['The place of the publisher.', 'City'],
  doi: ['The DOI, also as an address.', 'DOI'],
  pmid: ['The number in PubMed.', 'PMID'],
  pmcid: ['The number in PubMed Central.', 'PMCID'],
  issn: ['The ISSN of the journal, or both.', 'ISSN'],
  isbn: ['The ISBN of the book.', 'ISBN'],
  url: ['The address of the publication.', 'Link'],
  language: ['The language, by its name or code.', 'Language'],
  keywords: ['Keywords, divided by semicolons or commas.', 'Keywords'],
  abstract: ['The abstract.', 'Abstract'],
  funding: ['Funders and numbers of grants, such as Example Agency (12345).', 'Funding'],
};

const columnNames = (name: SpreadsheetColumn) => {
  const [description, example] = columnMeanings[name];
  return listOf(line)
    .optional()
    .meta({ description, examples: [example] });
};

const columnShape = Object.fromEntries(spreadsheetColumns.map((name) => [name, columnNames(name)])) as Readonly<
  Record<SpreadsheetColumn, ReturnType<typeof columnNames>>
>;

/** `content/import.yaml`: what `npm run import` looks for. */
export const importSettingsSchema = z.strictObject({
  sources: listOf(parsed(parseSourceQuery, 'source-query')).meta({
    description:
      'What `npm run import` looks for: institutes by ROR identifier, people by ORCID iD, journals by ISSN, words of an address, a query of Europe PMC, or single publications.',
    examples: ['["ror:01c4pz451", \'affiliation:"Example Institute"\', "orcid:0000-0002-1825-0097"]'],
  }),
  since: parsed(parsePartialDate, { type: 'date' })
    .optional()
    .meta({ description: 'Publications before this date are not searched for.', examples: ['2024'] }),
  ignore: z
    .array(
      z.strictObject({
        id: parsed(parseSourceQuery, 'source-query').meta({
          description: 'DOI or PMID of a publication, or of a notice about one.',
          examples: ['doi:10.5555/12345678'],
        }),
        reason: line.meta({ description: 'Why the office rejected it.', examples: ['author of the same name'] }),
      }),
    )
    .default([])
    .meta({
      description: 'What the import never takes.',
      examples: ['[{ id: "doi:10.5555/12345678", reason: "author of the same name" }]'],
    }),
  abstracts: flag.default(true).meta({
    description: 'false: abstracts are not imported, for institutes that may not publish them.',
    examples: ['false'],
  }),
  columns: z
    .strictObject(columnShape)
    .default({})
    .meta({
      description:
        'Names of the columns in spreadsheets of the office, which are imported as CSV. Of several names, the first that the table has is used.',
      examples: ['{ title: "Title of paper", authors: Names, published: [Year, سال] }'],
    }),
  watch: flag.default(true).meta({
    description:
      'false: `npm run import` does not ask Crossref and PubMed whether publications of the site were retracted or corrected.',
    examples: ['false'],
  }),
});

export type ImportSettings = z.output<typeof importSettingsSchema>;
