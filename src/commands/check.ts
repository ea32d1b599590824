import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readContentFolder } from './build-site.ts';
import { fixContent } from './fix-content.ts';
import { countProblems, formatAnnotations, formatProblems } from './report-problems.ts';
import { readSettings } from '../settings.ts';

// npm run check: reads the content and reports every problem; with --fix it first repairs what is safe to repair. Exit code 1 when there is an error.
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, fix: { type: 'boolean', default: false } },
  strict: false,
  allowPositionals: true,
});
const unknown = [
  ...Object.keys(values)
    .filter((name) => name !== 'json' && name !== 'fix')
    .map((name) => `--${name}`),
  ...positionals,
];
if (unknown.length > 0) {
  console.error(
    `check does not know ${unknown.join(' ')}\n→ npm run check, or npm run check -- --json, or npm run check -- --fix`,
  );
  process.exit(1);
}
const settings = readSettings(process.env);
const fixes = values.fix ? fixContent(settings.contentDir) : [];
const { problems, content, store } = await readContentFolder(settings, { drafts: true });
store?.close();
const folder = relative(process.cwd(), settings.contentDir) || '.';
if (values.json) {
  console.log(
    JSON.stringify({ folder, files: content?.files ?? 0, ...(values.fix ? { fixes } : {}), problems }, undefined, 2),
  );
} else {
  for (const { file, field, from, to } of fixes) console.log(`${folder}/${file}: ${field}: ${from} → ${to}`);
  if (process.env['GITHUB_ACTIONS'] === 'true' && problems.length > 0) console.log(formatAnnotations(problems, folder));
  if (problems.length > 0) console.log(`${formatProblems(problems, folder)}\n`);
  console.log(`${content?.files ?? 0} files in ${folder}: ${countProblems(problems)}.`);
}
process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
