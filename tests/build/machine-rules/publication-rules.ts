import type { Publication } from '../../../src/domain/publication/publication.ts';
import { richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import { textOf } from '../../support/read-html.ts';
import { squeeze, type SitePage } from '../site-pages.ts';
import { collectFaults, metasOf, type Checked } from './checked-page.ts';
import { coinsOf } from './coins-rules.ts';
import { checkDublinCore } from './dublin-core-rules.ts';
import { checkHighwire } from './highwire-rules.ts';
import { checkGraph } from './json-ld-rules.ts';
import { checkPreview } from './preview-rules.ts';
import { checkSignposts } from './signposting-rules.ts';

/** Faults of the page of one publication. */
export function publicationFaults(checked: Checked, record: Publication): readonly string[] {
  const { faults, expect } = collectFaults(checked.page);
  const metas = metasOf(checked.page);
  checkHighwire(metas, record, checked, expect);
  checkDublinCore(metas, record, expect);
  checkSignposts(record, checked, expect);
  checkGraph(record, checked, expect);
  checkPreview(metas, checked, expect);
  const title = metas.find(({ name }) => name === 'og:title')?.content ?? '';
  expect('the preview names the publication', squeeze(title).endsWith(squeeze(richTextToPlain(record.title))), title);
  expect(
    'GS10: one h1, the title',
    headings(checked.page).join() === squeeze(richTextToPlain(record.title)),
    headings(checked.page),
  );
  expect('Z7: no COinS on the page of one publication', coinsOf(checked.page).length === 0);
  return faults;
}

const headings = ({ html }: SitePage): string[] => html.all('h1').map((element) => squeeze(textOf(element)));
