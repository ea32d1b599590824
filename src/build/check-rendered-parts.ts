import type { Problem } from '../domain/problems/problem.ts';
import { leavesSite } from '../domain/pages/text-link.ts';
import { hasFragment } from '../rendering/find-links.ts';
import { unknownFragment } from '../site-plan/check-site-links.ts';
import type { CompiledContent } from './compile-content.ts';

/** Links in texts to parts of pages that the pages of the new site do not have. `read`: text of a file of the new site. */
export function checkRenderedParts(
  { linking }: Pick<CompiledContent, 'linking'>,
  read: (path: string) => string | undefined,
): readonly Problem[] {
  return linking.flatMap(({ file, links }) =>
    links.flatMap((link): readonly Problem[] => {
      const { written, to, fragment, ...place } = link;
      if (fragment === undefined || leavesSite(link) || !to.endsWith('/')) return [];
      const html = read(`${to.slice(1)}index.html`);
      if (html === undefined || hasFragment(html, fragment)) return [];
      const fragments = [...html.matchAll(/<h[2-6][^>]* id="([^"]+)"/g)].map(([, id]) => id!);
      const severity = /^https?:/i.test(written) ? 'warning' : 'error';
      return [{ severity, file, ...place, ...unknownFragment(written, fragment, to, fragments) }];
    }),
  );
}
