import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createFormatter } from '../../src/i18n/format.ts';
import { defaultFormatIds, findByExtension, singleFormats } from '../../src/domain/publication/offered-format.ts';
import { citationFormats, offeredFormats } from '../../src/formats/written-formats.ts';
import { copySite, differingFiles, digestsOf, siteFolder, type BuiltSite } from '../support/build-site.ts';
import { sharedSite } from '../support/shared-site.ts';
import { slow } from '../support/slow.ts';

let site: BuiltSite;
const roots = (extension: string): string[] =>
  site
    .files()
    .filter((path) => findByExtension(offeredFormats(), path, (format) => format.extension)?.extension === extension)
    .filter((path) => !/^publications\//.test(path) && !path.startsWith('_astro'))
    .map((path) => path.slice(0, -extension.length));

beforeAll(async () => {
  site = await sharedSite(siteFolder('gallery'));
});

test('beside every list that is not empty stands a file in each format', () => {
  const lists = roots('.bib');
  expect(lists).toEqual(
    expect.arrayContaining(['publications', 'years/2024', 'people/fictus-ada', 'topics/cloud-arithmetic']),
  );
  expect(lists.some((root) => root.startsWith('journals/')) && lists.some((root) => root.startsWith('units/'))).toBe(
    true,
  );
  for (const { extension } of offeredFormats()) expect(roots(extension), extension).toEqual(lists);
});

test('a file holds exactly the records of its list, each as in the file of its publication', () => {
  const slugs = JSON.parse(site.read('publications.csl.json')).map(
    (item: { URL?: string; id: string }) => item.id,
  ) as string[];
  expect(slugs).toHaveLength(site.publications);
  for (const { extension, frame } of singleFormats(offeredFormats()))
    for (const slug of site.files().flatMap((path) => /^publications\/([^/.]+)\.ris$/.exec(path)?.[1] ?? [])) {
      const text = site.read(`publications/${slug}${extension}`);
      const record = text.slice(frame.before.length, text.length - frame.after.length);
      expect(site.read(`publications${extension}`)).toContain(record);
    }
  for (const root of roots('.bib'))
    for (const { file, read } of citationFormats.filter(({ id }) => defaultFormatIds.includes(id))) {
      const { records, problems } = read(site.read(root + file.extension));
      expect(problems).toEqual([]);
      expect(records.length, root + file.extension).toBe(JSON.parse(site.read(`${root}.csl.json`)).length);
    }
});

test('BibTeX says how many records it holds and of when the newest is', () => {
  expect(site.read('publications.bib')).toMatch(
    new RegExp(`^% Records: ${site.publications}; the newest is of 20\\d\\d(?:-\\d\\d){0,2}\\n\\n@`),
  );
});

test('a page names each file beside its list with the size that it has', () => {
  const format = createFormatter('en');
  for (const root of ['publications', 'people/fictus-ada', 'years/2024']) {
    const html = site.read(`${root}/index.html`);
    for (const { extension } of offeredFormats()) {
      const { size } = statSync(join(site.settings.outDir, root + extension));
      const link = new RegExp(
        `<a href="/${root}${extension.replaceAll('.', '\\.')}" download>.*?<span class="num">([^<]*)<`,
      ).exec(html);
      expect(link?.[1], root + extension).toBe(format.bytes(size));
    }
  }
});

test('one changed publication changes the files that hold it, and no other', slow, async () => {
  const copy = copySite(site);
  const file = join(copy.settings.contentDir, 'publications/2018/fictus-2018-tally.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title:.*$/m, 'title: "Tally marks, counted again"'));
  const again = await copy.rebuild();
  expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const changed = differingFiles(digestsOf(site.settings.outDir), digestsOf(copy.settings.outDir));
  expect(changed).toEqual(
    expect.arrayContaining([
      'publications.bib',
      'years/2018.ris',
      'people/fictus-ada.csv',
      'publications/fictus-2018-tally.nbib',
    ]),
  );
  const bulk = changed.filter((path) => roots('.bib').some((root) => path === `${root}.bib`));
  for (const path of bulk) expect(again.read(path)).toContain('counted again');
  expect(
    roots('.bib')
      .filter((root) => again.read(`${root}.bib`).includes('counted again'))
      .map((root) => `${root}.bib`),
  ).toEqual(bulk);
});
