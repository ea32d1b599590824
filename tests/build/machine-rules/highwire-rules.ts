import type { Publication } from '../../../src/domain/publication/publication.ts';
import { richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import { attribute } from '../../support/read-html.ts';
import { squeeze } from '../site-pages.ts';
import { inHead, type Checked, type Expect, type Meta } from './checked-page.ts';

export function checkHighwire(
  metas: readonly Meta[],
  record: Publication,
  { page, origin }: Checked,
  expect: Expect,
): void {
  const all = metas.filter(({ name }) => name.startsWith('citation_'));
  const values = (name: string): string[] => all.filter((meta) => meta.name === name).map(({ content }) => content);
  const one = (name: string): string | undefined => values(name)[0];
  const itemTypes = metas.filter(({ name }) => name === 'z:itemType').map(({ content }) => content);
  const outside = page.html.all(
    'meta',
    (element) => !inHead(element) && (attribute(element, 'name') ?? '').startsWith('citation_'),
  );
  expect('Z1: tags stand in the head', outside.length === 0);
  if (record.type === 'editorial' || record.type === 'media') {
    expect('GS13: news and editorials have no citation tags', all.length === 0, all);
    expect(
      'Zotero is told the type',
      itemTypes.length === 1 && zoteroTypes[record.type]!.includes(itemTypes[0]!),
      itemTypes,
    );
    return;
  }
  const title = one('citation_title') ?? '';
  expect('GS2: one title', values('citation_title').length === 1);
  expect(
    'GS9: the title without markup',
    !/<\/?(?:i|b|sub|sup)>|&lt;/.test(title) && squeeze(title).endsWith(squeeze(richTextToPlain(record.title))),
    title,
  );
  const withdrawn = record.status === 'retracted' || record.status === 'withdrawn';
  expect('a retraction is in the title', withdrawn === /^\W*(RETRACT|WITHDRAW)/i.test(title) || !withdrawn, title);
  const authors = values('citation_author');
  expect('GS3: a tag for each author', authors.length === record.contributions.length, authors.length);
  for (const [index, { name }] of record.contributions.entries()) {
    const written = authors[index] ?? '';
    expect(
      'GS3: authors in their order, whole',
      [...squeeze(written)].sort().join() === [...squeeze(name.printed)].sort().join() ||
        ('family' in name && squeeze(written).startsWith(squeeze(name.family))),
      [written, name.printed],
    );
    expect(
      'GS3: family before given name',
      'group' in name ? !written.includes(',') : written.startsWith(name.family),
      written,
    );
  }
  if (record.contributions.length === 1)
    expect(
      'Z2: an only author is not taken for two',
      !/^[^,]* [^,]*,[^,]*\S [^,]*$/.test(authors[0] ?? ''),
      authors[0],
    );
  checkAuthorOrder(all, record, expect);
  const date = one('citation_publication_date') ?? '';
  const { year, month, day } = record.published;
  expect('GS4: YYYY/M/D or a year', /^\d{4}(\/\d{1,2}\/\d{1,2})?$/.test(date), date);
  expect('GS4: no day is invented', date === (day === undefined ? `${year}` : `${year}/${month}/${day}`), date);
  const held = Object.keys(containers).filter((name) => values(name).length > 0);
  expect('Z3: one container tag, or one type of item', held.length + itemTypes.length === 1, [...held, ...itemTypes]);
  for (const name of held) expect(`Z3: ${name} fits the type`, containers[name]!.includes(record.type), record.type);
  const container = record.container ?? record.journal;
  if (record.type === 'article' && container !== undefined)
    expect('GS5: an article names its journal', held[0] === 'citation_journal_title');
  if (held.length === 0 && zoteroTypes[record.type])
    expect('Z3: the type of item', zoteroTypes[record.type]!.includes(itemTypes[0] ?? ''), itemTypes);
  for (const name of [
    'citation_title',
    'citation_publication_date',
    ...Object.keys(containers),
    'citation_doi',
    'citation_volume',
    'citation_firstpage',
    'citation_language',
    'citation_abstract',
  ])
    expect(`${name} once`, values(name).length < 2);
  expect('GS5: volume', one('citation_volume') === record.volume, one('citation_volume'));
  expect('GS5: issue', one('citation_issue') === record.issue, one('citation_issue'));
  expect(
    'GS5: first page',
    one('citation_firstpage') === (record.pages?.first ?? record.articleNumber),
    one('citation_firstpage'),
  );
  const last = record.pages?.last === record.pages?.first ? undefined : record.pages?.last;
  expect('GS5: last page', one('citation_lastpage') === last, one('citation_lastpage'));
  expect('GS15: DOI', one('citation_doi') === record.doi, one('citation_doi'));
  expect('GS15: PMID', one('citation_pmid') === record.pmid, one('citation_pmid'));
  expect('GS15: language', one('citation_language') === record.lang, one('citation_language'));
  expect('GS15: keywords', (one('citation_keywords') ?? '') === record.keywords.join('; '), one('citation_keywords'));
  for (const issn of values('citation_issn')) expect('GS5: an ISSN', /^\d{4}-\d{3}[\dX]$/.test(issn), issn);
  const abstract = record.abstracts.find(({ lang }) => lang === record.lang) ?? record.abstracts[0];
  for (const { text } of abstract?.sections ?? [])
    expect('Z5: the whole abstract', squeeze(one('citation_abstract') ?? '').includes(squeeze(text)));
  for (const pdf of values('citation_pdf_url')) {
    const own = `${origin}/publications/${record.slug}`;
    expect(
      'GS7: a PDF beside the page',
      pdf.startsWith(own) && /^(?:\/[^/]+)?\.pdf$/i.test(pdf.slice(own.length)),
      pdf,
    );
  }
}

/** GS15: after each author the institutions and the ORCID iD of that author, and of no other. */
function checkAuthorOrder(all: readonly Meta[], record: Publication, expect: Expect): void {
  const groups: Meta[][] = [];
  for (const meta of all) {
    if (meta.name === 'citation_author') groups.push([]);
    else if (/^citation_author_/.test(meta.name)) groups.at(-1)?.push(meta);
  }
  for (const [index, { affiliations, orcid }] of record.contributions.entries()) {
    const found = (groups[index] ?? []).map(({ content }) => content);
    const expected = [
      ...affiliations.flatMap((number) => record.affiliations[number - 1]?.name ?? []),
      ...(orcid ? [`https://orcid.org/${orcid}`] : []),
    ];
    expect(
      'GS15: institutions and ORCID iD follow their author',
      squeeze(found.join('|')) === squeeze(expected.join('|')),
      found,
    );
  }
}

const containers: Readonly<Record<string, readonly string[]>> = {
  citation_journal_title: [
    'article',
    'review',
    'letter',
    'preprint',
    'conference-paper',
    'report',
    'dataset',
    'software',
    'protocol',
    'poster',
  ],
  citation_conference_title: ['conference-paper'],
  citation_inbook_title: ['chapter'],
  citation_dissertation_institution: ['thesis'],
  citation_technical_report_institution: ['report'],
};

const zoteroTypes: Readonly<Record<string, readonly string[]>> = {
  preprint: ['preprint'],
  dataset: ['dataset'],
  software: ['computerProgram'],
  book: ['book'],
  poster: ['presentation'],
  patent: ['patent'],
  protocol: ['document'],
  media: ['webpage'],
  editorial: ['journalArticle'],
};
