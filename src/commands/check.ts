import { relative } from 'node:path';
import { referenceNotes } from '../catalog/reference-notes.ts';
import { compareProblems } from '../domain/problems/problem.ts';
import { readContentFolder } from '../build/read-content-folder.ts';
import { reportFailure } from './explain-failure.ts';
import { fixContent } from './fix-content.ts';
import { checkOutsideLinks } from './outside-links/check-outside-links.ts';
import { readFlags } from './read-flags.ts';
import { countProblems, formatAnnotations, formatNotes, formatProblems } from './report-problems.ts';
import { readSettings } from '../project/settings.ts';

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
  variables: ['CONTENT_DIR', 'CACHE_DIR'],
});
if ('text' in flags) {
  (flags.code === 0 ? console.log : console.error)(flags.text);
  process.exit(flags.code);
}
const { given } = flags;
const fix = given.has('fix');
process.exitCode = await reportFailure(
  'Not checked',
  fix ? 'Each file is either repaired or unchanged.' : 'No file was changed.',
  check,
);

async function check(): Promise<number> {
  const settings = readSettings(process.env);
  const fixes = fix ? fixContent(settings.contentDir) : [];
  const read = await readContentFolder(settings, { drafts: true });
  const { content, store, site } = read;
  const outside =
    given.has('links') && store ? await checkOutsideLinks(store, settings, site, showProgress) : undefined;
  store?.close();
  const notes = content ? referenceNotes(content.catalog) : [];
  const problems = [...read.problems, ...(outside?.problems ?? [])].sort(compareProblems);
  const folder = relative(process.cwd(), settings.contentDir) || '.';
  if (given.has('json')) {
    console.log(
      JSON.stringify({ folder, files: content?.files ?? 0, ...(fix ? { fixes } : {}), problems, notes }, undefined, 2),
    );
  } else {
    for (const { file, field, from, to } of fixes) console.log(`${folder}/${file}: ${field}: ${from} → ${to}`);
    if (process.env['GITHUB_ACTIONS'] === 'true' && problems.length > 0)
      console.log(formatAnnotations(problems, folder));
    if (problems.length > 0) console.log(`${formatProblems(problems, folder)}\n`);
    // Errors come first: what references lack is read when the site can be built.
    if (notes.length > 0 && !problems.some(({ severity }) => severity === 'error'))
      console.log(`${formatNotes(notes, folder)}\n`);
    const files = content?.files ?? 0;
    console.log(`${files} ${files === 1 ? 'file' : 'files'} in ${folder}: ${countProblems(problems)}.`);
    if (outside)
      console.log(`Links to other sites: ${outside.asked} asked, ${outside.unclear} without a clear answer.`);
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${done < total ? `link ${done} of ${total}` : ''}`);
}
