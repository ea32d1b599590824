/*
 * Gives the citation files of a built site to the programs that readers use, and compares each field that they read with
 * the record:
 *
 *   CONTENT_DIR=… npm run prove -- dist [--zotero=FOLDER] [--mods=FOLDER] [--better-bibtex=FOLDER] [--first=600] [--only=PROGRAM] [--explained]
 *
 * The folders hold: the repository zotero/translators, which also reads the pages, and CSL-JSON with the repository
 * zotero/utilities in `utilities` and schema.json of zotero/zotero-schema; the schema mods-3-7.xsd, with xlink.xsd
 * and xml.xsd beside it; and a folder in which npm has installed @retorquere/bibtex-parser. Programs that are not installed
 * are named and left out. `--explained` prints each difference that an explanation covers, so that a person can judge it. ENW
 * and MODS are read where site.yaml offers them. Exit code 1 where a difference is not explained
 * in explanations.ts. On Debian: apt-get install biber bibutils pandoc texlive-latex-extra texlive-bibtex-extra texlive-xetex
 * texlive-fonts-recommended texlive-lang-other fonts-dejavu libxml2-utils
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { betterBibtex } from './better-bibtex.ts';
import { biber } from './biber.ts';
import { bibutils } from './bibutils.ts';
import { compareReading, type Comparison, type Difference } from './compare.ts';
import { latex } from './latex.ts';
import { modsSchema } from './mods-schema.ts';
import { pandoc } from './pandoc.ts';
import { pageSeparator, type CitationFile, type Program } from './program.ts';
import { readRecords } from './read-records.ts';
import { splitRecords } from './split-records.ts';
import { zotero } from './zotero-program.ts';

const usage =
  'npm run prove -- dist [--zotero=FOLDER] [--mods=FOLDER] [--better-bibtex=FOLDER] [--first=600] [--only=PROGRAM] [--explained]';
const args = process.argv.slice(2);
const unknown = args.find(
  (arg) => arg.startsWith('-') && !/^--(?:(?:zotero|mods|better-bibtex|only)=.+|first=[1-9]\d*|explained)$/.test(arg),
);
if (unknown !== undefined) {
  console.error(`${unknown} is not known: ${usage}`);
  process.exit(unknown === '--help' ? 0 : 1);
}
const option = (name: string): string | undefined =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const site = resolve(args.find((arg) => !arg.startsWith('-')) ?? 'dist');
/** A program that needs a folder. */
const withFolder = (name: string, program: (folder: string) => Program): readonly Program[] => {
  const folder = option(name);
  return folder === undefined ? [] : [program(resolve(folder))];
};
const programs: readonly Program[] = [
  ...withFolder('zotero', zotero),
  ...withFolder('better-bibtex', betterBibtex),
  ...withFolder('mods', modsSchema),
  pandoc,
  bibutils,
  biber,
  ...latex,
].filter(({ id }) => option('only') === undefined || id === option('only'));

if (!existsSync(join(site, 'publications.bib'))) {
  console.error(`There is no built site in ${site}: npm run build makes one.`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'prove-'));
const comparisons: Comparison[] = [];
try {
  const all = await readRecords(process.env, site, folder);
  const cited = all.slice(0, Number(option('first') ?? all.length));
  for (const program of programs) {
    if (!program.isInstalled()) {
      console.log(`– ${program.id} is not installed`);
      continue;
    }
    for (const file of program.files) {
      const text = readText(file, cited);
      if (text === undefined) continue;
      comparisons.push(compareReading(program.id, file, await program.read(file, text, folder), cited));
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

console.log('program              file            records   fields  differing  unexplained');
for (const { program, file, records, compared, explained, unexplained } of comparisons) {
  const known = [...explained.values()].flat().length;
  const numbers = [String(records).padStart(7), String(compared).padStart(8)];
  const differing = [String(known + unexplained.length).padStart(10), String(unexplained.length).padStart(12)];
  console.log([program.padEnd(20), file.padEnd(15), ...numbers, ...differing].join(' '));
}
for (const { program, file, explained } of comparisons)
  for (const [why, differences] of explained) {
    console.log(`${program}, ${file}: ${differences.length} × ${why}`);
    if (args.includes('--explained')) for (const one of differences) console.log(`    ${sentence(one)}`);
  }
for (const { program, file, unexplained } of comparisons)
  for (const one of unexplained.slice(0, 40)) console.log(`✗ ${program}, ${file}: ${sentence(one)}`);
if (comparisons.length === 0) console.error('None of the programs is installed.');
process.exitCode = comparisons.length === 0 || comparisons.some(({ unexplained }) => unexplained.length > 0) ? 1 : 0;

/** The first records of a file, or their pages; undefined if the site does not offer the file. */
function readText(file: CitationFile, cited: readonly CitedPublication[]): string | undefined {
  if (file === 'html')
    return cited
      .map(({ publication }) => readFileSync(join(site, 'publications', publication.slug, 'index.html'), 'utf8'))
      .join(pageSeparator);
  const path = join(site, `publications.${file}`);
  return existsSync(path) ? splitRecords(readFileSync(path, 'utf8'), file, cited.length) : undefined;
}

function sentence({ slug, field, expected, found }: Difference): string {
  return `${field} of ${slug}: ${shorten(found, expected)} instead of ${shorten(expected, found)}`;
}

/** The part of a text that differs from another. */
function shorten(text: string, other: string): string {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  const from = text.length > 120 ? Math.max(0, same - 20) : 0;
  return JSON.stringify((from > 0 ? '…' : '') + text.slice(from, from + 120));
}
