import type { LocalizedText } from '../../domain/languages/localized-text.ts';
import { givenInitials, isGroup, type PersonName } from '../../domain/people/person-name.ts';
import { formatPartialDate, type PartialDate } from '../../domain/dates/partial-date.ts';
import type { Contribution, Notice, NoticeType, Publication } from '../../domain/publication/publication.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { nativeNamesNote, noticeText, noticesBySeverity } from '../record/citation-notes.ts';
import {
  abstractText,
  citedTitle,
  containerTitle,
  nonEmpty,
  isArticle,
  journalAbbreviation,
  mainAbstract,
  pagination,
  publisher,
  statusPrefix,
  versionUrl,
  type CitedPublication,
} from '../record/cited-publication.ts';
import { marcLanguage } from '../record/language-names.ts';
import { medlineTypes } from './medline-types.ts';
import { detailNotes } from '../record/detail-notes.ts';
import { oneLine } from '../record/one-line.ts';
import { formatWholeName } from '../record/person-name-text.ts';
import { wrapMedline } from './wrap-medline.ts';
import { shortMonthNames } from '../../domain/dates/month-names.ts';

/**
 * Formats a record in the MEDLINE format of PubMed: https://www.nlm.nih.gov/bsd/mms/medlineelements.html. Owner, status
 * and dates of entry are not written, because the record is not from PubMed. A record without a PMID begins with an
 * empty PMID line, because Zotero, JabRef and EndNote recognise the format by this line.
 */
export function toNbibRecord(cited: CitedPublication): string {
  const { publication, context } = cited;
  const lines: string[] = [`PMID- ${publication.pmid ?? ''}\n`];
  const add = (tag: string, value: string | undefined): void => {
    const line = value === undefined ? '' : oneLine(value);
    if (line !== '') lines.push(`${tag}- ${wrapMedline(line)}\n`);
  };
  const title = citedTitle(publication);
  // NLM writes the English translation of a title in brackets as TI, and the title itself as TT.
  const english = isEnglish(publication.lang) ? undefined : publication.titles['en'];
  const prefix = statusPrefix(publication);
  const container = containerTitle(cited);
  const preferred = versionUrl(context.preferred, cited);
  const isBookOrChapter = publication.type === 'book' || publication.type === 'chapter';
  add('IS  ', context.journal?.issn && `${context.journal.issn} (Print)`);
  add('IS  ', context.journal?.eissn && `${context.journal.eissn} (Electronic)`);
  add('ISBN', publication.isbn);
  add('VI  ', publication.volume);
  add('IP  ', publication.issue);
  add('DP  ', publicationDate(publication.published));
  const { online } = publication;
  const onlineDay = online?.day === undefined ? undefined : formatPartialDate(online).replaceAll('-', '');
  add('DEP ', onlineDay);
  add('TI  ', english ? `${prefix}[${richTextToPlain(english)}]` : title);
  // Zotero reads the title of a book from BTI.
  add('BTI ', publication.type === 'book' ? title : isBookOrChapter ? container : undefined);
  add('PG  ', pagination(cited));
  add('LID ', publication.articleNumber && `${publication.articleNumber} [pii]`);
  add('LID ', publication.doi && `${publication.doi} [doi]`);
  add('AB  ', abstractText(mainAbstract(cited), ' ', capitals));
  add('CI  ', publication.copyright);
  for (const contribution of publication.contributions) addAuthor(contribution, publication, add);
  for (const { name } of publication.editors) {
    add('FED ', isGroup(name) ? formatWholeName(name) : fullName(name));
    add('ED  ', isGroup(name) ? undefined : shortName(name));
  }
  add('LA  ', marcLanguage(publication.lang));
  for (const { id, registry } of publication.trials) add('SI  ', `${registry}/${id}`);
  for (const { funder, award } of publication.funding) add('GR  ', award ? `${award}/${funder}` : funder);
  for (const type of medlineTypes(cited)) add('PT  ', type);
  if (english) add('TT  ', title);
  for (const translated of Object.values(publication.titles))
    if (translated !== english) add('TT  ', richTextToPlain(translated));
  if (!isArticle(cited)) {
    add('PB  ', publisher(cited));
    add('PL  ', publication.place);
  }
  add('EN  ', publication.edition);
  add('CTI ', publication.series);
  add('TA  ', journalAbbreviation(cited));
  if (publication.type !== 'chapter') add('JT  ', container);
  for (const id of publication.mesh) add('MH  ', meshHeading(context.mesh?.[id]) ?? publication.meshLabels?.[id]);
  for (const notice of noticesBySeverity(publication)) add(noticeTags[notice.type], noticeReference(notice));
  add('UIN ', context.publishedVersion?.doi && `doi: ${context.publishedVersion.doi}`);
  add('UOF ', context.preprint?.doi && `doi: ${context.preprint.doi}`);
  add('GN  ', preferred && `Cite instead: ${preferred}`);
  add('GN  ', nativeNamesNote(publication));
  // MH holds only words, which are not known for every descriptor. So a note holds the numbers.
  if (publication.mesh.length > 0) add('GN  ', `MeSH: ${publication.mesh.join(' ')}`);
  const written = [
    'editors',
    'edition',
    'series',
    ...(isArticle(cited) ? [] : ['place' as const]),
    ...(onlineDay === undefined ? [] : ['online' as const]),
  ] as const;
  for (const note of detailNotes(publication, written, nameText)) add('GN  ', note);
  if (publication.keywords.length > 0) add('OTO ', 'NOTNLM');
  for (const keyword of publication.keywords) add('OT  ', keyword);
  for (const other of publication.abstracts) {
    if (other === mainAbstract(cited) || publication.abstractBy === 'office') continue;
    add('OABL', marcLanguage(other.lang));
    add('OAB ', abstractText(other, ' ', capitals));
  }
  add('PMC ', publication.pmcid);
  add('AID ', publication.articleNumber && `${publication.articleNumber} [pii]`);
  add('AID ', publication.doi && `${publication.doi} [doi]`);
  add('SO  ', formatSource(cited));
  return lines.join('');
}

