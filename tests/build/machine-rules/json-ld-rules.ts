import { licenseUrl } from '../../../src/domain/publication/license.ts';
import { formatPartialDate } from '../../../src/domain/dates/partial-date.ts';
import type { Publication } from '../../../src/domain/publication/publication.ts';
import { isIndexed } from '../../../src/metadata/highwire.ts';
import { richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import { attribute } from '../../support/read-html.ts';
import { squeeze, type SitePage } from '../site-pages.ts';
import type { Checked, Expect } from './checked-page.ts';

type Node = Readonly<Record<string, unknown>>;
/** A property that must be a text. */
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const list = (value: unknown): readonly Node[] => (value === undefined ? [] : ([value].flat() as Node[]));

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

export function checkGraph(record: Publication, { page, origin }: Checked, expect: Expect): void {
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
    if (isIndexed(record.type)) expect('J7: no second abstract', work['abstract'] === undefined);
    else expect('J7: abstract', squeeze(String(work['abstract'])).includes(squeeze(section)));
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
