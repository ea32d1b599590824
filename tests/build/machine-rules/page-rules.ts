import { existsSync } from 'node:fs';
import { attribute } from '../../support/read-html.ts';
import { collectFaults, fileOf, metasOf, type Checked } from './checked-page.ts';
import { graphOf, list } from './json-ld-rules.ts';
import { checkPreview } from './preview-rules.ts';

/** What every page that search engines may list says of itself. */
export function pageFaults(checked: Checked): readonly string[] {
  const { page, origin } = checked;
  const { faults, expect } = collectFaults(page);
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
  // The trail of a publication ends before it.
  const isItem = own?.['@type'] === 'ItemPage';
  if (crumbs.length > 0)
    expect('breadcrumbs end here', crumbs.length > 1 && (isItem || crumbs.at(-1)?.['item'] === url));
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
