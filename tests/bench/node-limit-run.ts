import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { markdownToHtml } from 'satteri';
import { parse } from 'yaml';

// node node-limit-run.ts WORK OUT THREADS: the program of node-limit.ts.
interface Share {
  readonly work: string;
  readonly outDir: string;
  readonly threads: number;
  readonly part: number;
}

if (isMainThread) {
  const [work = '', outDir = '', threads = '1'] = process.argv.slice(2);
  for (let part = 1; part < Number(threads); part += 1) {
    new Worker(new URL(import.meta.url), {
      workerData: { work, outDir, threads: Number(threads), part } satisfies Share,
    });
  }
  writePages({ work, outDir, threads: Number(threads), part: 0 });
} else {
  writePages(workerData as Share);
}

function writePages({ work, outDir, threads, part }: Share): void {
  const padding = readFileSync(join(work, 'node/padding.txt'), 'utf8');
  const files = readdirSync(join(work, 'content'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  for (const [index, path] of files.entries()) {
    if (index % threads !== part) continue;
    const text = readFileSync(join(work, 'content', path), 'utf8');
    const end = text.indexOf('\n---\n', 4);
    const slug = basename(path, '.md');
    const folder = join(outDir, 'publications', slug);
    mkdirSync(folder, { recursive: true });
    const { html } = markdownToHtml(text.slice(end + 5));
    writeFileSync(join(folder, 'index.html'), page(slug, parse(text.slice(4, end)) as Front, html, padding));
  }
}

function page(slug: string, front: Front, content: string, padding: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${front.title.replace(/<[^>]*>/g, '')}</title><link rel="canonical" href="https://publications.example.org/publications/${slug}/"></head>
<body>
<h1>${front.title}</h1>
<ol class="authors">${each(front.authors, ({ name, group, affiliations, orcid }) => `<li>${may(name)}${may(group)}${each(affiliations, (number) => `<sup>${number}</sup>`)}${may(orcid, (id) => `<a href="https://orcid.org/${escape(id)}">ORCID</a>`)}</li>`)}</ol>
<ol class="affiliations">${each(front.affiliations, (place) => `<li>${escape(place)}</li>`)}</ol>
<p>${escape(front.genre)} ${may(front.journal)}${may(front.container)} ${may(front.volume)} ${may(front.issue, (issue) => `(${escape(issue)})`)} ${may(front.extent)} ${escape(front.issued)}</p>
${may(front.doi, (doi) => `<p><a href="https://doi.org/${escape(doi)}">${escape(doi)}</a></p>`)}
<ul class="links">${each(front.addresses, ({ rel, url }) => `<li><a rel="${escape(rel)}" href="${escape(url)}">${escape(url)}</a></li>`)}</ul>
<ul class="keywords">${each(front.keywords, (keyword) => `<li>${escape(keyword)}</li>`)}</ul>
<article>${content}</article>
<footer>${padding}</footer>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function each<T>(items: readonly T[] | undefined, show: (item: T) => string): string {
  return (items ?? []).map(show).join('');
}

function may(value: string | undefined, show: (value: string) => string = escape): string {
  return value === undefined ? '' : show(value);
}

interface Front {
  readonly title: string;
  readonly genre: string;
  readonly issued: string;
  readonly authors: readonly Author[];
  readonly affiliations?: readonly string[];
  readonly addresses?: readonly { readonly rel: string; readonly url: string }[];
  readonly keywords?: readonly string[];
  readonly journal?: string;
  readonly container?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly extent?: string;
  readonly doi?: string;
}

interface Author {
  readonly name?: string;
  readonly group?: string;
  readonly affiliations?: readonly number[];
  readonly orcid?: string;
}
