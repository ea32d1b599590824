#!/usr/bin/env node
import { existsSync, lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { buildFiles } from './build-files.js';
import { nextSteps } from './next-steps.js';
import { defaultsOf, questions, readAnswers, UnusableAnswer } from './questions.js';

// npm create colophon: asks what a new site needs, and writes its files. Node 20 runs it.
const help = `npm create colophon -- FOLDER: writes the files of a new site

${questions.map(({ flag, example, text }) => `  --${`${flag} ${example}`.padEnd(44)}${text}`).join('\n')}
  --${'yes'.padEnd(44)}asks nothing, and uses the default where a flag is missing
  --${'colophon VERSION'.padEnd(44)}another version of Colophon, or its packed file

Without flags it asks.`;

try {
  process.exitCode = await create();
} catch (error) {
  if (!(error instanceof UnusableAnswer) && !isWrongArgument(error)) throw error;
  process.stderr.write(`${error.message}\n→ npm create colophon -- --help lists what can be given\n`);
  process.exitCode = 1;
}

async function create() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      languages: { type: 'string' },
      name: { type: 'string', multiple: true },
      url: { type: 'string' },
      host: { type: 'string' },
      import: { type: 'string', multiple: true },
      yes: { type: 'boolean' },
      colophon: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  /** @type {Record<string, string[]>} */
  const given = {};
  for (const { flag } of questions) {
    const value = values[flag];
    if (value !== undefined) given[flag] = [value].flat();
  }
  const ask = !values.yes && process.stdin.isTTY;
  const folder = positionals[0] ?? (ask ? await askFor('Folder of the new site', 'publications') : 'publications');
  const root = resolve(folder);
  const there = lstatSync(root, { throwIfNoEntry: false });
  // `existsSync` is false for a link without a target, which is refused too.
  if (there && !(existsSync(root) && statSync(root).isDirectory()))
    throw new UnusableAnswer(`${folder} is no folder, and nothing is replaced`);
  if (there && readdirSync(root).some((name) => name !== '.git'))
    throw new UnusableAnswer(`the folder ${folder} is not empty, and nothing in it is replaced`);
  const texts = ask ? await askAll(given) : { ...defaultsOf(given), ...given };
  const answers = readAnswers(texts);
  const files = buildFiles(answers, { folder: root, colophon: values.colophon, node: process.versions.node });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  process.stdout.write(`\n${Object.keys(files).length} files are in ${folder}.\n\n${nextSteps(answers, folder)}\n`);
  return 0;
}

/**
 * The given answers, and those that a person types to the other questions.
 *
 * @param {Record<string, string[]>} given
 */
async function askAll(given) {
  const answers = { ...given };
  for (const question of questions) {
    if (answers[question.flag] !== undefined) continue;
    const usual = question.usual(answers);
    for (;;) {
      const text = await askFor(question.ask, usual.join(', '));
      answers[question.flag] = question.split(text);
      const fault = question.fault(answers[question.flag] ?? [], answers);
      if (fault === undefined) break;
      process.stdout.write(`  ${fault}\n`);
    }
  }
  return answers;
}

/**
 * @param {string} question
 * @param {string} usual The answer where a person types nothing.
 * @returns {Promise<string>}
 */
function askFor(question, usual) {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((answer) => {
    lines.question(`${question}${usual === '' ? '' : ` [${usual}]`}: `, (text) => {
      lines.close();
      answer(text.trim() || usual);
    });
  });
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isWrongArgument(error) {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
