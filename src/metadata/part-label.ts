import type { ListPart, PublicationList } from '../domain/pages/page-data.ts';
import type { PageView } from './page-view.ts';

type PartPeriod = Pick<ListPart, 'address' | 'year' | 'month' | 'number'>;

/** Label of a part of a long list: `2024`, `July 2024`, `July, page 2`. */
export function partLabel(part: PartPeriod, view: Pick<PageView, 't' | 'format'>, oneYear: boolean): string {
  const period = periodOf(part, view, oneYear);
  return part.number === undefined ? period : view.t('list.part', { period, number: part.number });
}

function periodOf(part: PartPeriod, { t, format }: Pick<PageView, 't' | 'format'>, oneYear: boolean): string {
  const year = format.year(part.year);
  if (isUndated(part)) return oneYear ? t('list.undated') : `${year}${format.comma}${t('list.undated')}`;
  if (part.month === undefined) return year;
  return oneYear ? format.month(part.month) : format.date({ year: part.year, month: part.month });
}

/** Title of a list's page, with the label of the part that it shows. */
export function partTitle(title: string, list: PublicationList, view: Pick<PageView, 't' | 'format'>): string {
  const part = list.parts.find(({ current }) => current);
  return part === undefined ? title : `${title}${view.format.comma}${partLabel(part, view, false)}`;
}

/** In a year that is split by month, publications without a month have their own part. */
const isUndated = (part: PartPeriod): boolean => part.address.includes('/undated/');
