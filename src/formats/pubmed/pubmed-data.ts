import { child, children, fieldOf, isElement, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, type MutableRecord } from '../record/mutable-record.ts';

/** Reports what PubMed says about its own record, and the references of the article. */
export function reportPubmedData(
  record: MutableRecord,
  citation: XmlElement | undefined,
  data: XmlElement | undefined,
): void {
  const used = [record.issn, record.eissn, record.abbreviation, record.container];
  for (const part of child(citation, 'MedlineJournalInfo')?.children ?? [])
    if (isElement(part) && !used.includes(textOf(part))) reportUnplaced(record, fieldOf(part), 'database');
  for (const part of data?.children.filter(isElement) ?? [])
    if (part.name === 'History')
      for (const date of part.children.filter(isElement)) {
        const name = `History[${date.attributes['PubStatus'] ?? ''}]`;
        reportUnplaced(record, fieldOf(date, name, partsOf(date)), 'database');
      }
    else if (part.name === 'ReferenceList') reportReferences(record, part);
    else if (part.name !== 'ArticleIdList') reportUnplaced(record, fieldOf(part), 'database');
  for (const section of children(child(citation, 'Sections'), 'Section'))
    reportUnplaced(record, fieldOf(section, 'Section', partsOf(section)), 'no place');
}

/** Reference lists may be inside each other. */
function reportReferences(record: MutableRecord, list: XmlElement): void {
  for (const part of list.children.filter(isElement))
    if (part.name === 'ReferenceList') reportReferences(record, part);
    else reportUnplaced(record, fieldOf(part, 'Reference', partsOf(part)), 'no place');
}

/** The texts of the parts of an element, with spaces between them. */
const partsOf = (element: XmlElement): string =>
  element.children
    .map((part) => (isElement(part) && part.children.some(isElement) ? partsOf(part) : textOf(part)))
    .filter(Boolean)
    .join(' ');
