import { z } from 'zod';
import { parseArxiv } from '../domain/identifiers/arxiv.ts';
import { parseDoi } from '../domain/identifiers/doi.ts';
import { parseHandle } from '../domain/identifiers/handle.ts';
import { parseIsbn } from '../domain/identifiers/isbn.ts';
import { parsePmcid, parsePmid } from '../domain/identifiers/pubmed.ts';
import { parseTrialRegistration } from '../domain/identifiers/trial-registration.ts';
import { parseWebAddress } from '../domain/identifiers/web-address.ts';
import { parseLicense } from '../domain/publication/license.ts';
import { abstractWriters, openAccessKinds, publicationStatuses } from '../domain/publication/publication.ts';
import { publicationTypes } from '../domain/publication/publication-type.ts';
import {
  container,
  event,
  funding,
  image,
  link,
  meshHeading,
  notice,
  thesis,
  versionOf,
  versions,
} from './publication-parts.ts';
import { affiliationSchema, contributionSchema } from './byline.ts';
import {
  block,
  choice,
  date,
  flag,
  idOf,
  languageTag,
  line,
  lineOrId,
  listOf,
  localized,
  localizedLine,
  richLine,
  parsed,
  slug,
} from './fields.ts';
import { parseCitekey } from '../domain/identifiers/citekey.ts';
import { parseArticleNumber, parsePages } from '../domain/publication/page-range.ts';

