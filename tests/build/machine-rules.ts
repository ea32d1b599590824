import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citationFormats } from '../../src/citations/formats.ts';
import { licenseUrl } from '../../src/domain/license.ts';
import { formatPartialDate } from '../../src/domain/partial-date.ts';
import type { Publication } from '../../src/domain/publication.ts';
import { richTextToPlain } from '../../src/domain/rich-text.ts';
import type { BuiltSite } from '../support/build-site.ts';
import { attribute, textOf, type Element } from '../support/read-html.ts';
import { squeeze, type SitePage } from './site-pages.ts';

/*
 * What a page must tell machines, checked on the HTML alone, from the public rules: Google Scholar's inclusion
 * guidelines (GS), the tags that Zotero's translators read (Z), COinS (L), https://schema.org (J), FAIR Signposting (S),
 * and https://ogp.me. Each rule that a page breaks is a sentence.
 */

interface Checked {
  readonly site: BuiltSite;
  readonly origin: string;
  readonly page: SitePage;
}

/** Faults of the page of one publication. */
export function publicationFaults(checked: Checked, record: Publication): string[] {
  const faults: string[] = [];
  const expect = (rule: string, holds: boolean, found: unknown = '') => {
    if (!holds) faults.push(`${checked.page.path}: ${rule}${found === '' ? '' : ` (${JSON.stringify(found)})`}`);
  };
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

type Expect = (rule: string, holds: boolean, found?: unknown) => void;

interface Meta {
  readonly name: string;
  readonly content: string;
}

const metasOf = ({ html }: SitePage): Meta[] =>
  html
    .all('meta', (element) => inHead(element))
    .flatMap((element) => {
      const name = attribute(element, 'name') ?? attribute(element, 'property');
      const content = attribute(element, 'content');
      return name !== undefined && content !== undefined ? [{ name, content }] : [];
    });

const inHead = (element: Element): boolean =>
  element.parentNode !== null && 'tagName' in element.parentNode && element.parentNode.tagName === 'head';

const headings = ({ html }: SitePage): string[] => html.all('h1').map((element) => squeeze(textOf(element)));

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

function checkHighwire(metas: readonly Meta[], record: Publication, { page, origin }: Checked, expect: Expect): void {
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
    const own = `${origin}/publications/${record.slug}/`;
    expect('GS7: a PDF beside the page', pdf.startsWith(own) && /^[^/]+\.pdf$/i.test(pdf.slice(own.length)), pdf);
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

function checkDublinCore(metas: readonly Meta[], record: Publication, expect: Expect): void {
  const values = (name: string): string[] => metas.filter((meta) => meta.name === name).map(({ content }) => content);
  expect('DC.title', squeeze(values('DC.title')[0] ?? '').endsWith(squeeze(richTextToPlain(record.title))));
  expect('DC.creator for each author', values('DC.creator').length === record.contributions.length);
  expect('DCTERMS.issued as precise as known', values('DCTERMS.issued').join() === formatPartialDate(record.published));
  expect('DC.subject for each keyword', values('DC.subject').join() === record.keywords.join());
  expect('DC.language', values('DC.language').join() === record.lang);
  if (record.preferred !== undefined)
    expect('the version to cite is named', values('DCTERMS.isReplacedBy').length === 1);
}

function checkSignposts(record: Publication, { page, site, origin }: Checked, expect: Expect): void {
  const links = page.html.all('link', inHead).map((element) => ({
    rel: attribute(element, 'rel') ?? '',
    href: attribute(element, 'href') ?? '',
    type: attribute(element, 'type'),
  }));
  const of = (rel: string) => links.filter((link) => link.rel === rel);
  const own = `${origin}/publications/${record.slug}/`;
  for (const rel of ['author', 'cite-as', 'related', 'describedby', 'item', 'license', 'type'])
    for (const { href } of of(rel)) expect(`S1: ${rel} is an absolute address`, /^https?:\/\//.test(href), href);
  const orcids = record.contributions.flatMap(({ orcid }) => (orcid ? [`https://orcid.org/${orcid}`] : []));
  expect(
    'S1: an author link for each ORCID iD',
    of('author')
      .map(({ href }) => href)
      .join() === orcids.join(),
  );
  const leadsHere = record.url === own || record.links.some(({ rel, url }) => rel === 'publisher' && url === own);
  for (const { href } of of('cite-as')) expect('S1: cite-as leads to this very page', href === own || leadsHere, href);
  expect('S1: at most one cite-as', of('cite-as').length < 2);
  if (record.preferred !== undefined)
    expect('what has another version to cite is not cited as itself', of('cite-as').length === 0);
  if (record.doi !== undefined && !leadsHere)
    expect(
      'S1: the DOI of a publisher is related',
      of('related').some(({ href }) => decodeURIComponent(href).endsWith(record.doi ?? '')),
    );
  expect(
    'S1: AboutPage and the type of the work',
    of('type').length === 2 && of('type')[0]!.href === 'https://schema.org/AboutPage',
  );
  const deed = record.license && licenseUrl(record.license);
  expect(
    'S1: the licence',
    of('license')
      .map(({ href }) => href)
      .join() === (deed ?? ''),
  );
  for (const { extension, mediaType } of citationFormats) {
    const file = `/publications/${record.slug}${extension}`;
    expect(
      `S1: ${extension} describes the page`,
      of('describedby').some(({ href, type }) => href === origin + file && type === mediaType),
    );
    expect(
      `M5: ${extension} is an alternate`,
      of('alternate').some(({ href, type }) => href === file && type === mediaType),
    );
    expect(`${extension} is there`, existsSync(join(site.settings.outDir, file)));
  }
  for (const { href } of of('linkset'))
    checkLinkset(JSON.parse(site.read(href.slice(1))) as Linkset, record, own, expect);
}

interface Linkset {
  readonly linkset: readonly ({ readonly anchor: string } & Readonly<
    Record<string, readonly { readonly href: string }[]>
  >)[];
}

/** S2: RFC 9264, section 4.2.4: every relation is a list of targets, and every file says what it describes. */
function checkLinkset({ linkset }: Linkset, record: Publication, own: string, expect: Expect): void {
  const page = linkset.find(({ anchor }) => anchor === own);
  expect('S2: the page is an anchor', page !== undefined);
  const describing = page?.['describedby']?.map(({ href }) => href) ?? [];
  expect('S2: each citation file describes the page', describing.length === citationFormats.length);
  for (const href of describing)
    expect(
      'S2: and says so itself',
      linkset.some((each) => each.anchor === href && each['describes']?.[0]?.href === own),
      href,
    );
  for (const [relation, targets] of Object.entries(page ?? {}))
    if (relation !== 'anchor')
      expect(
        'S2: targets have an address',
        Array.isArray(targets) && targets.every(({ href }) => /^https?:/.test(href)),
        [record.slug, relation],
      );
}

type Node = Readonly<Record<string, unknown>>;
/** A property that must be a text. */
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const list = (value: unknown): readonly Node[] => (value === undefined ? [] : ([value].flat() as Node[]));

/** Nodes of the page's one graph. */
export function graphOf({ html }: SitePage): readonly Node[] | undefined {
  const blocks = html.all('script', (element) => attribute(element, 'type') === 'application/ld+json');
  if (blocks.length !== 1) return undefined;
  const [child] = blocks[0]!.childNodes;
  const value = JSON.parse(child && 'value' in child ? child.value : '') as {
    '@context': string;
    '@graph': readonly Node[];
  };
  return value['@context'] === 'https://schema.org' ? value['@graph'] : undefined;
}

function checkGraph(record: Publication, { page, origin }: Checked, expect: Expect): void {
  const graph = graphOf(page) ?? [];
  const own = `${origin}/publications/${record.slug}/`;
  const work = graph.find((node) => node['@id'] === `${own}#work`);
  expect('J1: the work is in the graph', work !== undefined);
  if (!work) return;
  const text = JSON.stringify(work);
  expect('J3: name', squeeze(String(work['name'])).endsWith(squeeze(richTextToPlain(record.title))));
  if (work['headline'] !== undefined)
    expect('J3: headline of at most 110 signs', textIn(work['headline']).length <= 110, work['headline']);
  expect('J3: language', work['inLanguage'] === record.lang);
  expect(
    'J7: date as precise as known',
    work['datePublished'] === formatPartialDate(record.published),
    work['datePublished'],
  );
  const authors = list(work['author']);
  expect(
    'J5: every author',
    authors.map(({ name }) => squeeze(String(name))).join() ===
      record.contributions.map(({ name }) => squeeze(name.printed)).join(),
  );
  for (const [index, { orcid, affiliations, name }] of record.contributions.entries()) {
    const author = authors[index] ?? {};
    expect('J5: a group is an organisation', (author['@type'] === 'Organization') === 'group' in name);
    if (orcid && !('group' in name))
      expect('J5: ORCID iD as id', author['@id'] === `https://orcid.org/${orcid}`, author['@id']);
    if ('group' in name) continue;
    const named = list(author['affiliation']).map(
      ({ '@id': id }) => graph.find((node) => node['@id'] === id)?.['name'],
    );
    expect(
      'J5: affiliations',
      named.join() === affiliations.map((number) => record.affiliations[number - 1]?.name).join(),
      named,
    );
  }
  for (const { name, ror } of record.affiliations)
    if (ror)
      expect(
        'J5: ROR',
        graph.some((node) => node['name'] === name && node['sameAs'] === `https://ror.org/${ror}`),
        ror,
      );
  for (const identifier of [record.doi, record.pmid, record.pmcid, record.arxiv])
    if (identifier)
      expect(
        'J4: identifier',
        list(work['identifier']).some(({ value }) => String(value).endsWith(identifier)),
        identifier,
      );
  expect('J7: licence', work['license'] === (record.license && licenseUrl(record.license)), work['license']);
  expect(
    'J7: free or not',
    work['isAccessibleForFree'] === (record.openAccess && record.openAccess !== 'closed'),
    work['isAccessibleForFree'],
  );
  for (const { funder, award } of record.funding)
    expect(
      'J7: funding',
      list(work['funding']).some(
        (grant) => (grant['funder'] as Node)['name'] === funder && grant['identifier'] === award,
      ),
      funder,
    );
  for (const keyword of record.keywords)
    expect('J7: keyword', list(work['keywords']).includes(keyword as unknown as Node), keyword);
  for (const id of record.mesh)
    expect(
      'J7: MeSH',
      list(work['keywords']).some(({ termCode }) => termCode === id),
      id,
    );
  for (const { id } of record.trials) expect('trial', text.includes(JSON.stringify(id)), id);
  for (const { text: section } of record.abstracts.find(({ lang }) => lang === record.lang)?.sections ?? [])
    expect('J7: abstract', squeeze(String(work['abstract'])).includes(squeeze(section)));
  if (record.volume)
    expect(
      'J6: volume',
      text.includes(`"volumeNumber":${JSON.stringify(record.volume)}`) || !/Article|Report/.test(String(work['@type'])),
      work['isPartOf'],
    );
  if (record.issue)
    expect(
      'J6: issue',
      text.includes(`"issueNumber":${JSON.stringify(record.issue)}`) || !/Article|Report/.test(String(work['@type'])),
      work['isPartOf'],
    );
  const status = {
    retracted: 'Retracted',
    withdrawn: 'Withdrawn',
    corrected: 'Corrected',
    concern: 'Expression of concern',
    published: undefined,
  }[record.status];
  expect(
    'J8: status',
    status === undefined || list(work['creativeWorkStatus']).includes(status as unknown as Node),
    work['creativeWorkStatus'],
  );
  for (const { doi, url } of record.notices)
    if (doi ?? url)
      expect(
        'J8: notice',
        decodeURIComponent(JSON.stringify(list(work['correction']))).includes((doi ?? url)!),
        doi ?? url,
      );
  if (record.type === 'preprint')
    expect('J2: a preprint says so', list(work['creativeWorkStatus']).includes('Preprint' as unknown as Node));
}

/** What every page that search engines may list says of itself. */
export function pageFaults(checked: Checked): string[] {
  const { page, origin } = checked;
  const faults: string[] = [];
  const expect: Expect = (rule, holds, found = '') => {
    if (!holds) faults.push(`${page.path}: ${rule}${found === '' ? '' : ` (${JSON.stringify(found)})`}`);
  };
  const graph = graphOf(page);
  expect('J1: one graph', graph !== undefined);
  const ids: unknown[] = (graph ?? []).flatMap((node) => (node['@id'] === undefined ? [] : [node['@id']]));
  expect(
    'J1: ids once',
    new Set(ids).size === ids.length,
    ids.filter((id, index) => ids.indexOf(id) !== index),
  );
  const url = origin + encodeURI(page.address);
  const own = (graph ?? []).find((node) => node['@id'] === url);
  expect('J1: the page itself', own !== undefined);
  for (const property of ['mainEntity', 'about', 'isPartOf'])
    for (const { '@id': id } of list(own?.[property])) expect(`J1: ${property} is in the graph`, ids.includes(id), id);
  const crumbs = list((graph ?? []).find((node) => node['@type'] === 'BreadcrumbList')?.['itemListElement']);
  expect(
    'breadcrumbs in order',
    crumbs.every(({ position }, index) => position === index + 1),
  );
  if (crumbs.length > 0) expect('breadcrumbs end here', crumbs.at(-1)?.['item'] === url && crumbs.length > 1);
  for (const { item, name } of crumbs)
    expect(
      'breadcrumbs lead to pages',
      typeof name === 'string' && name !== '' && existsSync(fileOf(String(item), checked)),
      item,
    );
  const executable = page.html.all(
    'script',
    (element) => attribute(element, 'src') === undefined && attribute(element, 'type') === undefined,
  );
  expect('nothing more is executed inline', executable.length <= 1, executable.length);
  checkPreview(metasOf(page), checked, expect);
  return faults;
}

const fileOf = (url: string, { site, origin }: Checked): string =>
  join(site.settings.outDir, decodeURI(url.slice(origin.length)).replace(/\/$/, '/index.html'));

function checkPreview(metas: readonly Meta[], checked: Checked, expect: Expect): void {
  const one = (name: string): string => metas.find((meta) => meta.name === name)?.content ?? '';
  const { page, origin } = checked;
  expect('og:title', one('og:title') !== '');
  expect('og:url', one('og:url') === origin + encodeURI(page.address), one('og:url'));
  expect('Z4: og:type', ['article', 'profile', 'website'].includes(one('og:type')), one('og:type'));
  expect(
    'Z4: no page of a publication is a website',
    !/^(?:[a-z]{2}\/)?publications\/./.test(page.path.replace('index.html', '')) ||
      one('og:type') === 'article' ||
      /publications\/\d{4}\//.test(page.path),
    one('og:type'),
  );
  expect('a large picture', one('twitter:card') === 'summary_large_image');
  const image = fileOf(one('og:image'), checked);
  expect('the picture is there', existsSync(image), one('og:image'));
  if (!existsSync(image)) return;
  // ISO/IEC 15948, 11.2.2: width and height are the first fields of a PNG.
  const bytes = readFileSync(image);
  expect(
    'the picture has the size that is told',
    bytes.readUInt32BE(16) === 1200 &&
      bytes.readUInt32BE(20) === 630 &&
      one('og:image:width') === '1200' &&
      one('og:image:height') === '630',
  );
}

/** Values of each OpenURL context object of a page. */
export const coinsOf = ({ html }: SitePage): URLSearchParams[] =>
  html
    .all('span', (element) => (attribute(element, 'class') ?? '').split(' ').includes('Z3988'))
    .map((element) => new URLSearchParams(attribute(element, 'title')));

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
