/*
 * Asks both indexes of a content folder for single words and for two and three words of its titles, and counts how many of all
 * listed results do not hold what was asked for:
 *
 *   node tests/tools/held-words.ts CONTENT
 *
 * A result under “Also related” needs one of the words; one above needs them all. Other forms of a word, and other names, which
 * the page tells, are counted apart. The client of the search runs in Node here, over files.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readContentFolder } from '../../src/build/read-content-folder.ts';
import { readSettings } from '../../src/project/settings.ts';
import { foldTokens } from '../../src/search/fold.ts';
import { openSearch } from '../../src/search/search-client.ts';
import { prepareSearchIndex } from '../../src/search/search-index.ts';
import { stemOf } from '../../src/search/stem-of.ts';
import { searchSources } from '../../src/site-plan/search-sources.ts';

const [contentDir] = process.argv.slice(2);
if (contentDir === undefined) throw new Error('usage: held-words.ts CONTENT');
const folder = mkdtempSync(join(tmpdir(), 'held-words-'));
const { content, store } = await readContentFolder(
  readSettings({ CONTENT_DIR: contentDir, OUT_DIR: join(folder, 'out'), CACHE_DIR: join(folder, 'cache') }),
  { drafts: false },
);
if (!content || !store) throw new Error(`${contentDir} cannot be read`);
const sources = [...searchSources(content.catalog(store), (slug) => store.sources.findRecord('publications', slug)!)];
store.close();
const held = sources.map(
  (source) => new Set(textsOf({ ...source, people: [...source.people.values()] }).flatMap(foldTokens)),
);
globalThis.fetch = (address) => {
  const file = new URL(address instanceof Request ? address.url : address);
  file.search = '';
  return Promise.resolve(new Response(readFileSync(file)));
};

const named = ['police', 'colour', 'aging', 'RAG', 'CD4', 'SARS-CoV-2'];
try {
  for (const [name, mostInPagefind] of [
    ['Pagefind', sources.length],
    ['files of terms', 0],
  ] as const) {
    const own = join(folder, name.replaceAll(' ', '-'));
    await prepareSearchIndex({
      folder: own,
      key: 'site',
      count: sources.length,
      mostInPagefind,
      sources: () => sources,
    });
    const search = await openSearch(pathToFileURL(join(own, 'site/')).href);
    for (const words of [1, 2, 3]) {
      const count = { listed: 0, forms: 0, without: 0 };
      for (const query of [...(words === 1 ? named : []), ...sample(words)]) {
        const { documents, related, partly, added, corrected } = await search.find(query);
        const asked = foldTokens(query);
        // What was searched instead of an unknown word is told too.
        const others = [...added, ...corrected.values()].map(foldTokens);
        for (const [list, needed] of [
          [documents, partly ? 1 : asked.length],
          [related, 1],
        ] as const)
          for (const document of list) {
            const has = held[document]!;
            count.listed += 1;
            if (asked.filter((word) => has.has(word)).length >= needed) continue;
            const stems = new Set([...has].map(stemOf));
            const told = others.some((other) => other.every((word) => has.has(word)));
            if (told || asked.filter((word) => stems.has(stemOf(word))).length >= needed) count.forms += 1;
            else count.without += 1;
          }
      }
      const share = (part: number) => `${((part / count.listed) * 100).toFixed(2)} %`;
      console.log(
        `${name}, ${words} words: ${count.listed} listed, ${share(count.forms)} another form or name, ${share(count.without)} without`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Beginnings of titles from all over the site: their first words of three letters or more. */
function sample(words: number): string[] {
  const step = Math.max(1, Math.floor(sources.length / 300));
  return sources
    .filter((_, index) => index % step === 0)
    .flatMap(({ publication: { title } }, index) => {
      const all =
        textsOf(title)
          .join(' ')
          .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
      const start = all.length > words ? index % (all.length - words) : 0;
      return all.length >= words ? [all.slice(start, start + words).join(' ')] : [];
    });
}

/** All texts in a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/<[^<>]*>/g, ' ')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
