import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import { readLanguage } from '../record/foreign-language.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { withoutTitleStop } from '../nbib/medline-text.ts';
import { typeOfWords } from '../record/publication-kinds.ts';
import { placePubmedAbstracts } from './pubmed-abstracts.ts';
import { placePubmedAuthors } from './pubmed-authors.ts';
import { placePubmedNotices } from './pubmed-notices.ts';
import { placePubmedNumbers } from './pubmed-numbers.ts';
import { placePubmedSource } from './pubmed-source.ts';
import { resolveStatus } from '../record/read-note.ts';
import { child, children, fieldOf, isElement, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, startSketch, type RecordSketch } from '../record/record-sketch.ts';
import { markupOf } from '../record/xml-markup.ts';

/** A PubmedArticle, or a PubmedBookArticle. */
export function readPubmedArticle(record: XmlElement): ForeignRecord {
  const sketch = startSketch(record.line, 'content');
  const citation = child(record, 'MedlineCitation') ?? child(record, 'BookDocument');
  const article = child(citation, 'Article') ?? citation;
  const data = child(record, 'PubmedData') ?? child(record, 'PubmedBookData');
  placePubmedNumbers(sketch, citation, article, data);
  const languages = children(article, 'Language').map(textOf);
  const lang = languages[0] === undefined ? undefined : (readLanguage(languages[0]) ?? languages[0]);
  if (lang !== undefined) sketch.lang = lang;
  if (article)
    for (const other of languages.slice(1)) reportUnplaced(sketch, fieldOf(article, 'Language', other), 'second value');
  placeTitles(sketch, article, lang);
  placePubmedSource(sketch, citation, article);
  placePubmedAuthors(sketch, article);
  placePubmedAbstracts(sketch, article, citation);
  placeSubjects(sketch, citation, article);
  placeFunding(sketch, article);
  placePubmedNotices(sketch, citation);
  placeKind(
    sketch,
    [
      ...children(child(article, 'PublicationTypeList'), 'PublicationType'),
      ...children(article, 'PublicationType'),
    ].map(textOf),
    citation,
  );
  resolveStatus(sketch);
  leaveRest(sketch, citation, article);
  return sketch;
}

/** The English translation of a foreign title stands in brackets; the title itself, where it is known, beside it. */
function placeTitles(sketch: RecordSketch, article: XmlElement | undefined, lang: string | undefined): void {
  const title = child(article, 'ArticleTitle');
  const vernacular = child(article, 'VernacularTitle');
  const written = title ? withoutTitleStop(markupOf(title)) : '';
  const translated = /^\[(.+)\]$/s.exec(written)?.[1];
  if (vernacular && textOf(vernacular) !== '') {
    sketch.title = withoutTitleStop(markupOf(vernacular));
    if (written !== '') sketch.titles.push({ lang: 'en', text: withoutTitleStop(translated ?? written) });
  } else if (written !== '')
    sketch.title = withoutTitleStop(translated !== undefined && lang !== 'en' ? translated : written);
}

function placeSubjects(sketch: RecordSketch, citation: XmlElement | undefined, article: XmlElement | undefined): void {
  for (const list of [
    ...children(citation, 'KeywordList'),
    ...(article === citation ? [] : children(article, 'KeywordList')),
  ])
    for (const keyword of children(list, 'Keyword')) {
      const word = textOf(keyword).replace(/^\*/, '');
      if (word !== '' && !sketch.keywords.includes(word)) sketch.keywords.push(word);
    }
  for (const heading of children(child(citation, 'MeshHeadingList'), 'MeshHeading')) {
    const descriptor = child(heading, 'DescriptorName');
    const id = descriptor?.attributes['UI'];
    if (id !== undefined) {
      if (!sketch.mesh.includes(id)) sketch.mesh.push(id);
    } else if (descriptor) reportUnplaced(sketch, fieldOf(descriptor, 'MeshHeading'), 'no place');
    for (const qualifier of children(heading, 'QualifierName'))
      reportUnplaced(
        sketch,
        fieldOf(qualifier, qualifier.name, `${textOf(descriptor)}/${textOf(qualifier)}`),
        'no place',
      );
  }
}

function placeFunding(sketch: RecordSketch, article: XmlElement | undefined): void {
  for (const grant of children(child(article, 'GrantList'), 'Grant')) {
    const funder = textOf(child(grant, 'Agency'));
    const award = textOf(child(grant, 'GrantID'));
    if (funder === '') reportUnplaced(sketch, fieldOf(grant, grant.name, award), 'no place');
    else if (!sketch.funding.some((known) => known.funder === funder && (known.award ?? '') === award))
      sketch.funding.push({ funder, ...(award === '' ? {} : { award }) });
  }
  for (const bank of children(child(article, 'DataBankList'), 'DataBank'))
    for (const number of children(child(bank, 'AccessionNumberList'), 'AccessionNumber')) {
      const id = textOf(number);
      if (parseTrialRegistration(id).ok) sketch.trials.push(id);
      else reportUnplaced(sketch, fieldOf(number, `DataBank[${textOf(child(bank, 'DataBankName'))}]`, id), 'no place');
    }
}

function placeKind(sketch: RecordSketch, kinds: readonly string[], citation: XmlElement | undefined): void {
  sketch.kind = kinds.join('; ');
  if (kinds.includes('Retracted Publication')) sketch.status = 'retracted';
  const named = typeOfWords(kinds.filter((kind) => kind !== 'Journal Article'));
  const book = citation?.name === 'BookDocument';
  sketch.type = book ? (sketch.container === undefined ? 'book' : 'chapter') : (named ?? 'article');
}

/** Elements that were read above, or hold what was. */
const read: ReadonlySet<string> = new Set(
  'PMID Article Journal ArticleTitle VernacularTitle Pagination ELocationID Abstract AuthorList Language GrantList DataBankList PublicationTypeList PublicationType ArticleDate KeywordList MeshHeadingList CommentsCorrectionsList OtherAbstract OtherID Book ArticleIdList MedlineJournalInfo Sections'.split(
    ' ',
  ),
);
const database: ReadonlySet<string> = new Set(
  'DateCreated DateCompleted DateRevised CitationSubset NumberOfReferences ContributionDate LocationLabel'.split(' '),
);

function leaveRest(sketch: RecordSketch, citation: XmlElement | undefined, article: XmlElement | undefined): void {
  for (const element of [...(citation?.children ?? []), ...(article === citation ? [] : (article?.children ?? []))]) {
    if (!isElement(element) || read.has(element.name)) continue;
    const parts = element.children.filter(isElement);
    for (const part of parts.length > 0 ? parts : [element])
      reportUnplaced(sketch, fieldOf(part, element.name), database.has(element.name) ? 'database' : 'no place');
  }
}
