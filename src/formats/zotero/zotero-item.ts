import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { addAbstract, addAccessed, addWebAddress } from '../fields/field-readers.ts';
import { finishRecord, readFields, type FieldReader, type FieldTable } from '../fields/read-fields.ts';
import type { ForeignAuthor, ForeignRecord } from '../record/foreign-record.ts';
import { reportRest } from '../fields/report-rest.ts';
import { addNote } from '../record/read-note.ts';
import { groupAuthor, personAuthor, reportUnplaced, setText, type SourceField } from '../record/mutable-record.ts';

/** An item of Zotero, from JSON or RDF. Fields have the names of Zotero. */
export interface ZoteroItem {
  readonly itemType: string;
  readonly creators: readonly ZoteroCreator[];
  readonly tags: readonly string[];
  readonly fields: readonly SourceField[];
  /** All texts of creators, tags and what else is nested, to be reported where they are not part of the record. */
  readonly nested: readonly SourceField[];
}

export interface ZoteroCreator {
  readonly type: string;
  readonly family: string;
  readonly given: string;
  /** A name in one field: that of a group, or of a person with one name. */
  readonly group: string;
}

export function readZoteroItem({ itemType, creators, tags, fields, nested }: ZoteroItem, line: number): ForeignRecord {
  const type = types.get(itemType);
  const { record } = readFields(
    fields.map((field) => ({ line, ...field })),
    tableOf(type),
    line,
  );
  record.kind = itemType;
  for (const creator of creators) {
    const author = authorOf(creator);
    const target = roles.get(creator.type);
    if (!author) continue;
    if (target === undefined)
      reportUnplaced(record, { name: `creator (${creator.type})`, value: author.name, line }, 'no place');
    else if (type === 'thesis' && target === 'editors') record.advisors.push(author);
    else record[target].push(author);
  }
  for (const tag of tags) if (tag !== '' && !record.keywords.includes(tag)) record.keywords.push(tag);
  if (type !== undefined) record.type = type;
  else reportUnplaced(record, { name: 'itemType', value: itemType, line }, 'no place');
  const finished = finishRecord(record, [], 'report');
  reportRest(record, nested);
  return finished;
}

const authorOf = ({ family, given, group }: ZoteroCreator): ForeignAuthor | undefined => {
  if (group !== '') return groupAuthor(group);
  const name = [family, given].filter(Boolean).join(', ');
  return name === '' ? undefined : personAuthor(name);
};

const tableOf = (type: PublicationType | undefined): FieldTable => [
  ['itemType', () => undefined],
  ['title', 'title'],
  [
    [
      'publicationTitle',
      'bookTitle',
      'proceedingsTitle',
      'encyclopediaTitle',
      'dictionaryTitle',
      'websiteTitle',
      'repository',
    ],
    type === 'dataset' || type === 'software' ? 'publisher' : 'container',
  ],
  ['journalAbbreviation', 'abbreviation'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pages', 'pageRange'],
  ['date', 'published'],
  ['issueDate', 'published'],
  ['series', 'series'],
  ['seriesTitle', 'series'],
  ['seriesNumber', 'seriesNumber'],
  ['edition', 'edition'],
  ['place', 'place'],
  [['publisher', 'company', 'studio', 'label', 'distributor'], 'publisher'],
  ['university', 'publisher'],
  ['institution', 'publisher'],
  ['numPages', 'pagesTotal'],
  [['reportNumber', 'patentNumber', 'number'], 'number'],
  [['versionNumber', 'versionOfProgram'], 'version'],
  ['thesisType', type === 'thesis' ? 'thesisKind' : 'no place'],
  [['conferenceName', 'meetingName', 'eventTitle'], 'eventName'],
  ['ISBN', 'serial'],
  ['ISSN', 'serial'],
  ['DOI', 'doi'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmcid'],
  ['archiveID', addArchiveId],
  ['url', addWebAddress],
  ['accessDate', addAccessed],
  ['abstractNote', addAbstract],
  ['language', 'language'],
  [['citationKey', 'citekey'], 'key'],
  ['originalTitle', 'originalTitle'],
  // Its lines are like notes: `PMID: 12345678`.
  ['extra', addExtra],
  ['rights', 'copyright'],
  [
    [
      'key',
      'version',
      'itemID',
      'itemKey',
      'libraryID',
      'uri',
      'select',
      'parentItem',
      'collections',
      'relations',
      'dateAdded',
      'dateModified',
      'libraryCatalog',
      'callNumber',
      'archive',
      'archiveLocation',
      'attachments',
      'notes',
      'seeAlso',
      'inPublications',
    ],
    'database',
  ],
];

/** `arXiv:2401.01234` of a preprint. */
function addArchiveId(...[record, field]: Parameters<FieldReader>): void {
  const id = /^arxiv:? ?(\S+)$/i.exec(field.value)?.[1];
  if (id === undefined) setText(record, 'number', field);
  else setText(record, 'arxiv', field, id);
}

function addExtra(...[record, field]: Parameters<FieldReader>): void {
  for (const note of field.value.split('\n')) addNote(record, { ...field, value: note });
}

const roles: ReadonlyMap<string, 'authors' | 'editors' | 'translators' | 'seriesEditors'> = new Map([
  ...['author', 'inventor', 'programmer', 'presenter', 'podcaster', 'director', 'artist', 'performer'].map(
    (role) => [role, 'authors'] as const,
  ),
  ['editor', 'editors'],
  ['translator', 'translators'],
  ['seriesEditor', 'seriesEditors'],
] as const);

/** Types of Zotero. The others, such as `statute`, have no counterpart. */
const types: ReadonlyMap<string, PublicationType> = new Map<string, PublicationType>([
  ['journalArticle', 'article'],
  ['magazineArticle', 'article'],
  ['newspaperArticle', 'article'],
  ['book', 'book'],
  ['bookSection', 'chapter'],
  ['encyclopediaArticle', 'chapter'],
  ['dictionaryEntry', 'chapter'],
  ['conferencePaper', 'conference-paper'],
  ['thesis', 'thesis'],
  ['report', 'report'],
  ['document', 'report'],
  ['standard', 'report'],
  ['preprint', 'preprint'],
  ['manuscript', 'preprint'],
  ['dataset', 'dataset'],
  ['computerProgram', 'software'],
  ['patent', 'patent'],
  ['presentation', 'poster'],
  ['letter', 'letter'],
  ['webpage', 'media'],
  ['blogPost', 'media'],
  ['forumPost', 'media'],
  ['podcast', 'media'],
  ['videoRecording', 'media'],
  ['audioRecording', 'media'],
  ['film', 'media'],
  ['radioBroadcast', 'media'],
  ['tvBroadcast', 'media'],
]);
