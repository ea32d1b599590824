import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listPublications, type Corpus } from './corpus.ts';

/**
 * Writes the publications of a corpus as Markdown with front matter, for other programs: the same data and text, but with
 * other names for `type`, `published`, `links` and `pages`, which have a meaning in Hugo or Eleventy, and with a `date`, so
 * that they do not derive one. With a `limit`, writes about that many, spread evenly over the corpus. Returns their slugs.
 */
export function writePeerContent(corpus: Corpus, work: string, limit = Infinity): string[] {
  const all = listPublications(corpus.folder);
  const step = Math.max(1, Math.floor(all.length / limit));
  const paths = all.filter((_, index) => index % step === 0);
  for (const path of paths) {
    const file = join(work, 'content', path.replace(/\.mdx$/, '.md'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, forPeers(readFileSync(join(corpus.folder, path), 'utf8')));
  }
  return paths.map((path) => basename(path, '.mdx'));
}

function forPeers(text: string): string {
  const end = text.indexOf('\n---\n', 4);
  const year = /^published: "(\d{4})/m.exec(text)?.[1] ?? '2000';
  const front = text
    .slice(0, end)
    .replace(/^type:/m, 'genre:')
    .replace(/^published:/m, 'issued:')
    .replace(/^links:/m, 'addresses:')
    .replace(/^pages:/m, 'extent:');
  return `${front}\ndate: ${year}-01-01${text.slice(end)}`;
}
