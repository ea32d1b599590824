import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder, contentFolder, minimalSite, type BuiltSite } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h10v10z"/></svg>\n';

/** A person whose every field holds a word of their own, so that each can be looked for. */
const person = (word: string, orcid: string, more: string): string => `
names: ["${word}family, Given", "${word}other, Name"]
native: { fa: "بومی${word}" }
orcid: ${orcid}
unit: laboratory
role: { en: "${word}role" }
image: ./${word}.svg
bio: { en: "${word}bio" }
links: [{ label: "${word}label", url: "https://${word}.example.org/" }]
${more}`;

const people = {
  shown: { orcid: '0000-0002-1825-0097', more: '' },
  // Who signs with nobody is in no network.
  colleague: { orcid: '0000-0003-1419-2405', more: '' },
  pageless: { orcid: '0000-0001-5109-3700', more: 'page: false' },
  hidden: { orcid: '0000-0002-1694-233X', more: 'private: true' },
};
const words = Object.keys(people) as (keyof typeof people)[];

const publication = (slug: string, authors: readonly unknown[]) =>
  publicationText({ title: `A study of ${slug}`, authors, affiliations: ['Laboratory'] });

let site: BuiltSite;
/** Text of every file of the site by its path, those of Pagefind unpacked. */
let texts: ReadonlyMap<string, string>;

beforeAll(async () => {
  const all = words.map((word) => `${word}family, Given`);
  site = await buildFolder(
    contentFolder({
      'site.yaml': `${minimalSite}features: { linkset: true, oai: true, cards: all }\n`,
      ...Object.fromEntries(
        words.flatMap((word) => [
          [`people/the-${word}.yaml`, person(word, people[word].orcid, people[word].more)],
          [`people/${word}.svg`, drawing],
        ]),
      ),
      'units/laboratory.yaml': 'name: { en: Laboratory, fa: آزمایشگاه }\n',
      'publications/one.mdx': publication('apples', all),
      'publications/two.mdx': publication('pears', all),
      'publications/three.mdx': publication('plums', [
        { name: 'Somebody E', person: 'the-hidden' },
        { name: 'Another E', person: 'the-pageless' },
      ]),
    }),
  );
  expect(site.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  texts = new Map(
    site.files().map((path) => {
      const bytes = readFileSync(join(site.settings.outDir, path));
      return [path, (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString()];
    }),
  );
});

const holding = (word: string): string[] => [...texts].filter(([, text]) => text.includes(word)).map(([path]) => path);
/** An ORCID iD as the search knows it. */
const keyOf = (word: keyof typeof people): string => people[word].orcid.replaceAll('-', '').toLowerCase();
const addresses = (id: string): string[] => site.files().filter((path) => path.includes(id));

describe('somebody with a page', () => {
  test('shows that each word is looked for where it would stand', () => {
    expect(addresses('the-shown')).toEqual(
      expect.arrayContaining([
        ...['index.html', 'feed.xml', 'feed.json', 'embed/index.html', 'shown.svg'].map(
          (name) => `people/the-shown/${name}`,
        ),
        'people/the-shown.bib',
      ]),
    );
    for (const word of ['shownrole', 'shownbio', 'shownlabel', 'shownother', 'بومیshown', people.shown.orcid])
      expect(holding(word), word).toContain('people/the-shown/index.html');
    expect(holding('the-shown')).toEqual(
      expect.arrayContaining([
        ...['people/index.html', 'units/laboratory/index.html', 'statistics/index.html', 'publications/one/index.html'],
        ...['search/people.json', 'search/documents.json', 'sitemap-1.xml'],
      ]),
    );
    expect(holding(keyOf('shown'))).toContain('search/identifiers/0.json');
  });
});

describe('`page: false`', () => {
  test('leaves no file, and no address of one, anywhere', () => {
    expect(addresses('pageless')).toEqual([]);
    expect(holding('the-pageless')).toEqual([]);
  });

  test('publishes nothing of the file but the names by which publications are found', () => {
    for (const word of ['role', 'bio', 'label', '.example.org', '.svg'].map((end) => `pageless${end}`))
      expect(holding(word), word).toEqual([]);
    expect([...holding(people.pageless.orcid), ...holding(keyOf('pageless'))]).toEqual([]);
    for (const path of [...holding('pagelessother'), ...holding('بومیpageless')])
      expect(path).toMatch(/^(?:search\/words|pagefind)\//);
    expect(holding('pagelessother')).not.toEqual([]);
  });
});

describe('`private: true`', () => {
  test('leaves no file, and no address of one, anywhere', () => {
    expect(addresses('hidden')).toEqual([]);
    expect(holding('the-hidden')).toEqual([]);
  });

  test('publishes nothing of the file, and the author as each publication prints them', () => {
    for (const word of ['role', 'bio', 'label', 'other', '.example.org', '.svg'].map((end) => `hidden${end}`))
      expect(holding(word), word).toEqual([]);
    expect(holding('بومیhidden')).toEqual([]);
    expect([...holding(people.hidden.orcid), ...holding(keyOf('hidden'))]).toEqual([]);
    expect(texts.get('publications/one/index.html')).toContain('hiddenfamily');
    expect(texts.get('publications/one.bib')).toContain('hiddenfamily, Given');
    expect(texts.get('publications/three/index.html')).toContain('Somebody');
  });
});
