import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import { readLanguage } from '../record/foreign-language.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { withoutTitlePeriod } from '../nbib/medline-text.ts';
import { findTypeAmong } from '../record/publication-kinds.ts';
import { addPubmedAbstracts } from './pubmed-abstracts.ts';
import { addPubmedAuthors } from './pubmed-authors.ts';
import { addPubmedNotices } from './pubmed-notices.ts';
import { reportPubmedData } from './pubmed-data.ts';
import { addPubmedIdentifiers } from './pubmed-identifiers.ts';
import { addPubmedSource } from './pubmed-source.ts';
import { resolveStatus } from '../record/read-note.ts';
import { child, children, fieldOf, isElement, textOf, type XmlElement } from '../record/read-xml.ts';
import { addAward, reportUnplaced, createRecord, type MutableRecord } from '../record/mutable-record.ts';
import { toContentMarkup } from '../record/xml-markup.ts';

/** Reads a PubmedArticle or a PubmedBookArticle. */
export function readPubmedArticle(element: XmlElement): ForeignRecord {
  const record = createRecord(element.line, 'content');
  const citation = child(element, 'MedlineCitation') ?? child(element, 'BookDocument');
  const article = child(citation, 'Article') ?? citation;
  const data = child(element, 'PubmedData') ?? child(element, 'PubmedBookData');
  addPubmedIdentifiers(record, citation, article, data);
  const languages = children(article, 'Language').map(textOf);
  const lang = languages[0] === undefined ? undefined : (readLanguage(languages[0]) ?? languages[0]);
  if (lang !== undefined) record.lang = lang;
  if (article)
    for (const other of languages.slice(1)) reportUnplaced(record, fieldOf(article, 'Language', other), 'second value');
  addTitles(record, article, lang);
  addPubmedSource(record, citation, article);
  addPubmedAuthors(record, article);
  addPubmedAbstracts(record, article, citation);
  addSubjects(record, citation, article);
  addFunding(record, article);
  addPubmedNotices(record, citation);
  setType(
    record,
    [
      ...children(child(article, 'PublicationTypeList'), 'PublicationType'),
      ...children(article, 'PublicationType'),
    ].map(textOf),
    citation,
  );
  resolveStatus(record);
  reportOtherElements(record, citation, article);
  reportPubmedData(record, citation, data);
  return record;
}

/** In PubMed, a title in brackets is an English translation. VernacularTitle is the original title, if it is known. */
function addTitles(record: MutableRecord, article: XmlElement | undefined, lang: string | undefined): void {
  const title = child(article, 'ArticleTitle');
  const vernacular = child(article, 'VernacularTitle');
  const written = title ? withoutTitlePeriod(toContentMarkup(title)) : '';
  const translated = /^\[(.+)\]$/s.exec(written)?.[1];
  if (vernacular && textOf(vernacular) !== '') {
    record.title = withoutTitlePeriod(toContentMarkup(vernacular));
    if (written !== '') record.titles.push({ lang: 'en', text: withoutTitlePeriod(translated ?? written) });
  } else if (written !== '')
    record.title = withoutTitlePeriod(translated !== undefined && lang !== 'en' ? translated : written);
}

function addSubjects(record: MutableRecord, citation: XmlElement | undefined, article: XmlElement | undefined): void {
  for (const list of [
    ...children(citation, 'KeywordList'),
    ...(article === citation ? [] : children(article, 'KeywordList')),
  ])
    for (const keyword of children(list, 'Keyword')) {
      const word = textOf(keyword).replace(/^\*/, '');
      if (word !== '' && !record.keywords.includes(word)) record.keywords.push(word);
    }
  for (const heading of children(child(citation, 'MeshHeadingList'), 'MeshHeading')) {
    const descriptor = child(heading, 'DescriptorName');
    const id = descriptor?.attributes['UI'];
    if (id !== undefined) {
      if (!record.mesh.includes(id)) record.mesh.push(id);
      record.meshLabels = { ...record.meshLabels, [id]: textOf(descriptor) };
    } else if (descriptor) reportUnplaced(record, fieldOf(descriptor, 'MeshHeading'), 'no place');
    for (const qualifier of children(heading, 'QualifierName'))
      reportUnplaced(
        record,
        fieldOf(qualifier, qualifier.name, `${textOf(descriptor)}/${textOf(qualifier)}`),
        'no place',
      );
  }
}

function addFunding(record: MutableRecord, article: XmlElement | undefined): void {
  for (const grant of children(child(article, 'GrantList'), 'Grant')) {
    const funder = textOf(child(grant, 'Agency'));
    const award = textOf(child(grant, 'GrantID'));
    for (const name of ['Acronym', 'Country'])
      for (const part of children(grant, name)) reportUnplaced(record, fieldOf(part, `Grant/${name}`), 'no place');
    if (funder === '') reportUnplaced(record, fieldOf(grant, grant.name, award), 'no place');
    else addAward(record, funder, award);
  }
  for (const bank of children(child(article, 'DataBankList'), 'DataBank'))
    for (const number of children(child(bank, 'AccessionNumberList'), 'AccessionNumber')) {
      const id = textOf(number);
      if (parseTrialRegistration(id).ok) record.trials.push(id);
      else reportUnplaced(record, fieldOf(number, `DataBank[${textOf(child(bank, 'DataBankName'))}]`, id), 'no place');
    }
}

function setType(record: MutableRecord, kinds: readonly string[], citation: XmlElement | undefined): void {
  record.kind = kinds.join('; ');
  if (kinds.includes('Retracted Publication')) record.status = 'retracted';
  const { type: named, others } = findTypeAmong(kinds);
  for (const kind of others)
    reportUnplaced(record, { name: 'PublicationType', value: kind, line: record.line }, 'no place');
  const book = citation?.name === 'BookDocument';
  record.type = book ? (record.container === undefined ? 'book' : 'chapter') : (named ?? 'article');
  if (book && named !== undefined && named !== record.type)
    for (const kind of kinds.filter((one) => !others.includes(one)))
      reportUnplaced(record, { name: 'PublicationType', value: kind, line: record.line }, 'no place');
}

/** Elements that other functions read, or whose children they read. */
const readElements: ReadonlySet<string> = new Set(
  'PMID Article Journal ArticleTitle VernacularTitle Pagination ELocationID Abstract AuthorList Language GrantList DataBankList PublicationTypeList PublicationType ArticleDate KeywordList MeshHeadingList CommentsCorrectionsList OtherAbstract OtherID Book ArticleIdList MedlineJournalInfo Sections'.split(
    ' ',
  ),
);
const databaseElements: ReadonlySet<string> = new Set(
  'DateCreated DateCompleted DateRevised CitationSubset NumberOfReferences ContributionDate LocationLabel'.split(' '),
);

function reportOtherElements(
  record: MutableRecord,
  citation: XmlElement | undefined,
  article: XmlElement | undefined,
): void {
  for (const element of [...(citation?.children ?? []), ...(article === citation ? [] : (article?.children ?? []))]) {
    if (!isElement(element) || readElements.has(element.name)) continue;
    const parts = element.children.filter(isElement);
    for (const part of parts.length > 0 ? parts : [element])
      reportUnplaced(record, fieldOf(part, element.name), databaseElements.has(element.name) ? 'database' : 'no place');
  }
}
