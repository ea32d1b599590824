import { expect, test } from 'vitest';
import { explainFailures } from '../../../src/build/explain-failures.ts';
import { offeredCitationFormats } from '../../../src/rendering/citation-files.ts';
import { makeOutputs, type OutputTools } from '../../../src/rendering/make-outputs.ts';
import { failureOf } from '../../../src/rendering/render-failure.ts';
import type { RenderFailure, RenderJob } from '../../../src/rendering/render-job.ts';
import type { OpenCatalog } from '../../../src/store/open-catalog.ts';
import { makeConnected } from '../../support/make.ts';
import { makePage, makeView } from '../metadata/make-page.ts';

const slug = 'example-2024';
const address = `/publications/${slug}/`;
const job: RenderJob = {
  address,
  locale: 'en',
  kind: 'publication',
  citations: slug,
  output: `publications/${slug}/index.html`,
  key: 'own shared',
  previous: '',
  unchanged: false,
};
const catalog: OpenCatalog = {
  inReadTransaction: (work) => work(),
  site: makeView().site,
  page: (at) => (at === address ? makePage({ slug, hasCode: true }) : undefined),
  file: () => undefined,
  citations: () => new Map(),
  citation: () => undefined,
  styles: [],
  styleLocales: {},
  reference: () => ({ digest: '' }),
  indexes: [],
  textPages: () => [],
};
const tools: OutputTools = {
  catalog,
  render: () => '',
  renderPage: () => Promise.resolve('<!DOCTYPE html><h1 class="title">An example</h1>'),
  base: '',
  times: { pages: 0, citations: 0, files: 0 },
};
const broken = () => {
  throw new Error('it broke');
};

/** How a job fails, and what the author is told of it where the body holds code or none. */
async function failing(changes: Partial<OutputTools>, own: RenderJob = job) {
  const failure = await makeOutputs(own, { ...tools, ...changes }).then(
    () => expect.fail('nothing failed'),
    (error: unknown) => failureOf(own, error, ['/site']),
  );
  const told = (hasCode: boolean) =>
    explainFailures([failure], () => ({ publications: [summary(hasCode)], pages: [] }));
  return { failure, withCode: told(true), withoutCode: told(false) };
}
const summary = (hasCode: boolean) => ({ ...makeConnected({ slug }), hasCode });

test('a publication has a page, and a file of citations in each format', async () => {
  const { files, kept } = await makeOutputs(job, tools);
  expect(files.map(([path]) => path)).toEqual([
    job.output,
    ...offeredCitationFormats(tools.catalog.site, makePage()).map(
      ({ file }) => `publications/${slug}${file.extension}`,
    ),
  ]);
  expect(kept).toEqual([]);
});

test('what fails in a template is a fault of the code of the body, where there is some', async () => {
  const { failure, withCode, withoutCode } = await failing({ renderPage: () => Promise.reject(new Error('it broke')) });
  expect(failure).toEqual({ address, locale: 'en', stage: 'template', message: 'it broke' });
  expect(withCode).toMatchObject([{ name: 'code-failed', file: `publications/${slug}.mdx` }]);
  expect(withoutCode).toMatchObject([
    { name: 'page-failed', message: `the template of ${address} fails in en: it broke` },
  ]);
});

test.each<[stage: RenderFailure['stage'], changes: Partial<OutputTools>, message: RegExp]>([
  ['data', { catalog: { ...catalog, page: broken } }, /^what \S+ shows in en could not be found: it broke$/],
  ['data', { catalog: { ...catalog, page: () => undefined } }, /there is no page at/],
  [
    'html',
    { renderPage: () => Promise.resolve('<!DOCTYPE html>\n\n') },
    /a page of the kind publication has no heading$/,
  ],
  [
    'html',
    {
      renderPage: () =>
        Promise.resolve('<!DOCTYPE html><main id="main" class="wrap not-found"><h1>Not here</h1></main>'),
    },
    /it says that this page does not exist$/,
  ],
])('what fails at the stage %s is a fault of Colophon, whatever the body holds', async (stage, changes, message) => {
  const { failure, withCode, withoutCode } = await failing(changes);
  expect(failure.stage).toBe(stage);
  expect(withCode).toMatchObject(
    [{ name: 'page-failed', message: expect.stringMatching(message) as string, hint: /fault of Colophon/ }].map(
      (problem) => ({ ...problem, hint: expect.stringMatching(problem.hint) as string }),
    ),
  );
  expect(withoutCode).toEqual(withCode);
});

test('a format that is withheld is in no file', async () => {
  const page = makePage({ slug });
  const own = { ...page, context: { ...page.context, withheld: ['ris'] as const } };
  const { files } = await makeOutputs(job, { ...tools, catalog: { ...catalog, page: () => own } });
  expect(files.map(([path]) => path)).not.toContain(`publications/${slug}.ris`);
  expect(files).toHaveLength(5);
});

test('a citation that the catalog has is not written again', async () => {
  const kept = new TextEncoder().encode('TY  - KEPT\r\n');
  const citations: OpenCatalog['citations'] = (of) => new Map(of === slug ? [['ris', kept]] : []);
  const { files } = await makeOutputs(job, { ...tools, catalog: { ...catalog, citations } });
  expect(files.find(([path]) => path.endsWith('.ris'))?.[1]).toBe(kept);
});

test('a file that cannot be made fails at the stage of files', async () => {
  const feed = { ...job, address: '/feed.xml', kind: 'feed', output: 'feed.xml' };
  const { failure, withCode } = await failing({}, feed);
  expect(failure).toMatchObject({ stage: 'file', message: 'there is no file at /feed.xml' });
  expect(withCode).toMatchObject([{ name: 'page-failed', file: '/feed.xml' }]);
});

test('an error of the disk keeps its code, through the stage in which it comes', async () => {
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  const { failure } = await failing({ renderPage: () => Promise.reject(full) });
  expect(failure.code).toBe('ENOSPC');
});
