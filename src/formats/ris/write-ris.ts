import { doiUrl } from '../../domain/identifiers/doi.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { citationNotes, nativeNamesNote } from '../record/citation-notes.ts';
import {
  abstractText,
  citedTitle,
  containerTitle,
  nonEmpty,
  isArticle,
  containerIsPublisher,
  issns,
  journalAbbreviation,
  mainAbstract,
  publisher,
  readingUrl,
  type CitedPublication,
} from '../record/cited-publication.ts';
import { detailNotes } from '../record/detail-notes.ts';
import { fieldNote, fundingNotes, trialNotes } from '../record/field-notes.ts';
import { detailTags, detailValues, withPagesTotal } from './detail-tags.ts';
import { oneLine } from '../record/one-line.ts';
import { formatWholeName } from '../record/person-name-text.ts';

/**
 * Formats RIS for Zotero, EndNote and Mendeley: CRLF, one tag per line, never wrapped, because programs join wrapped
 * lines wrongly.
 * https://web.archive.org/web/2012/http://www.refman.com/support/risformat_intro.asp
 */
export function toRisRecord(cited: CitedPublication): string {
  const { publication } = cited;
  const kind = kinds[publication.type];
  const article = isArticle(cited);
  const tag = article ? 'JOUR' : kind.tag;
  const { year, month, day } = publication.published;
  const container = containerTitle(cited);
  const { pages, articleNumber } = publication;
  const lines: string[] = [`TY  - ${tag}\r\n`];
  const add = (name: string, value: string | undefined): void => {
    const line = value === undefined ? '' : oneLine(value);
    if (line !== '') lines.push(`${name}  - ${line}\r\n`);
  };
  for (const { name } of publication.contributions) add('AU', formatWholeName(name));
  const details = detailTags(publication, tag);
  for (const [field, name] of details)
    for (const value of detailValues(publication, field)) if (name !== 'SP') add(name, value);
  add('TI', citedTitle(publication));
  for (const title of Object.values(publication.titles)) add('TT', richTextToPlain(title));
  const publisherName = publisher(cited) ?? (containerIsPublisher(cited) ? container : undefined);
  const isConference = tag === 'CONF' || tag === 'CPAPER';
  const eventName = isConference ? publication.event?.name : undefined;
  const inContainer = containerIsPublisher(cited) && container === publisherName ? undefined : container;
  // T2 of a report is its series.
  const isReport = tag === 'RPRT' && publisherName !== undefined;
  add('T2', eventName ?? (isReport ? undefined : inContainer));
  if (tag === 'CONF' || (eventName !== undefined && container !== eventName)) add('C3', container);
  // bibutils reads T2 as an abbreviation.
  if (tag === 'CHAP' || tag === 'CONF') add('BT', container);
  if (article) {
    add('JF', container);
    add('JO', journalAbbreviation(cited));
    add('J2', journalAbbreviation(cited));
  }
  add('PY', String(year).padStart(4, '0'));
  add('DA', `${String(year).padStart(4, '0')}/${twoDigits(month)}/${twoDigits(day)}/`);
  // For these types Zotero and EndNote do not read VL and IS as volume and issue.
  if (!withoutVolume.has(tag)) add('VL', publication.volume);
  if (!withoutVolume.has(tag) && tag !== 'CHAP') add('IS', publication.issue);
  const last = pages?.last ?? (withPagesTotal.has(tag) ? pages?.first : undefined);
  const more = pages?.more ?? '';
  add('SP', pages && nonEmpty(pages.first) ? pages.first + (last === undefined ? more : '') : articleNumber);
  add('EP', last === undefined ? undefined : last + more);
  if (details.some(([field]) => field === 'pagesTotal')) add('SP', publication.pagesTotal);
  // The article number: Zotero reads it from SP, EndNote from C7.
  if (article || tag === 'CONF') add('C7', articleNumber);
  add('PB', publisherName);
  if (!withoutSerialNumber.has(tag))
    for (const number of publication.isbn ? [...(article ? issns(cited) : []), publication.isbn] : issns(cited))
      add('SN', number);
  else if (publication.isbn) add('N1', `ISBN: ${publication.isbn}`);
  add('M3', kind.kind);
  add('DO', publication.doi);
  add('UR', readingUrl(cited) ?? (publication.doi ? doiUrl(publication.doi) : undefined));
  add('AN', publication.pmid);
  if (article) add('C2', publication.pmcid);
  add('LA', publication.lang);
  add('AB', abstractText(mainAbstract(cited), ' '));
  for (const keyword of publication.keywords) add('KW', keyword);
  for (const note of citationNotes(cited)) add('N1', note);
  if (!article && publication.pmcid) add('N1', `PMCID: ${publication.pmcid}`);
  if (publication.arxiv) add('N1', `arXiv: ${publication.arxiv}`);
  for (const note of isReport ? fieldNote('Published in', inContainer) : []) add('N1', note);
  for (const note of [...trialNotes(publication), ...fundingNotes(publication)]) add('N1', note);
  for (const note of detailNotes(publication, [
    ...details.map(([field]) => field),
    ...(eventName !== undefined && container ? (['eventName'] as const) : []),
  ]))
    add('N1', note);
  add('N1', nativeNamesNote(cited.publication));
  add('N1', publication.copyright);
  lines.push('ER  - \r\n');
  return lines.join('');
}

const twoDigits = (number: number | undefined): string => (number === undefined ? '' : String(number).padStart(2, '0'));

const withoutVolume: ReadonlySet<string> = new Set(['ELEC', 'PAT']);
const withoutSerialNumber: ReadonlySet<string> = new Set(['RPRT', 'PAT']);

/** Reference types, with a more specific type for M3. */
const kinds: Readonly<Record<PublicationType, { readonly tag: string; readonly kind?: string }>> = {
  article: { tag: 'JOUR' },
  review: { tag: 'JOUR', kind: 'Review' },
  editorial: { tag: 'JOUR', kind: 'Editorial' },
  letter: { tag: 'JOUR', kind: 'Letter' },
  preprint: { tag: 'UNPB', kind: 'Preprint' },
  'conference-paper': { tag: 'CONF' },
  chapter: { tag: 'CHAP' },
  book: { tag: 'BOOK' },
  thesis: { tag: 'THES' },
  report: { tag: 'RPRT' },
  dataset: { tag: 'DATA' },
  software: { tag: 'COMP' },
  protocol: { tag: 'GEN', kind: 'Protocol' },
  poster: { tag: 'CPAPER', kind: 'Poster' },
  media: { tag: 'ELEC' },
  patent: { tag: 'PAT' },
};
