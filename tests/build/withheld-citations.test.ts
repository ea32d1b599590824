import { appendFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import { createFormatter } from '../../src/i18n/format.ts';
import { withChecksum } from '../../src/store/checksum.ts';
import type { WithheldFormat } from '../../src/store/citation-cache.ts';
import { buildFolder, copyOf, differingFiles, digestsOf, siteFolder, type OwnSite } from '../support/build-site.ts';

const slug = 'tufan-2024-pebbles';
const withheld: readonly WithheldFormat[] = (['ris', 'csl-json'] as const).map((format) => ({
  format,
  problems: [
    {
      severity: 'warning',
      name: 'citation-withheld',
      file: `publications/2024/${slug}.mdx`,
      message: `${format} does not return the pages of ${slug}`,
      hint: 'please report it',
    },
  ],
}));

/** Changes the proofs that `where` selects, with the checksums that the catalog expects. */
function changeProofs(
  db: DatabaseSync,
  where: string,
  values: readonly string[],
  change: { readonly key?: string; readonly withheld?: string },
): void {
  // As after a change of the program: nothing is known of how the content was connected.
  db.exec("delete from setting where name like 'connection%'");
  const save = db.prepare('insert or replace into proof values (?, ?, ?, ?, ?, ?)');
  for (const row of db.prepare(`select * from proof ${where}`).all(...values)) {
    const { slug: of, key, context, withheld: formats, sizes }: typeof row = { ...row, ...change };
    save.run(...withChecksum(String(of), String(key), String(context), String(formats), String(sizes)));
  }
}

let whole: OwnSite;
let before: Record<string, string>;
let site: OwnSite;

/** Makes the proof of one publication fail, as a fault of a writer would: no record is known that does. */
function withhold(file: string, formats: readonly WithheldFormat[]): void {
  const db = new DatabaseSync(file);
  changeProofs(db, 'where slug = ?', [slug], { withheld: JSON.stringify(formats) });
  for (const { format } of formats) db.prepare('delete from citation where slug = ? and format = ?').run(slug, format);
  db.close();
}

beforeAll(async () => {
  const content = copyOf(siteFolder('small'));
  appendFileSync(join(content, 'site.yaml'), 'features: { linkset: true, oai: true }\n');
  whole = await buildFolder(content);
  before = digestsOf(whole.settings.outDir);
  withhold(whole.settings.catalogFile, withheld);
  site = await whole.rebuild();
});

test('the build ends well, with a warning for the format', () => {
  expect(whole.problems).toEqual([]);
  expect(site.rendered).toBeDefined();
  expect(site.problems.map(({ severity, name, file }) => `${severity} ${name} ${file}`)).toEqual(
    withheld.map(() => `warning citation-withheld publications/2024/${slug}.mdx`),
  );
});

test('the publication has its page and its other files, and nothing of the site names the missing ones', () => {
  const files = site.files();
  expect(files).toContain(`publications/${slug}/index.html`);
  for (const extension of ['.bib', '.nbib', '.linkset.json'])
    expect(files).toContain(`publications/${slug}${extension}`);
  for (const extension of ['.ris', '.csl.json']) {
    expect(files).not.toContain(`publications/${slug}${extension}`);
    const naming = files
      .filter((path) => /\.(?:html|json|xml|txt)$|_headers$/.test(path))
      .filter((path) => site.read(path).includes(`${slug}${extension}`));
    expect(naming).toEqual([]);
  }
  expect(site.read(`publications/${slug}/index.html`)).toContain(`${slug}.bib`);
});

test('the files of lists hold the other records, and pages state the sizes that they have', () => {
  const { outDir } = site.settings;
  expect(site.read('publications.bib')).toContain(slug);
  expect(site.read('publications.ris')).not.toContain('pebbles');
  const items = JSON.parse(site.read('publications.csl.json')) as readonly { readonly id: string }[];
  expect(items.map(({ id }) => id)).not.toContain(slug);
  expect(items).toHaveLength(site.publications - 1);
  const size = createFormatter('en').bytes(statSync(join(outDir, 'publications.ris')).size);
  expect(site.read('publications/index.html')).toMatch(
    new RegExp(`<a href="/publications\\.ris" download>.*?<span class="num">${size}<`),
  );
});

test('when the citation comes back, the site is as before', async () => {
  const db = new DatabaseSync(site.settings.catalogFile);
  changeProofs(db, 'where slug = ?', [slug], { key: '' });
  db.close();
  const again = await site.rebuild();
  expect(again.problems).toEqual([]);
  expect(differingFiles(before, digestsOf(again.settings.outDir))).toEqual([]);
});

test('a list of which no record can be offered keeps its files, because pages link to them', async () => {
  const all = new DatabaseSync(site.settings.catalogFile);
  changeProofs(all, '', [], { withheld: JSON.stringify(withheld.slice(0, 1)) });
  all.prepare("delete from citation where format = 'ris'").run();
  all.close();
  const empty = await site.rebuild();
  expect(empty.rendered).toBeDefined();
  expect(empty.read('publications.ris')).not.toMatch(/^TY {2}-/m);
  expect(empty.files().filter((path) => /^publications\/.*\.ris$/.test(path))).toEqual([]);
});
