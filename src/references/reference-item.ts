import { isGroup, parsePersonName } from '../domain/people/person-name.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import { isMostlyLatin } from '../domain/languages/latin-script.ts';
import type { Contribution, Publication } from '../domain/publication/publication.ts';
import type { ReferenceLocale } from '../domain/publication/reference-styles.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import { latinName } from '../formats/bibtex/bibtex-name.ts';
import { statusPrefix, type CitedPublication } from '../formats/record/cited-publication.ts';
import {
  aheadOfPrintVariable,
  articleNumberVariable,
  inventorsVariable,
  translatedTitleVariable,
  workLanguageVariable,
} from './adjustments/item-variables.ts';
import { persianDays, persianYear } from './persian-date.ts';
import { languageName } from '../formats/record/language-names.ts';
import { toCslItem, toCslName, toCslTitle, type CslItem, type CslName } from '../formats/csl/csl-item.ts';

/** The data of a publication for one reference, and its language. */
export interface ReferenceForm {
  readonly locale: ReferenceLocale;
  readonly item: CslItem;
}

/**
 * The forms in which a publication is cited. The Latin form has names and title in Latin script, if the record has
 * them. A publication with a Persian title also has a Persian form, with names in Persian, and the years of the Persian
 * and the Gregorian calendar.
 */
export function referenceForms(cited: CitedPublication): readonly ReferenceForm[] {
  const item = referenceItem(cited);
  const { publication } = cited;
  const { lang, titles } = publication;
  const isPatent = publication.type === 'patent';
  const inventors = publication.contributions.length > 1 ? 'inventors' : 'inventor';
  const isPersian = /^fa\b/i.test(lang);
  const persianTitle = isPersian ? publication.title : titles['fa'];
  const latinTitle = isMostlyLatin(richTextToPlain(publication.title)) ? undefined : titles['en'];
  const prefix = statusPrefix(publication);
  const forms: ReferenceForm[] = [
    {
      locale: 'en-US',
      item: {
        ...item,
        ...languageOf(lang),
        // The title is printed in English, whatever the language of the work.
        ...(latinTitle
          ? { title: prefix + toCslTitle(latinTitle), language: 'en', [translatedTitleVariable]: 'true' }
          : {}),
        ...(isPatent ? { [inventorsVariable]: inventors } : {}),
        ...contributorNames(publication, latinForm),
        ...(isUncertain(publication.published) ? { issued: { literal: bothYears(publication.published) } } : {}),
      },
    },
  ];
  if (persianTitle) {
    const { genre, ...rest } = item;
    forms.push({
      locale: 'fa-IR',
      item: {
        ...rest,
        ...(typeof genre === 'string' ? { genre: persianGenres[genre] ?? genre } : {}),
        language: 'fa-IR',
        title: (prefix && persianPrefix) + toCslTitle(persianTitle),
        ...(isPatent ? { [inventorsVariable]: persianInventors[inventors] } : {}),
        ...(typeof item['edition'] === 'string' && /^\p{Nd}+$/u.test(item['edition'])
          ? { edition: `ویرایش ${item['edition']}` }
          : {}),
        ...contributorNames(publication, persianName),
        issued: { literal: bothYears(publication.published) },
        ...(publication.online
          ? { 'available-date': { literal: persianDays(publication.online) ?? bothYears(publication.online) } }
          : {}),
        ...(item['event-date'] === undefined ? {} : { 'event-date': { literal: persianCongressDays(publication) } }),
      },
    });
  }
  return forms;
}

/**
 * A conference paper that names no proceedings. With pages or a publisher they have the name of the congress; else it was
 * presented there, or nothing is known of where it is, and a style would print "In:" before nothing.
 */
function withoutProceedings(item: CslItem): CslItem {
  if (item.type !== 'paper-conference' || item['container-title'] !== undefined) return item;
  const congress = item['event-title'];
  if (congress === undefined) return { ...item, type: 'document' };
  return item['page'] === undefined && item['publisher'] === undefined
    ? { ...item, type: 'speech', genre: 'Paper' }
    : { ...item, 'container-title': congress };
}

/** The data of a publication in the variables that styles read. */
function referenceItem(cited: CitedPublication): CslItem {
  const { publication, context } = cited;
  const item = withoutProceedings(withoutText(toCslItem(cited)));
  const { type } = item;
  return withoutUndefined({
    ...item,
    // No style prints the publisher of a journal, but some print whatever is there.
    ...(type === 'article-journal' ? { publisher: undefined } : {}),
    // A protocol is published by its repository, and is not a part of it.
    ...(type === 'document' && item['publisher'] === undefined
      ? { publisher: item['container-title'], 'container-title': undefined }
      : {}),
    ...(type === 'thesis' && item['genre'] === undefined ? { genre: 'Thesis' } : {}),
    // Older styles read the name of the congress from `event`.
    event: item['event-title'],
    // A poster is dated by its congress.
    ...(type === 'speech'
      ? {
          'event-place': item['event-place'] ?? publication.place,
          'publisher-place': publication.place ?? item['event-place'],
          'event-date': item['event-date'] ?? item.issued,
          issued: item['event-date'] ?? item.issued,
        }
      : {}),
    ...(publication.articleNumber?.trim() && item['page'] === publication.articleNumber
      ? { [articleNumberVariable]: publication.articleNumber }
      : {}),
    // A date of early access has a month. With a year alone, the record probably lacks the volume.
    ...(type === 'article-journal' && publication.doi && publication.published.month !== undefined && !hasPlace(item)
      ? { [aheadOfPrintVariable]: 'true' }
      : {}),
    // A DOI needs no address beside it. The page on this site is not where a paper was published.
    ...(publication.doi || (item['URL'] === context.url && !typesCitedByAddress.has(type)) ? { URL: undefined } : {}),
  });
}

