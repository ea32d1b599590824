import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import type { PublicationUpdate } from './apply-updates.ts';

/** The updates as lines of text, retractions first. */
export function formatUpdates(updates: readonly PublicationUpdate[]): readonly string[] {
  return [...updates]
    .sort((a, b) => Number(b.status === 'retracted') - Number(a.status === 'retracted'))
    .flatMap(({ file, title, status, notices, others, written, conflict }) => [
      `${file}: ${[status, title].filter(Boolean).join(': ')}`,
      ...notices.map(
        ({ type, date, doi, url }) =>
          `    ${type}${date ? ` of ${formatPartialDate(date)}` : ''}${doi === undefined && url === undefined ? '' : `: ${doi ?? url}`}`,
      ),
      ...others.map(({ kind, doi }) => `    ${kind} (a kind that only a person can judge): ${doi}`),
      ...(written.length > 0 ? [`    written: ${written.join(', ')}`] : []),
      ...(conflict === undefined ? [] : [`    NOT WRITTEN: ${conflict}`]),
    ]);
}
