import { join } from 'node:path';
import { expect, test } from 'vitest';
import { socialServices } from '../../src/domain/institute/social-service.ts';
import { projectDir } from '../../src/project/settings.ts';
import { siteFolder, type BuiltSite } from '../support/build-site.ts';
import { attribute, isInside, readHtml, textOf, type Element, type Html } from '../support/read-html.ts';
import { sharedSite } from '../support/shared-site.ts';

const mainOf = (site: BuiltSite, path: string) => readHtml(site.read(path)).all('main')[0]!;

/** The addresses of the links with these words in the content of a page. */
function addressesOf(site: BuiltSite, path: string, words: string): (string | undefined)[] {
  const html = readHtml(site.read(path));
  return html.all('a', (link) => textOf(link).trim() === words).map((link) => attribute(link, 'href'));
}

/** The addresses of the links in the first paragraph that begins so. */
function linksOfLine({ all }: Html, beginning: RegExp): (string | undefined)[] {
  const [line] = all('p', (element) => beginning.test(textOf(element)));
  const isInLine = (element: Element) => {
    let parent = element.parentNode;
    while (parent && parent !== line) parent = 'parentNode' in parent ? parent.parentNode : null;
    return parent === line;
  };
  return all('a', isInLine).map((link) => attribute(link, 'href'));
}

test('the first publication of the example shows its identifiers, its whole affiliations, and who wrote the abstract', async () => {
  const site = await sharedSite(join(projectDir, 'content'));
  const path = 'publications/jamshidi-2024-allogeneic/index.html';
  const text = textOf(mainOf(site, path)).replace(/\s+/g, ' ');
  for (const department of ['(ATMP-TDC)', 'Department of Stem Cells and Developmental Biology'])
    expect(text).toContain(
      `${department}, Cell Science Research Center, Royan Institute for Stem Cell Biology and Technology, ACECR, Tehran, Iran`,
    );
  for (const shown of ['10.1080/17460751.2024.2443352', '39713986', 'PMC11703026', 'Arthritis, Rheumatoid'])
    expect(text).toContain(shown);
  expect(text).toContain('Summary written by the institute, not the authors’ abstract.');
  expect(textOf(mainOf(site, `fa/${path}`))).toContain('این خلاصه را مؤسسه نوشته است');
  expect(addressesOf(site, path, 'Publisher')).toContain(
    'https://www.tandfonline.com/doi/full/10.1080/17460751.2024.2443352',
  );
  expect(addressesOf(site, path, 'PubMed')).toContain('https://pubmed.ncbi.nlm.nih.gov/39713986/');
  expect(site.read(path)).not.toContain('citation_abstract"');
  const record = site.read('publications/jamshidi-2024-allogeneic.ris');
  expect(record).not.toContain('AB  - ');
  expect(record).toContain('N1  - Summary by the office, not the abstract of the authors: ');
});

test('the first sentences and the statistics of the example say only what is so of its sixteen publications', async () => {
  const site = await sharedSite(join(projectDir, 'content'));
  expect(textOf(mainOf(site, 'index.html'))).toContain(
    '16 publications, ready to cite. All are explained in plain language.',
  );
  expect(textOf(mainOf(site, 'fa/index.html'))).toContain('همهٔ آن‌ها به زبان ساده توضیح داده شده‌اند.');
  const statistics = textOf(mainOf(site, 'statistics/index.html'));
  expect(statistics).toContain('All 5 publications whose access is known (2016–2018) are free to read');
  // Each centre has one publication, so that there is nothing to compare.
  expect(statistics).not.toContain('Publications per research centre');
  expect(statistics).toContain('Most often in Example Journal of Medicine: 5 publications');
});

test.each(['index.html', 'publications/index.html', 'publications/jamshidi-2024-allogeneic/index.html'])(
  'without accounts, the line to follow leads to the feeds: %s',
  async (path) => {
    const site = await sharedSite(join(projectDir, 'content'));
    const line = mainOf(site, path);
    expect(textOf(line)).toContain('Stay connected:');
    expect(linksOfLine(readHtml(site.read(path)), /^Stay connected:/)).toEqual(['/feed.xml', '/feed.json']);
  },
);

test.each(['index.html', 'publications/index.html', 'fa/publications/farzi-2023-fa/index.html'])(
  'the line to follow names four accounts, and leads to the foot of the page, which names all: %s',
  async (path) => {
    const site = await sharedSite(siteFolder('gallery'));
    const html = readHtml(site.read(path));
    const links = linksOfLine(html, /^(?:Stay connected|ما را دنبال کنید):/);
    const accounts = html.all('a', (element) => isInside(element, 'follow')).map((link) => attribute(link, 'href'));
    // X has two names.
    expect(accounts).toHaveLength(socialServices.length - 1);
    expect(links).toEqual([...accounts.slice(0, 4), '#follow']);
  },
);
