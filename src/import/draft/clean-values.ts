import type { ForeignField, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { mailAddress } from '../../domain/people/mail-address.ts';

/**
 * The record without what sources write where they have no value: the volume `PP` and the issue 99 of a paper that IEEE
 * has online before its issue, with its only page; the volume 0 and the issue 0 of SAGE; the number of the journal that Ovid has
 * for an issue, `0401664, du5`. Mail addresses of publishers are removed, because they would be published.
 */
export function cleanValues(record: ForeignRecord): {
  readonly record: ForeignRecord;
  readonly unplaced: readonly ForeignField[];
} {
  const { volume, issue, pages, publisher, ...rest } = record;
  const unplaced: ForeignField[] = [];
  const report = (name: string, value: string, reason: ForeignField['reason']): number =>
    unplaced.push({ name, value, line: record.line, reason });
  const mails = publisher?.match(mailAddress) ?? [];
  for (const address of mails) report('mail address', address, 'database');
  const named = mails.length === 0 ? publisher : withoutMails(publisher ?? '');
  // SAGE writes zeros for a paper that is not in an issue yet.
  const isZero = volume === '0' && issue === '0';
  if (isZero) {
    report('volume', volume, 'placeholder');
    report('issue', issue, 'placeholder');
  }
  const isEarly = volume === 'PP';
  if (isEarly) report('volume', volume, 'placeholder');
  const hasPlaceholderPage = isEarly && pages?.first === '1' && (pages.last ?? '1') === '1';
  if (hasPlaceholderPage) report('pages', '1', 'placeholder');
  const hasPlaceholderIssue = isEarly && issue === '99';
  if (hasPlaceholderIssue) report('issue', issue, 'placeholder');
  const isJournal = issue !== undefined && /^(?:\d{6,7}, \w{2,3}|\w{2,3}, \d{6,7})$/.test(issue);
  if (isJournal) report('issue', issue, 'database');
  return {
    record: {
      ...rest,
      ...(named === undefined || named === '' ? {} : { publisher: named }),
      ...(volume === undefined || isEarly || isZero ? {} : { volume }),
      ...(issue === undefined || hasPlaceholderIssue || isZero || isJournal ? {} : { issue }),
      ...(pages === undefined || hasPlaceholderPage ? {} : { pages }),
    },
    unplaced,
  };
}

/** `Example Press (E-mail: info@example.org)` without the address and its brackets. */
function withoutMails(text: string): string {
  const before = text.replace(mailAddress, '').replace(/[([] ?(?:E-?mail ?:?)? ?[)\]]/gi, ' ');
  const [bare = ''] = before.split(/E-?mail ?:/i);
  return trimEndOf(bare.replace(/ {2,}/g, ' ').trim(), /[\s,;:]/);
}
