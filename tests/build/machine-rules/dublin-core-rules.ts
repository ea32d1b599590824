import { formatPartialDate } from '../../../src/domain/dates/partial-date.ts';
import type { Publication } from '../../../src/domain/publication/publication.ts';
import { isIndexed } from '../../../src/metadata/highwire.ts';
import { richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import { squeeze } from '../site-pages.ts';
import type { Expect, Meta } from './checked-page.ts';

export function checkDublinCore(metas: readonly Meta[], record: Publication, expect: Expect): void {
  const values = (name: string): string[] => metas.filter((meta) => meta.name === name).map(({ content }) => content);
  expect('DCTERMS.issued as precise as known', values('DCTERMS.issued').join() === formatPartialDate(record.published));
  // What `citation_…` tags say is not said twice.
  if (isIndexed(record.type)) expect('no DC.title', values('DC.title').length === 0);
  else {
    expect('DC.title', squeeze(values('DC.title')[0] ?? '').endsWith(squeeze(richTextToPlain(record.title))));
    expect('DC.creator for each author', values('DC.creator').length === record.contributions.length);
    expect('DC.subject for each keyword', values('DC.subject').join() === record.keywords.join());
    expect('DC.language', values('DC.language').join() === record.lang);
  }
  if (record.preferred !== undefined)
    expect('the version to cite is named', values('DCTERMS.isReplacedBy').length === 1);
}
