import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listPublications, type Corpus } from './corpus.ts';

/**
 * Writes the publications of a corpus for programs that read Markdown with front matter: the same data and text, but
 * under names that mean nothing to them. `type`, `published` and `links` steer Hugo or Eleventy; a date of our own
 * spares them guessing one. With a `limit`, about as many are written, spread evenly over the corpus.
 * Returns their slugs.
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
