import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { slugify } from '../domain/slug.ts';
import { readSettings } from '../settings.ts';

// npm run new -- "Title": a publication to fill in.
const title = process.argv.slice(2).join(' ').replace(/\s+/g, ' ').trim();
if (title === '') {
  console.error('Which title?\n→ npm run new -- "Title of the publication"');
  process.exit(1);
}
const { contentDir } = readSettings(process.env);
const today = new Date();
const year = String(today.getFullYear());
const taken = new Set(existingSlugs(join(contentDir, 'publications')));
const slug = freeSlug(
  `${slugify(title)
    .slice(0, 60)
    .replace(/-[^-]*$/, (end) => (slugify(title).length > 60 ? '' : end))}-${year}`,
  taken,
);
const file = join(contentDir, 'publications', year, `${slug}.mdx`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, template(title, year, today.toISOString().slice(0, 10)), { flag: 'wx' });
console.log(
  `${relative(process.cwd(), file)}\n→ fill it in, then npm run check. The file's name is the address of the publication; rename it now if you like, and never later.`,
);

function template(text: string, published: string, added: string): string {
  return `---
title: ${JSON.stringify(text)}
type: article
authors:
  - name: "Family, Given"
    affiliations: [1]
affiliations:
  - "Department, Institute, City, Country"
journal: ""
volume: ""
issue: ""
pages: ""
published: ${published}
doi: ""
keywords: []
summary: ""
draft: true
added: ${added}
---

The abstract. Start a part with **Aims:** when the abstract has parts.
`;
}

function freeSlug(wanted: string, used: ReadonlySet<string>): string {
  let slug = wanted;
  for (let number = 2; used.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

function existingSlugs(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) =>
    path.endsWith('.mdx') ? [path.replace(/^.*[\\/]/, '').slice(0, -4)] : [],
  );
}
