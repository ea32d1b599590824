import { isGroup, parsePersonName } from '../domain/people/person-name.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import { isMostlyLatin } from '../domain/languages/latin-script.ts';
import type { Contribution } from '../domain/publication/publication.ts';
import type { ReferenceLocale } from '../domain/publication/reference-styles.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import { latinName } from '../formats/bibtex/bibtex-name.ts';
import { statusPrefix, type CitedPublication } from '../formats/record/cited-publication.ts';
import { toCslItem, toCslName, toCslTitle, type CslItem, type CslName } from '../formats/csl/csl-item.ts';

/** The data of a publication for one reference, and its language. */
export interface ReferenceForm {
  readonly locale: ReferenceLocale;
  readonly item: CslItem;
}

/**
 * The forms in which a publication is cited. The Latin form has names and title in Latin script, if the record has
 * them. A publication with a Persian title also has a Persian form, with names in Persian, and the Jalali and the
 * Gregorian year.
 */
export function referenceForms(cited: CitedPublication): readonly ReferenceForm[] {
  const item = withoutText(toCslItem(cited));
  const { publication } = cited;
  const { lang, titles } = publication;
  const isPersian = /^fa\b/i.test(lang);
  const persianTitle = isPersian ? publication.title : titles['fa'];
  const latinTitle = isMostlyLatin(richTextToPlain(publication.title)) ? undefined : titles['en'];
  const prefix = statusPrefix(publication);
  const forms: ReferenceForm[] = [
    {
      locale: 'en-US',
      item: {
        ...item,
        ...(latinTitle ? { title: prefix + toCslTitle(latinTitle) } : {}),
        author: publication.contributions.map((contribution) =>
          toCslName(latinName(contribution) ?? contribution.name),
        ),
        ...(isUncertain(publication.published) ? { issued: { literal: bothYears(publication.published) } } : {}),
      },
    },
  ];
  if (persianTitle)
    forms.push({
      locale: 'fa-IR',
      item: {
        ...item,
        language: 'fa-IR',
        title: prefix + toCslTitle(persianTitle),
        author: publication.contributions.map(persianName),
        issued: { literal: bothYears(publication.published) },
      },
    });
  return forms;
}

/** Removes properties that no style should print. Only a few styles would print them. */
function withoutText({ abstract: _a, keyword: _k, note: _n, custom: _c, status: _s, ...item }: CslItem): CslItem {
  return item;
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
const bothYears = (date: PartialDate): string => `${date.printed?.year ?? jalaliYear(date)} [${date.year}]`;

/** The Jalali year, such as `1403`, in Latin digits; `1402/1403` if the date can be in either. */
function jalaliYear({ year, month, day }: PartialDate): string {
  const first = jalali(year, month ?? 1, day ?? 1);
  const last = day === undefined ? jalali(year, (month ?? 12) + 1, 0) : first;
  return first === last ? first : `${first}/${last}`;
}

function jalali(year: number, month: number, day: number): string {
  const parts = persianCalendar.formatToParts(new Date(Date.UTC(year, month - 1, day)));
  return parts.find(({ type }) => type === 'year')?.value ?? '';
}

const persianCalendar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', timeZone: 'UTC' });
