import { readLanguage } from '../../../src/formats/record/foreign-language.ts';
import type { Contribution } from '../../../src/domain/publication/publication.ts';
import { richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import { issns, type CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { listDetail, textDetail, type DetailField } from '../../../src/formats/record/details.ts';
import { fundingNotes } from '../../../src/formats/record/field-notes.ts';

/** The fields of a record that a program may show as a field, or within a note. */
export const provedDetails = [
  'translators',
  'seriesEditors',
  'advisors',
  'issn',
  'language',
  'series',
  'seriesNumber',
  'edition',
  'place',
  'eventName',
  'eventPlace',
  'eventDate',
  'chapter',
  'number',
  'version',
  'pagesTotal',
  'thesisKind',
  'originalTitle',
  'containerDoi',
  'accessed',
  'online',
  'translatedTitles',
  'trials',
  'funding',
] as const;
export type ProvedDetail = (typeof provedDetails)[number];

/** The details of a record as its content file has them, several values on lines of their own. */
export function detailsOfRecord(
  cited: CitedPublication,
  nameOf: (one: Contribution) => string,
): Readonly<Record<ProvedDetail, string>> {
  const { publication } = cited;
  const names = (field: 'translators' | 'seriesEditors' | 'advisors'): string =>
    listDetail(publication, field).map(nameOf).join('\n');
  const text = (field: Extract<DetailField & ProvedDetail, Parameters<typeof textDetail>[1]>): string =>
    textDetail(publication, field) ?? '';
  return {
    translators: names('translators'),
    seriesEditors: names('seriesEditors'),
    advisors: names('advisors'),
    issn: issns(cited).join('\n'),
    language: publication.lang,
    series: text('series'),
    seriesNumber: text('seriesNumber'),
    edition: text('edition'),
    place: text('place'),
    eventName: text('eventName'),
    eventPlace: text('eventPlace'),
    eventDate: text('eventDate'),
    chapter: text('chapter'),
    number: text('number'),
    version: text('version'),
    pagesTotal: text('pagesTotal'),
    thesisKind: text('thesisKind'),
    originalTitle: text('originalTitle'),
    containerDoi: text('containerDoi'),
    accessed: text('accessed'),
    online: text('online'),
    translatedTitles: Object.values(publication.titles)
      .map((title) => richTextToPlain(title))
      .join('\n'),
    trials: publication.trials.map(({ id }) => id).join('\n'),
    funding: fundingNotes(publication)
      .map((note) => note.replace('Funding: ', ''))
      .join('\n'),
  };
}

/** The code of a language that a program gives as a name, or as another code. */
export const foldLanguage = (text: string): string => (readLanguage(text) ?? text).split('-')[0]!.toLowerCase();
