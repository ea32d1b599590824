import {
  abstractText,
  citedTitle,
  containerTitle,
  issns,
  mainAbstract,
  publisher,
  versionUrl,
  type CitedPublication,
} from '../formats/record/cited-publication.ts';
import { citationNotes } from '../formats/record/citation-notes.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { recordDate, startOf } from '../domain/dates/content-date.ts';
import { pubmedUrl } from '../domain/identifiers/pubmed.ts';
import { licenseUrl } from '../domain/publication/license.ts';
import { formatPartialDate } from '../domain/dates/partial-date.ts';
import { invertedName } from '../domain/people/person-name.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import { element, textElement, xmlDocument, type Xml } from '../domain/text/xml.ts';

export interface Repository {
  readonly name: string;
  /** Absolute address of the file itself. */
  readonly url: string;
  readonly mail: string;
  readonly publications: Iterable<CitedPublication>;
}

/**
 * An OAI-PMH static repository: every record in one file, for a gateway that answers harvesters from it.
 * http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm
 * The gateway assigns the `baseURL`; until it is known, the address of the file is used.
 */
export function writeOaiRepository({ name, url, mail, publications }: Repository): string {
  const { host } = new URL(url);
  const records: Xml[] = [];
  let earliest = '';
  for (const cited of publications) {
    const date = datestamp(cited);
    if (earliest === '' || date < earliest) earliest = date;
    records.push(record(cited, date, host));
  }
  return xmlDocument(
    element(
      'Repository',
      {
        xmlns: 'http://www.openarchives.org/OAI/2.0/static-repository',
        'xmlns:oai': 'http://www.openarchives.org/OAI/2.0/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd',
      },
      [
        element('Identify', {}, [
          textElement('oai:repositoryName', name),
          textElement('oai:baseURL', url),
          textElement('oai:protocolVersion', '2.0'),
          textElement('oai:adminEmail', mail),
          textElement('oai:earliestDatestamp', earliest),
          textElement('oai:deletedRecord', 'no'),
          textElement('oai:granularity', 'YYYY-MM-DD'),
        ]),
        element('ListMetadataFormats', {}, [
          element('oai:metadataFormat', {}, [
            textElement('oai:metadataPrefix', 'oai_dc'),
            textElement('oai:schema', 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd'),
            textElement('oai:metadataNamespace', 'http://www.openarchives.org/OAI/2.0/oai_dc/'),
          ]),
        ]),
        element('ListRecords', { metadataPrefix: 'oai_dc' }, records),
      ],
    ),
  );
}

const datestamp = ({ publication }: CitedPublication): string => startOf(recordDate(publication)).slice(0, 10);

function record(cited: CitedPublication, date: string, host: string): Xml {
  const { publication, context } = cited;
  const { titles, contributions, keywords, mesh, doi, pmid, lang, license, copyright, type } = publication;
  const many = (name: string, values: readonly (string | undefined)[]) =>
    values.map((value) => textElement(name, value));
  return element('oai:record', {}, [
    element('oai:header', {}, [
      // https://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm
      textElement('oai:identifier', `oai:${host}:${publication.slug}`),
      textElement('oai:datestamp', date),
    ]),
    element('oai:metadata', {}, [
      element(
        'oai_dc:dc',
        {
          'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
          'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
          'xsi:schemaLocation':
            'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
        },
        [
          textElement('dc:title', citedTitle(publication), { 'xml:lang': lang }),
          ...Object.entries(titles).map(([code, title]) =>
            textElement('dc:title', richTextToPlain(title), { 'xml:lang': code }),
          ),
          ...many(
            'dc:creator',
            contributions.map(({ name }) => invertedName(name)),
          ),
          ...many('dc:subject', [
            ...keywords,
            ...Object.values(publication.meshLabels ?? {}),
            ...mesh.map((id) => `https://id.nlm.nih.gov/mesh/${id}`),
          ]),
          ...many('dc:description', [abstractText(mainAbstract(cited), '\n'), ...citationNotes(cited)]),
          textElement('dc:publisher', publisher(cited)),
          textElement('dc:date', formatPartialDate(publication.published)),
          textElement('dc:type', type),
          ...many('dc:identifier', [context.url, doi && doiUrl(doi), pmid && pubmedUrl(pmid)]),
          ...many('dc:source', [containerTitle(cited), ...issns(cited).map((issn) => `ISSN ${issn}`)]),
          textElement('dc:language', lang),
          ...many('dc:relation', [
            versionUrl(context.preferred, cited),
            versionUrl(context.publishedVersion, cited),
            versionUrl(context.preprint, cited),
            ...publication.notices.map((notice) => (notice.doi ? doiUrl(notice.doi) : notice.url)),
          ]),
          ...many('dc:rights', [license && (licenseUrl(license) ?? license), copyright]),
        ],
      ),
    ]),
  ]);
}
