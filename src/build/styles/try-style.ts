import type { CslNode, LoadedStyle } from '../../domain/publication/reference-styles.ts';
import { referenceLocales } from '../../domain/publication/reference-styles.ts';
import type { CslItem } from '../../formats/csl/csl-item.ts';
import { createReferenceRenderer } from '../../references/citeproc.ts';

/** Why the citation processor makes no references with a style; undefined where it makes some. */
export function tryStyle(style: LoadedStyle, locales: ReadonlyMap<string, unknown>): string | undefined {
  const render = createReferenceRenderer(Object.fromEntries(locales) as Readonly<Record<string, CslNode>>);
  try {
    for (const locale of referenceLocales) for (const item of items) render(item, style, locale);
    return undefined;
  } catch (error) {
    // citeproc also throws strings.
    return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!;
  }
}

const names = [{ family: 'Baran', given: 'Nima' }, { family: 'Tufan', given: 'Leila' }, { literal: 'Group' }];
const items: readonly CslItem[] = [
  {
    id: 'article',
    type: 'article-journal',
    title: 'A title',
    author: names,
    'container-title': 'Journal',
    issued: { 'date-parts': [[2024, 5, 1]] },
    volume: '1',
    issue: '2',
    page: '3-4',
    DOI: '10.5555/12345678',
  },
  {
    id: 'chapter',
    type: 'chapter',
    title: 'A title',
    author: names,
    editor: names,
    'container-title': 'Book',
    issued: { literal: 'in press' },
  },
  { id: 'bare', type: 'report', title: 'A title', issued: { 'date-parts': [[2024]] } },
];