/** The frontmatter of `content/publications/**\/<slug>.mdx`, as its author writes it. */
export const publicationSchema = z.strictObject({
  title: richLine.meta({
    description: 'Title as printed; `<i> <b> <sub> <sup>` and `$…$` mathematics are allowed.',
    examples: ['Uptake of H<sub>2</sub>O in <i>A. thaliana</i>'],
  }),
  type: choice(publicationTypes)
    .default('article')
    .meta({ description: 'Kind of publication.', examples: ['article'] }),
  lang: languageTag
    .optional()
    .meta({ description: 'Language of title and abstract; default: the first locale of the site.', examples: ['en'] }),
  authors: z
    .array(contributionSchema)
    .min(1)
    .meta({ description: 'Authors in the order of the paper.', examples: ['[Jamshidi A]'] }),
  editors: z
    .array(contributionSchema)
    .default([])
    .meta({
      description:
        'Editors of the book or issue, written as authors are. A book with the same `authors` and `editors` is cited as an edited book.',
      examples: ['["Example, Erika"]'],
    }),
  translators: z
    .array(contributionSchema)
    .default([])
    .meta({ description: 'Translators, written as authors are.', examples: ['["Example, Tara"]'] }),
  seriesEditors: z
    .array(contributionSchema)
    .default([])
    .meta({ description: 'Editors of the series, written as authors are.', examples: ['["Example, Sam"]'] }),
  affiliations: z
    .array(affiliationSchema)
    .default([])
    .meta({
      description: 'Affiliations in the order of their numbers.',
      examples: ['["Example Institute, Tehran, Iran"]'],
    }),
  journal: lineOrId('journals')
    .optional()
    .meta({
      description: 'Title of the journal, or its id in `content/journals`.',
      examples: ['Regenerative Medicine'],
    }),
  container: container.optional().meta({
    description:
      'Title of the book, proceedings or repository, for types that have no journal; or a group with its ISBN and DOI.',
    examples: ['Proceedings of the Example Conference'],
  }),
  thesis: thesis.optional().meta({
    description: 'Degree of a thesis.',
    examples: ['{ kind: master, institution: "Example University" }'],
  }),
  event: event.optional().meta({
    description: 'Congress of a paper or poster.',
    examples: ['{ name: "3rd Congress of Examples", place: "Shiraz", start: 2024-05-02 }'],
  }),
  volume: line.optional().meta({ description: 'Volume.', examples: ['12'] }),
  issue: line.optional().meta({ description: 'Issue.', examples: ['3'] }),
  pages: parsed(parsePages, 'pages')
    .optional()
    .meta({
      description: 'First and last page; more pages may follow.',
      examples: ['101-110', '676-90; appendix 690-2'],
    }),
  articleNumber: parsed(parseArticleNumber, 'article-number')
    .optional()
    .meta({ description: 'Number of the article where there are no pages.', examples: ['e1002'] }),
  publisher: line.optional().meta({
    description: 'Publisher of the publication; default: that of the journal.',
    examples: ['Example Press'],
  }),
  place: line.optional().meta({ description: 'Where the publisher is.', examples: ['Tehran'] }),
  edition: line.optional().meta({
    description: 'Edition of a book: a number, or the words on its title page.',
    examples: ['2', 'Revised edition'],
  }),
  series: line.optional().meta({
    description: 'Title of the series that the book or report belongs to.',
    examples: ['Methods in Examples'],
  }),
  seriesNumber: line.optional().meta({ description: 'Number in the series.', examples: ['41'] }),
  chapter: line.optional().meta({ description: 'Number of the chapter in its book.', examples: ['7'] }),
  pagesTotal: line.optional().meta({ description: 'Number of pages of a book, thesis or report.', examples: ['312'] }),
  number: line.optional().meta({
    description: 'Number of a report, patent or standard.',
    examples: ['WHO/2024.1', 'EP1234567'],
  }),
  version: line.optional().meta({ description: 'Version of software or data.', examples: ['2.1.0'] }),
  originalTitle: line.optional().meta({
    description: 'Title of the work that this publication translates.',
    examples: ['Die Verwandlung'],
  }),
  published: date.meta({
    description:
      'Date of publication, as precisely as it is known. A date that is printed in the Persian calendar is `{ persian: … }`.',
    examples: ['2024', '2024-12', '2024-12-03', '{ persian: 1402-05-12 }'],
  }),
  online: date.optional().meta({
    description: 'Date on which it was first online, where that differs.',
    examples: ['2023-12-20'],
  }),
  doi: parsed(parseDoi, 'doi')
    .optional()
    .meta({ description: 'DOI without https://doi.org/.', examples: ['10.5555/12345678'] }),
  pmid: parsed(parsePmid, 'pmid')
    .optional()
    .meta({ description: 'PubMed number.', examples: ['35757629'] }),
  pmcid: parsed(parsePmcid, 'pmcid')
    .optional()
    .meta({ description: 'PubMed Central number.', examples: ['PMC9218106'] }),
  arxiv: parsed(parseArxiv, 'arxiv')
    .optional()
    .meta({ description: 'arXiv number.', examples: ['2401.01234'] }),
  isbn: parsed(parseIsbn, 'isbn')
    .optional()
    .meta({ description: 'ISBN of a book.', examples: ['978-3-16-148410-0'] }),
  handle: parsed(parseHandle, 'handle')
    .optional()
    .meta({ description: 'Handle.', examples: ['10013/epic.1234'] }),
  url: parsed(parseWebAddress, 'web-address')
    .optional()
    .meta({ description: 'Address of the publication where it has no DOI.', examples: ['https://example.org/report'] }),
  accessed: date.optional().meta({
    description: 'Date on which the address was last read, for styles that print it.',
    examples: ['2024-12-10'],
  }),
  links: z
    .array(link)
    .default([])
    .meta({
      description:
        'Related addresses and files. The PDF of the publication may also lie beside its file, with the same name.',
      examples: ['[{ rel: publisher, url: "https://example.org" }]'],
    }),
  openAccess: choice(openAccessKinds)
    .optional()
    .meta({ description: 'Kind of open access; omit it when it is not known.', examples: ['gold'] }),
  license: parsed(parseLicense, 'license')
    .optional()
    .meta({ description: 'Licence as printed, or by its SPDX name.', examples: ['CC-BY-4.0', 'CC BY-NC-ND 4.0'] }),
  copyright: line.optional().meta({ description: 'Copyright line as printed.', examples: ['© 2024 Example Press'] }),
  keywords: listOf(line).meta({ description: 'Keywords of the authors.', examples: ['[rheumatoid arthritis]'] }),
  topics: listOf(idOf('topics')).meta({ description: 'Ids in `content/topics`.', examples: ['[cell-therapy]'] }),
  mesh: listOf(meshHeading).meta({
    description: 'MeSH descriptors: the number alone, or with the heading in words.',
    examples: ['[D001172]', '[{ id: D001172, label: "Arthritis, Rheumatoid" }]'],
  }),
  trials: listOf(parsed(parseTrialRegistration, 'trial')).meta({
    description: 'Trial registrations; the registry is recognised.',
    examples: ['[IRCT20080728001031N29]'],
  }),
  funding: z
    .array(funding)
    .default([])
    .meta({ description: 'Who paid for the work.', examples: ['[{ funder: "Example Foundation" }]'] }),
  status: choice(publicationStatuses)
    .default('published')
    .meta({ description: 'State of the publication.', examples: ['published'] }),
  notices: z
    .array(notice)
    .default([])
    .meta({
      description: 'Corrections, retractions and concerns.',
      examples: ['[{ type: correction, doi: 10.5555/notice }]'],
    }),
  versions: versions
    .default({})
    .meta({ description: 'The same work in other versions.', examples: ['{ preprint: 10.5555/preprint }'] }),
  abstractBy: choice(abstractWriters)
    .optional()
    .meta({
      description:
        'office: the office has retold the abstract in its own words. Pages say so, and citations have it as a note.',
      examples: ['office'],
    }),
  summaryTitle: localized
    .optional()
    .meta({ description: 'A headline in plain language.', examples: ['{ en: "What helps when medicines do not?" }'] }),
  keyMessages: z
    .array(localized)
    .default([])
    .meta({ description: 'Up to three sentences in plain language.', examples: ['["Six people were treated."]'] }),
  summary: localized
    .optional()
    .meta({ description: 'The work in plain language, as Markdown.', examples: ['{ en: "What we did", fa: "…" }'] }),
  highlights: listOf(line).meta({ description: 'A few findings, each in one line.', examples: ['["First finding"]'] }),
  image: image.optional().meta({ description: 'Visual abstract.', examples: ['{ src: ./figure.png, alt: "…" }'] }),
  titles: z
    .record(languageTag, richLine)
    .default({})
    .meta({ description: 'Translated titles by language.', examples: ['{ fa: "…" }'] }),
  abstracts: z
    .record(languageTag, block)
    .default({})
    .meta({ description: 'Translated abstracts by language, as Markdown.', examples: ['{ fa: "…" }'] }),
  extra: z
    .record(line, localizedLine)
    .optional()
    .meta({
      description: 'Fields of your own, by their labels: shown among the facts, and found by the search.',
      examples: ['{ "Patent family": "EP 1234567" }'],
    }),
  preferred: versionOf
    .optional()
    .meta({ description: 'DOI or slug of what to cite instead.', examples: ['10.5555/article'] }),
  citekey: parsed(parseCitekey, 'citekey')
    .optional()
    .meta({ description: 'Key in BibTeX; default: the slug.', examples: ['jamshidi2024'] }),
  aliases: listOf(slug).meta({ description: 'Old slugs, whose addresses redirect here.', examples: ['[old-slug]'] }),
  featured: flag.default(false).meta({
    description: 'Shown first on the home page, among summaries, and where a topic or centre says what to begin with.',
    examples: ['true'],
  }),
  draft: flag
    .default(false)
    .meta({ description: 'true: not in the built site, only in the development server.', examples: ['true'] }),
  added: date.optional().meta({
    description: 'Date on which the record was added to this site; the home page shows what is new by it.',
    examples: ['2024-12-10'],
  }),
});

export type PublicationFrontmatter = z.output<typeof publicationSchema>;

/** A key of the frontmatter. */
export type PublicationField = keyof PublicationFrontmatter;

/** All keys, in the order in which a new file is written. */
export const publicationFields = Object.keys(publicationSchema.shape) as readonly PublicationField[];