const hasPlace = (item: CslItem): boolean => ['volume', 'issue', 'page'].some((name) => item[name] !== undefined);

/** Types whose page on this site is given as their address, if they have no other. */
const typesCitedByAddress: ReadonlySet<string> = new Set(['webpage', 'dataset', 'software']);

function withoutUndefined(item: Readonly<Record<string, unknown>>): CslItem {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as CslItem;
}

/**
 * Authors, editors and translators in one script. A book whose authors are its editors is an edited book: it has no
 * author, so that styles name its editors first, as editors.
 */
const contributorNames = (
  { type, contributions, editors, translators, seriesEditors }: Publication,
  toName: (contribution: Contribution) => CslName,
): Readonly<Record<string, readonly CslName[]>> =>
  Object.fromEntries(
    Object.entries({
      author: type === 'book' && namesOf(contributions) === namesOf(editors) ? [] : contributions,
      editor: editors,
      translator: translators,
      'collection-editor': seriesEditors,
    }).flatMap(([role, people]) => (people.length > 0 || role === 'author' ? [[role, people.map(toName)]] : [])),
  );

const namesOf = (contributions: readonly Contribution[]): string =>
  contributions.map(({ name }) => JSON.stringify(name)).join('\n');

/** Removes properties that no style should print. Only a few styles would print them. */
function withoutText({ abstract: _a, keyword: _k, note: _n, custom: _c, status: _s, ...item }: CslItem): CslItem {
  return item;
}

/**
 * A group is a name without a given name: processors treat a `literal` as an institution, and lists of persons and
 * institutions have other commas ("Jamal, A. & Night Study Group").
 */
function latinForm(contribution: Contribution): CslName {
  const name = toCslName(latinName(contribution) ?? contribution.name);
  return 'literal' in name ? { family: name.literal } : name;
}

/** A name in Persian script is not shortened to initials, and has the family name first. */
function persianName({ name, native }: Contribution): CslName {
  const persian = native?.['fa']?.trim();
  if (isGroup(name)) return { literal: persian || name.group };
  const parsed = persian ? parsePersonName(persian) : undefined;
  const { family, given } = parsed?.ok ? parsed.value : name;
  if (!/\p{Script=Arabic}/u.test(family)) return toCslName(name);
  return { literal: [family, given].filter(Boolean).join(' ') };
}

/** True for a date that is printed in another calendar, and has no certain day in the Gregorian. */
const isUncertain = ({ printed, day }: PartialDate): boolean => printed !== undefined && day === undefined;

/** `1402 [2023]`: the year as printed, or as the Persian calendar has it, and the Gregorian year. */
const bothYears = (date: PartialDate): string => `${date.printed?.year ?? persianYear(date)} [${date.year}]`;

/** `18–20 اردیبهشت 1403 [2024]`: the days of a congress; the year if they are not known. */
function persianCongressDays({ event, published }: Publication): string {
  const start = event?.start ?? published;
  const days = persianDays(start, event?.end);
  return days === undefined ? bothYears(start) : `${days} [${start.year}]`;
}

/** The language of a work that is not in English, if it has a name in English. */
function languageOf(tag: string): Readonly<Record<string, string>> {
  const name = languageName(tag);
  return name === tag || name === 'english'
    ? {}
    : { [workLanguageVariable]: name.charAt(0).toUpperCase() + name.slice(1) };
}

const persianPrefix = 'پس‌گرفته‌شده: ';

const persianInventors = { inventor: 'مخترع', inventors: 'مخترعان' } as const;

const persianGenres: Readonly<Record<string, string>> = {
  Preprint: 'پیش‌چاپ',
  Paper: 'مقاله',
  Poster: 'پوستر',
  Protocol: 'پروتکل',
  Thesis: 'پایان‌نامه',
  'Doctoral dissertation': 'رسالهٔ دکتری',
  'Professional doctorate thesis': 'پایان‌نامهٔ دکتری حرفه‌ای',
  "Master's thesis": 'پایان‌نامهٔ کارشناسی ارشد',
  "Bachelor's thesis": 'پایان‌نامهٔ کارشناسی',
  'Habilitation thesis': 'رسالهٔ هابیلیتاسیون',
  'Medical specialty thesis': 'پایان‌نامهٔ تخصص پزشکی',
};
