import { placeholders } from '../../domain/publication/placeholders.ts';
import { slugify } from '../../domain/identifiers/slug.ts';
import { findFreeSlug } from '../../import/draft/build-slug.ts';
import { readExisting } from '../read-existing.ts';

/** Path from the content folder and text of a new publication, to be filled in. */
export function newPublication(contentDir: string, title: string): { readonly file: string; readonly text: string } {
  const today = new Date();
  const year = String(today.getFullYear());
  const whole = slugify(title);
  const short = whole.length > 60 ? whole.slice(0, 60).replace(/-[^-]*$/, '') : whole;
  const slug = findFreeSlug(`${short}-${year}`, readExisting(contentDir, 'en').takenSlugs);
  return {
    file: `publications/${year}/${slug}.mdx`,
    text: template(title, year, today.toISOString().slice(0, 10)),
  };
}

function template(text: string, published: string, added: string): string {
  return `---
title: ${JSON.stringify(text)}
type: article
authors:
  - name: "${placeholders.author}"
    affiliations: [1]
affiliations:
  - "${placeholders.affiliation}"
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

${placeholders.abstract}
`;
}
