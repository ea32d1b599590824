import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fetchRecords } from '../import/fetch/fetch-records.ts';
import { importPublications, type ImportSource } from '../import/import-publications.ts';
import { formatReport, isLossy, type ImportReport } from '../import/import-report.ts';
import { readSite } from '../build/read-site.ts';
import { readSettings } from '../project/settings.ts';
import { fetchEffects, readServices } from './fetch-effects.ts';
import { reportFailure } from './explain-failure.ts';
import { contentFolderFault, readExisting } from './read-existing.ts';
import { findWithheld } from './find-withheld.ts';
import { lockContent } from './lock-content.ts';
import { readInputs } from './read-inputs.ts';
import { formatProblems } from './report-problems.ts';
import { showDifference } from './show-difference.ts';
import { writeAtomically } from './write-atomically.ts';

export interface RunOptions {
  readonly 'dry-run': boolean;
  readonly update: string | undefined;
  readonly people: boolean;
  readonly report: string | undefined;
  readonly mailto: string | undefined;
  readonly refresh: boolean;
}

/** Runs an import, and prints a report. Returns the exit code: 1 when anything was lost or refused. */
export const runImport = (inputs: readonly string[], options: RunOptions): Promise<number> =>
  reportFailure(
    'Not imported, or only in part',
    'Every file is complete; run the same command again to continue.',
    () => importInputs(inputs, options),
  );

async function importInputs(inputs: readonly string[], options: RunOptions): Promise<number> {
  const settings = readSettings(process.env);
  const folder = relative(process.cwd(), settings.contentDir) || '.';
  const fault = contentFolderFault(settings.contentDir, folder);
  if (fault !== undefined) {
    console.error(fault);
    return 1;
  }
  const { site, fallbackSite } = readSite(settings.contentDir, settings);
  const corrections = site?.corrections;
  const ownMail = corrections !== undefined && /^[^\s@/]+@[^\s@/?]+$/.test(corrections) ? corrections : undefined;
  const contact = options.mailto ?? ownMail;
  const { sources, identifiers } = readInputs(inputs, () => readFileSync(0));
  const all: ImportSource[] = [...sources];
  if (identifiers.length > 0) {
    const effects = fetchEffects(join(settings.cacheDir, 'import'), contact, options.refresh, progressOf('fetched'));
    const fetched = await fetchRecords(identifiers, readServices(process.env), contact, effects);
    all.push({ source: 'network', ...fetched });
  }
  // From reading what exists to the last file no other import may write, or both would write the same publications.
  const unlock = options['dry-run']
    ? () => undefined
    : await lockContent(settings.contentDir, (owner) => {
        console.error(`Waiting for another import (process ${owner}) …`);
      });
  let report: ImportReport;
  try {
    report = writeRecords(all, options, folder, settings.contentDir, (site ?? fallbackSite)?.locales[0] ?? 'en');
  } finally {
    unlock();
  }
  const written = new Set(
    report.records.flatMap(({ outcome, file }) =>
      file !== undefined && (outcome === 'written' || outcome === 'filled') ? [file] : [],
    ),
  );
  if (!options['dry-run'] && written.size > 0) {
    const withheld = await findWithheld(settings, written);
    if (withheld.length > 0) console.log(`\n${formatProblems(withheld, folder)}`);
  }
  return isLossy(report) ? 1 : 0;
}

/** Writes the records, and prints a report. */
function writeRecords(
  all: readonly ImportSource[],
  options: RunOptions,
  folder: string,
  contentDir: string,
  locale: string,
): ImportReport {
  const existing = readExisting(contentDir, locale);
  const report = importPublications(
    all,
    existing,
    {
      update: new Set(options.update?.split(',').map((name) => name.trim())),
      today: new Date().toISOString().slice(0, 10),
      proposePeople: options.people,
    },
    {
      write: (file, text, before) => {
        if (options['dry-run']) console.log(showDifference(`${folder}/${file}`, before, text));
        else writeAtomically(join(contentDir, file), text);
      },
      progress: progressOf('records'),
    },
  );
  console.log(formatReport(report));
  if (options['dry-run']) console.log('Nothing was written: this was a trial (--dry-run).');
  if (options.report !== undefined) {
    const json = { folder, dryRun: options['dry-run'], ...report };
    writeFileSync(resolve(options.report), `${JSON.stringify(json, undefined, 2)}\n`);
  }
  return report;
}

/** Shows progress: in a terminal on one line, in a log on a line for every 2,000. */
function progressOf(what: string): (done: number, all: number) => void {
  return (done, all) => {
    if (all < 500 && what === 'records') return;
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} ${what}${done >= all ? '\n' : ''}`);
    else if (done > 0 && done % 2000 === 0) process.stderr.write(`${done} of ${all} ${what}\n`);
  };
}
