import { formatPartialDate } from '../../../src/domain/dates/partial-date.ts';
import type { Publication } from '../../../src/domain/publication/publication.ts';
import { richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import { attribute } from '../../support/read-html.ts';
import { squeeze, type SitePage } from '../site-pages.ts';
import type { Checked } from './checked-page.ts';

/** Faults of the COinS of a list, which offers each publication that it lists once. */
export function coinsFaults({ page }: Checked, listed: readonly string[], records: readonly Publication[]): string[] {
  const coins = coinsOf(page);
  const faults =
    coins.length === listed.length ? [] : [`${page.path}: L1: ${listed.length} publications, ${coins.length} COinS`];
  for (const [index, slug] of listed.entries()) {
    const record = records.find((each) => each.slug === slug);
    const values = coins[index];
    if (!record || !values) continue;
    const says = (rule: string, holds: boolean, found: unknown) => {
      if (!holds) faults.push(`${page.path}: L1: ${rule} of ${slug} (${JSON.stringify(found)})`);
    };
    const title =
      values.get('rft.atitle') ??
      (values.get('rft_val_fmt')?.endsWith(':book') ? values.get('rft.btitle') : values.get('rft.title'));
    says('title', squeeze(title ?? '').endsWith(squeeze(richTextToPlain(record.title))), title);
    says(
      'matrix',
      /^info:ofi\/fmt:kev:mtx:(journal|book|dissertation|patent|dc)$/.test(values.get('rft_val_fmt') ?? ''),
      values.get('rft_val_fmt'),
    );
    says(
      'authors',
      [...values.getAll('rft.aucorp'), ...values.getAll('rft.au')].length ===
        Math.min(100, record.contributions.length),
      values.getAll('rft.au').length,
    );
    says('DOI', !record.doi || values.getAll('rft_id').includes(`info:doi/${record.doi}`), values.getAll('rft_id'));
    says('date', values.get('rft.date') === formatPartialDate(record.published), values.get('rft.date'));
    says('volume', (values.get('rft.volume') ?? undefined) === record.volume, values.get('rft.volume'));
    says(
      'first page',
      (values.get('rft.spage') ?? undefined) === (record.pages?.first ?? record.articleNumber),
      values.get('rft.spage'),
    );
  }
  return faults;
}

/** Values of each OpenURL context object of a page. */
export const coinsOf = ({ html }: SitePage): URLSearchParams[] =>
  html
    .all('span', (element) => (attribute(element, 'class') ?? '').split(' ').includes('Z3988'))
    .map((element) => new URLSearchParams(attribute(element, 'title')));
