import { slugify } from '../../domain/identifiers/slug.ts';
import { placeholders } from '../../domain/publication/placeholders.ts';
import { findFreeSlug } from './build-slug.ts';

/**
 * Path from the content folder and text of a new publication, to be filled in. `taken`: slugs that others have; `today`: such as
 * `2024-12-03`.
 */
export function newPublication(
  title: string,
  taken: ReadonlySet<string>,
  today: string,
): { readonly file: string; readonly text: string } {
  const year = today.slice(0, 4);
  const whole = slugify(title);
  const short = whole.length > 60 ? whole.slice(0, 60).replace(/-[^-]*$/, '') : whole;
  const slug = findFreeSlug(`${short}-${year}`, taken);
  return { file: `publications/${year}/${slug}.mdx`, text: template(title, year, today) };
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
