import type { Catalog } from '../catalog/build-catalog.ts';
import type { Problem } from '../domain/problems/problem.ts';
import type { RenderFailure, RenderStage } from '../rendering/render-job.ts';
import { distinctProblems } from '../domain/problems/problem.ts';

/**
 * Pages and files that could not be made, as problems, each once. Only a template runs the code of a body: where a body has code,
 * a failure in the template is a fault of that code, and is the same in every language. Every other failure is a fault of
 * Colophon. `known`: links of texts to missing parts of pages, which are reported at the line of the link.
 */
export function explainFailures(
  failures: readonly RenderFailure[],
  catalog: () => Bodies,
  known: readonly Problem[] = [],
): readonly Problem[] {
  const problems = failures.flatMap((failure): readonly Problem[] => {
    const body = bodyOf(failure, catalog());
    if (
      failure.stage === 'links' &&
      known.some((problem) => problem.file === body?.file && isSameLink(problem, failure))
    )
      return [];
    const what = failure.message.split('\n', 1)[0]!;
    if (failure.stage === 'links' && body?.hasCode)
      return [
        {
          severity: 'error',
          name: 'link-dead',
          file: body.file,
          message: `the page links to ${what}, and the site has no such page or file`,
          hint: 'correct the link in the code of the body; where it holds none, please report this line',
        },
      ];
    return [
      failure.stage === 'template' && body?.hasCode
        ? {
            severity: 'error',
            name: 'code-failed',
            file: body.file,
            message: `the code of the body fails while its page is made: ${what}`,
            hint: 'correct the components and expressions in the body, or delete them',
          }
        : {
            severity: 'error',
            name: 'page-failed',
            file: body?.file ?? failure.address,
            message: `${undone[failure.stage](failure)}: ${what}`,
            hint: 'this is a fault of Colophon: please report it with this line',
          },
    ];
  });
  return distinctProblems(problems);
}

/** Whether the link that failed is the one that a problem names: both end with its fragment. */
const isSameLink = ({ name, message: written }: Problem, { message: failed }: RenderFailure): boolean =>
  name === 'fragment-unknown' && failed.includes('#') && written.endsWith(failed.slice(failed.indexOf('#')));

type Bodies = Pick<Catalog, 'publications' | 'pages'>;

/** The record whose body a page shows; undefined for pages and files without a body. */
function bodyOf({ address, locale }: RenderFailure, { publications, pages }: Bodies) {
  const [, kind, id] = /^\/(?:(publications)\/)?([^/]+)\/$/.exec(address) ?? [];
  return kind === undefined
    ? pages.find((page) => page.id === id && page.locale === locale)
    : publications.find(({ slug }) => slug === id);
}

const undone: Readonly<Record<RenderStage, (failure: RenderFailure) => string>> = {
  data: ({ address, locale }) => `what ${address} shows in ${locale} could not be found`,
  template: ({ address, locale }) => `the template of ${address} fails in ${locale}`,
  html: ({ address, locale }) => `the template of ${address} does not give a whole page in ${locale}`,
  links: ({ address, locale }) => `${address} links in ${locale} to what the site does not have`,
  file: ({ address }) => `the files of ${address} could not be written`,
};
