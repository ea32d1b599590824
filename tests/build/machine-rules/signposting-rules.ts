import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { singleFormats } from '../../../src/domain/publication/offered-format.ts';
import { offeredFormats } from '../../../src/formats/written-formats.ts';
import { licenseUrl } from '../../../src/domain/publication/license.ts';
import type { Publication } from '../../../src/domain/publication/publication.ts';
import { attribute } from '../../support/read-html.ts';
import { inHead, type Checked, type Expect } from './checked-page.ts';

export function checkSignposts(record: Publication, { page, site, origin }: Checked, expect: Expect): void {
  const links = page.html.all('link', inHead).map((element) => ({
    rel: attribute(element, 'rel') ?? '',
    href: attribute(element, 'href') ?? '',
    type: attribute(element, 'type'),
  }));
  const of = (rel: string) => links.filter((link) => link.rel.split(' ').includes(rel));
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
  for (const { extension, mediaType } of singleFormats(offeredFormats())) {
    const file = `/publications/${record.slug}${extension}`;
    expect(
      `S1: ${extension} describes the page`,
      of('describedby').some(({ href, type }) => href === origin + file && type === mediaType),
    );
    expect(
      `M5: ${extension} is an alternate`,
      of('alternate').some(({ href, type }) => href === origin + file && type === mediaType),
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
  expect('S2: each citation file describes the page', describing.length === singleFormats(offeredFormats()).length);
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
