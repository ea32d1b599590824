import { formatPartialDate } from '../../../src/domain/dates/partial-date.ts';
import { isGroup, type PersonName } from '../../../src/domain/people/person-name.ts';
import type { Contribution } from '../../../src/domain/publication/publication.ts';
import { latinName } from '../../../src/formats/bibtex/bibtex-name.ts';
import { fullRange } from '../../../src/formats/proof/folds.ts';
import {
  abstractText,
  citedTitle,
  containerIsPublisher,
  containerTitle,
  isArticle,
  mainAbstract,
  pagination,
  publisher,
  readingUrl,
  type CitedPublication,
} from '../../../src/formats/record/cited-publication.ts';
import { detailsOfRecord, provedDetails } from './proved-details.ts';

/** The fields of a record that programs are asked for. */
export const provedFields = [
  'title',
  'authors',
  'editors',
  'container',
  'publisher',
  'date',
  'volume',
  'issue',
  'pages',
  'doi',
  'url',
  'isbn',
  'pmid',
  'pmcid',
  'abstract',
  'keywords',
  ...provedDetails,
] as const;
export type ProvedField = (typeof provedFields)[number];

/** What a program read of a record. A field that it has no place for is absent; one that it read nothing for is empty. */
export interface ReadRecord extends Readonly<Partial<Record<ProvedField, string>>> {
  /** The whole text, where a program prints a record and does not tell its fields apart. */
  readonly printed?: string;
  /** What it shows as notes, where details may be that have no field in the format or in the program. */
  readonly notes?: string;
}

/** The fields of a record as its content file has them. Names are those of the format: Latin letters in BibTeX. */
export function fieldsOfRecord(cited: CitedPublication, latin: boolean): Readonly<Record<ProvedField, string>> {
  const { publication } = cited;
  const nameOf = (one: Contribution): string => nameText((latin ? latinName(one) : undefined) ?? one.name);
  const container = containerTitle(cited) ?? '';
  // Repositories and universities are publishers, in every format.
  const isPublisher = containerIsPublisher(cited) || (publication.type === 'preprint' && !isArticle(cited));
  const own = publisher(cited) ?? '';
  return {
    title: citedTitle(publication),
    authors: publication.contributions.map(nameOf).join('\n'),
    editors: publication.editors.map(nameOf).join('\n'),
    container: isPublisher ? '' : container,
    publisher: isPublisher ? own || container : own,
    date: formatPartialDate(publication.published),
    volume: publication.volume ?? '',
    issue: publication.issue ?? '',
    pages: fullRange(pagination(cited) ?? ''),
    doi: publication.doi ?? '',
    url: readingUrl(cited) ?? '',
    isbn: publication.isbn ?? '',
    pmid: publication.pmid ?? '',
    pmcid: publication.pmcid ?? '',
    abstract: abstractText(mainAbstract(cited), ' ') ?? '',
    keywords: publication.keywords.join('\n'),
    ...detailsOfRecord(cited, nameOf),
  };
}

/** `Family, Given, Suffix`; a group by its name. */
const nameText = (name: PersonName): string =>
  isGroup(name) ? name.group : [name.family, name.given, name.suffix].filter(Boolean).join(', ');