const isEnglish = (lang: string): boolean => /^en\b/i.test(lang);

function addAuthor(
  contribution: Contribution,
  { affiliations }: Publication,
  add: (tag: string, value: string | undefined) => void,
): void {
  const { name, orcid } = contribution;
  if (isGroup(name)) add('CN  ', name.group);
  else {
    add('FAU ', fullName(name));
    add('AU  ', shortName(name));
  }
  add('AUID', orcid && `ORCID: ${orcid}`);
  for (const number of contribution.affiliations) add('AD  ', affiliations[number - 1]?.name);
}

/** `King, Martin Luther Jr`: the suffix follows the given name without a comma. */
const fullName = (name: Exclude<PersonName, { group: string }>): string =>
  [name.given ? `${name.family}, ${name.given}` : name.family, name.suffix?.replace(/\.$/, '')]
    .filter(Boolean)
    .join(' ');

const nameText = (name: PersonName): string => (isGroup(name) ? name.group : fullName(name));

/** `King ML Jr`. */
const shortName = (name: Exclude<PersonName, { group: string }>): string =>
  [name.family, givenInitials(name).replace(/[.\s-]/g, ''), name.suffix?.replace(/\.$/, '')].filter(Boolean).join(' ');

const publicationDate = ({ year, month, day }: PartialDate): string =>
  [String(year), month === undefined ? undefined : shortMonthNames[month - 1], day]
    .filter((part) => part !== undefined)
    .join(' ');

/** `Adv Biomed Res. 2016 Apr 19;5(2):67. doi: 10.4103/2277-9175.180636.` */
function formatSource(cited: CitedPublication): string | undefined {
  const { publication } = cited;
  const container = journalAbbreviation(cited) ?? containerTitle(cited);
  if (!container) return undefined;
  const { volume, issue, doi } = publication;
  const place = `${nonEmpty(volume) ?? ''}${nonEmpty(issue) ? `(${issue})` : ''}`;
  const pages = pagination(cited);
  const where = `${place ? `;${place}` : ''}${pages ? `:${pages}` : ''}`;
  const reference = doi ? ` doi: ${doi}.` : '';
  return `${container.replace(/\.$/, '')}. ${publicationDate(publication.published)}${where}.${reference}`;
}

/**
 * The English label of a heading; undefined if no topic has it.
 */
const meshHeading = (label: LocalizedText | undefined): string | undefined => label?.['en'] ?? label?.['und'];

const noticeReference = (notice: Notice): string => (notice.doi ? `doi: ${notice.doi}` : noticeText(notice));

const capitals = (label: string): string => label.toUpperCase();

/** RIN: retraction in. EIN: erratum in. ECI: expression of concern in. */
const noticeTags: Readonly<Record<NoticeType, string>> = {
  retraction: 'RIN ',
  withdrawal: 'RIN ',
  concern: 'ECI ',
  correction: 'EIN ',
};
