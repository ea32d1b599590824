import { relative } from 'node:path';
import { referenceNotes } from '../catalog/reference-notes.ts';
import { compareProblems } from '../domain/problems/problem.ts';
import { readContentFolder } from '../build/read-content-folder.ts';
import { reportFailure } from './explain-failure.ts';
import { fixContent } from './fix-content.ts';
import { checkOutsideLinks, type OutsideLinkReport } from './outside-links/check-outside-links.ts';
import { isTerminal, print, printAgain, printCommands, printError, printJson } from './print.ts';
import { formatCodeQuality, formatComment } from './proposals/format-problems.ts';
import { readFlags } from './read-flags.ts';
import { countProblems, damagedCache, formatAnnotations, formatNotes, formatProblems } from './report-problems.ts';
import { readSettings } from '../project/settings.ts';
import { writeReport } from './write-atomically.ts';

// npm run check: reads the content and reports every problem. With --fix, it first repairs what is safe to repair; with
// --links, it asks for the pages of other sites as well.
// Exit code 1 when there is an error.
const flags = readFlags(process.argv.slice(2), {
  command: 'check',
  description: 'reads the content, and lists every problem',
  flags: {
    json: 'lists the problems as JSON, for programs',
    fix: 'first repairs what is safe to repair, such as a DOI that is written as a link',
    links: 'asks for the pages of other sites to which the content links; answers are kept for a week',
  },
  values: {
    summary: ['problems.md', 'writes the problems as Markdown into a file, for a comment on a proposal'],
    'code-quality': ['problems.json', 'writes the problems into a file in the form that GitLab shows in a proposal'],
  },
  variables: ['CONTENT_DIR', 'CACHE_DIR'],
});
if ('text' in flags) {
  (flags.code === 0 ? print : printError)(flags.text);
  process.exit(flags.code);
}
const { given, values } = flags;
const fix = given.has('fix');
process.exitCode = await reportFailure(
  'Not checked',
  fix ? 'Each file is either repaired or unchanged.' : 'No file was changed.',
  check,
);

async function check(): Promise<number> {
  const settings = readSettings(process.env);
  const fixes = fix ? fixContent(settings.contentDir) : [];
  const read = await readContentFolder(settings, {
    drafts: true,
    writesCitations: false,
    damaged: () => printError(damagedCache),
  });
  const { content, store, site } = read;
  const outside =
    given.has('links') && store ? await checkOutsideLinks(store, settings, site, showProgress, network) : undefined;
  const notes = content && store && content.site.styles.length > 0 ? referenceNotes(content.catalog(store)) : [];
  store?.close();
  const problems = [...read.problems, ...(outside?.problems ?? [])].sort(compareProblems);
  const folder = relative(process.cwd(), settings.contentDir) || '.';
  const summary = values.get('summary');
  if (summary !== undefined) writeReport(summary, formatComment(problems, folder));
  const codeQuality = values.get('code-quality');
  if (codeQuality !== undefined) writeReport(codeQuality, formatCodeQuality(problems, folder));
  if (given.has('json')) {
    printJson({ folder, files: content?.files ?? 0, ...(fix ? { fixes } : {}), problems, notes });
  } else {
    for (const { file, field, from, to } of fixes) print(`${folder}/${file}: ${field}: ${from} → ${to}`);
    if (process.env['GITHUB_ACTIONS'] === 'true' && problems.length > 0)
      printCommands(formatAnnotations(problems, folder));
    if (problems.length > 0) print(`${formatProblems(problems, folder)}\n`);
    // Errors come first: what references lack is read when the site can be built.
    if (notes.length > 0 && !problems.some(({ severity }) => severity === 'error'))
      print(`${formatNotes(notes, folder)}\n`);
    const files = content?.files ?? 0;
    print(`${files} ${files === 1 ? 'file' : 'files'} in ${folder}: ${countProblems(problems)}.`);
    if (outside) print(describeOutside(outside));
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Behind a proxy, every address is allowed: the proxy looks names up, and decides what may be requested. */
const network = process.env['NODE_USE_ENV_PROXY'] === '1' ? { isAllowed: () => true } : {};

const describeOutside = ({ asked, unclear, forbidden }: OutsideLinkReport): string =>
  [
    `Links to other sites: ${asked} asked, ${unclear} without a clear answer`,
    ...(forbidden > 0
      ? [
          `${forbidden} not asked, because robots.txt of the other site forbids it or cannot be read, or the address is in this network`,
        ]
      : []),
  ].join(', ') + '.';

function showProgress(done: number, total: number): void {
  if (isTerminal()) printAgain(done < total ? `link ${done} of ${total}` : '');
}
