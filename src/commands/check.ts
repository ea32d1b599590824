import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readContentFolder } from './build-site.ts';
import { countProblems, formatAnnotations, formatProblems } from './report-problems.ts';
import { readSettings } from '../settings.ts';

// npm run check: reads the content and reports every problem. Exit code 1 when there is an error.
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  strict: false,
  allowPositionals: true,
});
const unknown = [
  ...Object.keys(values)
    .filter((name) => name !== 'json')
    .map((name) => `--${name}`),
  ...positionals,
];
if (unknown.length > 0) {
  console.error(`check does not know ${unknown.join(' ')}\n→ npm run check, or npm run check -- --json`);
  process.exit(1);
}
const settings = readSettings(process.env);
const { problems, content, store } = await readContentFolder(settings, { drafts: true });
store?.close();
const folder = relative(process.cwd(), settings.contentDir) || '.';
if (values.json) {
  console.log(JSON.stringify({ folder, files: content?.files ?? 0, problems }, undefined, 2));
} else {
  if (process.env['GITHUB_ACTIONS'] === 'true' && problems.length > 0) console.log(formatAnnotations(problems, folder));
  if (problems.length > 0) console.log(`${formatProblems(problems, folder)}\n`);
  console.log(`${content?.files ?? 0} files in ${folder}: ${countProblems(problems)}.`);
}
process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
