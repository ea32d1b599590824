import type { ParsedRecords } from '../record/foreign-record.ts';
import { child, isElement, readXml, textOf, type XmlElement } from '../record/read-xml.ts';
import type { SourceField } from '../record/mutable-record.ts';
import { textsInXml } from '../fields/report-rest.ts';
import { skippedItems } from '../zotero/parse-zotero-json.ts';
import { readZoteroItem, type ZoteroCreator } from '../zotero/zotero-item.ts';

/**
 * Parses the RDF that Zotero exports. Journals, and what else an item is part of, are elements inside it or beside it; their
 * fields become fields of the item.
 */
export function parseZoteroRdf(text: string): ParsedRecords {
  const { elements, problems } = readXml(text, ['rdf:RDF']);
  const nodes = elements.flatMap((root) => root.children.filter(isElement));
  const byAddress = new Map(nodes.map((node) => [node.attributes['rdf:about'] ?? '', node]));
  const items = nodes.filter((node) => isPublication(textOf(child(node, 'z:itemType'))));
  const used = new Set(items.flatMap((item) => partsOf(item).map(({ attributes }) => attributes['rdf:resource'])));
  const others = nodes.filter((node) => !items.includes(node) && !used.has(node.attributes['rdf:about']));
  return {
    records: items.map((item) => {
      const fields: SourceField[] = [];
      const creators: ZoteroCreator[] = [];
      const tags: string[] = [];
      const find = (address: string): XmlElement | undefined => byAddress.get(address);
      readNode(item, false, { fields, creators, tags, find });
      const wholes = partsOf(item).flatMap(({ attributes }) => find(attributes['rdf:resource'] ?? '') ?? []);
      const nested = [item, ...wholes].flatMap((node) => textsInXml(withoutDates(node), new Set(['z:itemType'])));
      return readZoteroItem({ itemType: textOf(child(item, 'z:itemType')), creators, tags, fields, nested }, item.line);
    }),
    problems: [...problems, ...skippedItems(others.length)],
  };
}

/** A node without its own dates, which the reader converts. */
const withoutDates = (node: XmlElement): XmlElement => ({
  ...node,
  children: node.children.filter((one) => !isElement(one) || !/^(?:dc:date|dcterms:dateSubmitted)$/.test(one.name)),
});

const isPublication = (itemType: string): boolean =>
  itemType !== '' && !/^(?:attachment|note|annotation)$/.test(itemType);

const partsOf = (item: XmlElement): readonly XmlElement[] =>
  item.children.filter((node): node is XmlElement => isElement(node) && node.name === 'dcterms:isPartOf');

interface Found {
  readonly fields: SourceField[];
  readonly creators: ZoteroCreator[];
  readonly tags: string[];
  readonly find: (address: string) => XmlElement | undefined;
}

/** Reads the properties of an item, or of what it is part of. */
function readNode(node: XmlElement, isWhole: boolean, found: Found): void {
  for (const property of node.children) {
    if (!isElement(property)) continue;
    const { name, line } = property;
    const value = textOf(child(property, 'dcterms:URI', 'rdf:value') ?? property);
    const add = (field: string, written = value): number => found.fields.push({ name: field, value: written, line });
    const role = roles.get(name);
    if (role !== undefined) found.creators.push(...readPeople(property, role));
    else if (name === 'dcterms:isPartOf') {
      const whole = property.children.find(isElement) ?? found.find(property.attributes['rdf:resource'] ?? '');
      if (whole) readNode(whole, true, found);
    } else if (name === 'dc:subject')
      found.tags.push(textOf(child(property, 'z:AutomaticTag', 'rdf:value') ?? property));
    else if (name === 'dc:title') add(!isWhole ? 'title' : node.name === 'bib:Series' ? 'series' : 'publicationTitle');
    else if (name === 'dc:identifier') {
      const [, kind = '', number = ''] = /^(DOI|ISSN|ISBN) (.+)$/.exec(value) ?? [];
      if (kind !== '') for (const one of kind === 'DOI' ? [number] : number.split(/,? +/)) add(kind, one);
      else if (child(property, 'dcterms:URI')) add('url');
      else add(node.name === 'bib:Series' ? 'seriesNumber' : 'dc:identifier');
    } else if (name === 'dc:publisher') {
      add('place', textOf(child(property, 'foaf:Organization', 'vcard:adr', 'vcard:Address', 'vcard:locality')));
      add('publisher', textOf(child(property, 'foaf:Organization', 'foaf:name')));
    } else if (name === 'bib:presentedAt') add('conferenceName', textOf(child(property, 'bib:Conference', 'dc:title')));
    else
      add(
        isWhole && name === 'prism:number' && node.name === 'bib:Series' ? 'seriesNumber' : (names.get(name) ?? name),
      );
  }
}

const readPeople = (property: XmlElement, type: string): readonly ZoteroCreator[] =>
  (child(property, 'rdf:Seq')?.children ?? []).filter(isElement).map((item) => {
    const person = child(item, 'foaf:Person');
    return {
      type,
      family: textOf(child(person, 'foaf:surname')),
      given: textOf(child(person, 'foaf:givenName')) || textOf(child(person, 'foaf:givenname')),
      group: person ? '' : textOf(item),
    };
  });

const roles: ReadonlyMap<string, string> = new Map([
  ['bib:authors', 'author'],
  ['bib:editors', 'editor'],
  ['bib:contributors', 'contributor'],
  ['z:translators', 'translator'],
  ['z:seriesEditors', 'seriesEditor'],
  ['z:inventors', 'inventor'],
  ['z:programmers', 'programmer'],
  ['z:presenters', 'presenter'],
  ['z:directors', 'director'],
  ['bib:reviewedAuthors', 'reviewedAuthor'],
  ['z:reviewedAuthors', 'reviewedAuthor'],
  ['z:bookAuthors', 'bookAuthor'],
  ['z:castMembers', 'castMember'],
  ['z:contributors', 'contributor'],
  ['z:podcasters', 'podcaster'],
  ['z:artists', 'artist'],
]);

/** Properties of RDF that have another name as fields of Zotero. Of others the prefix `z:` is removed. */
const names: ReadonlyMap<string, string> = new Map([
  ['z:itemType', 'itemType'],
  ['dcterms:abstract', 'abstractNote'],
  ['dcterms:alternative', 'journalAbbreviation'],
  ['dcterms:dateSubmitted', 'accessDate'],
  ['dc:date', 'date'],
  ['dc:description', 'extra'],
  ['dc:rights', 'rights'],
  ['dc:coverage', 'archiveLocation'],
  ['bib:pages', 'pages'],
  ['prism:volume', 'volume'],
  ['prism:number', 'issue'],
  ['prism:edition', 'edition'],
  ['z:language', 'language'],
  ['z:libraryCatalog', 'libraryCatalog'],
  ['z:archive', 'archive'],
  ['z:type', 'thesisType'],
  ['z:numPages', 'numPages'],
  ['z:citationKey', 'citationKey'],
  ['z:repository', 'repository'],
  ['z:archiveID', 'archiveID'],
  ['link:link', 'attachments'],
  ['dcterms:isReferencedBy', 'notes'],
  ['dc:relation', 'relations'],
]);
