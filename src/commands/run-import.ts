import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { importPublications, type ImportSource } from '../import/import-publications.ts';
import { formatReport, isLossy, type ImportReport } from '../import/import-report.ts';
import { parsePartialDate, type PartialDate } from '../domain/dates/partial-date.ts';
import { applyImportSettings, ignoredKeys } from '../import/apply-import-settings.ts';
import type { Network } from '../import/fetch/services.ts';
import { createPeopleFinder } from '../import/match/people-by-orcid.ts';
import { formatSummary } from '../import/import-summary.ts';
import { isUnseen } from '../import/updates/apply-updates.ts';
import { formatUpdates } from '../import/updates/format-updates.ts';
import { readImportSettings } from '../build/content/read-import-settings.ts';
import type { ImportSettings } from '../schemas/import-settings.ts';
import { readSite } from '../build/read-site.ts';
import { readSettings } from '../project/settings.ts';
import { fetchSources } from './import/fetch-sources.ts';
import { progressOf } from './import/show-progress.ts';
import { watchUpdates } from './import/watch-updates.ts';
import { contactOf, fetchEffects, readServiceKeys, readServices } from './network/fetch-effects.ts';
import { reportFailure } from './explain-failure.ts';
import { contentFolderFault, namesOfUnits, readExisting } from './read-existing.ts';
import { lockContent } from './lock-content.ts';
import { print, printError } from './print.ts';
import { readInputs, type Inputs } from './read-inputs.ts';
import { formatProblems } from './report-problems.ts';
import { showDifference } from './show-difference.ts';
import { writeContent, writeReport } from './write-atomically.ts';

export interface RunOptions {
  readonly 'dry-run': boolean;
  readonly update: string | undefined;
  readonly people: boolean;
  readonly report: string | undefined;
  readonly mailto: string | undefined;
  readonly refresh: boolean;
  /** A date: searches find what was published since. */
  readonly since: string | undefined;
  /** `abstract`: abstracts are not imported. */
  readonly without: string | undefined;
  /** File for a summary in Markdown. */
  readonly summary: string | undefined;
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
    printError(fault);
    return 1;
  }
  const { site, fallbackSite } = readSite(settings.contentDir, settings);
  const contact = options.mailto ?? contactOf(site);
  const request = readRequest(inputs, options, folder, settings.contentDir);
  if ('fault' in request) {
    printError(request.fault);
    return 1;
  }
  const { own, written, since, asked } = request;
  const services = readServices(process.env);
  const kept = join(settings.cacheDir, 'import');
  const network: Network = {
    services,
    contact,
    effects: fetchEffects(
      kept,
      contact,
      options.refresh,
      progressOf('fetched'),
      services,
      readServiceKeys(process.env),
    ),
  };
  const namesOf = (ror: string): readonly string[] => namesOfUnits(settings.contentDir, ror);
  const found: readonly ImportSource[] = [
    ...asked.sources,
    ...(await fetchSources(asked.queries, since, namesOf, network)),
  ];
  const all = applyImportSettings(found, {
    ignore: written?.ignore ?? [],
    abstracts: options.without !== 'abstract' && (written?.abstracts ?? true),
  });
  // The lock is held from reading the content to the last file: two imports at once would write the same publications.
  const lock = async (): Promise<() => void> =>
    options['dry-run']
      ? () => undefined
      : await lockContent(settings.contentDir, (owner) => {
          printError(`Waiting for another import (process ${owner}) …`);
        });
  const unlock = await lock();
  let report: ImportReport;
  try {
    report = writeRecords(all, options, folder, settings.contentDir, (site ?? fallbackSite)?.locales[0] ?? 'en');
  } finally {
    unlock();
  }
  const watched =
    own && written?.watch
      ? await watchUpdates(settings.contentDir, ignoredKeys(written), network, options['dry-run'], lock)
      : noUpdates;
  printUpdates(watched);
  writeReports(report, watched, options, folder, settings.contentDir);
  const changed = new Set(
    report.records.flatMap(({ outcome, file }) =>
      file !== undefined && (outcome === 'written' || outcome === 'filled') ? [file] : [],
    ),
  );
  if (!options['dry-run'] && changed.size > 0) {
    if (changed.size > maxProved)
      print('Run npm run check now: it also proves that the citations of these publications lose nothing.');
    else {
      // Loaded only here, because it imports the whole compiler.
      const { findWithheld } = await import('./find-withheld.ts');
      const withheld = await findWithheld(settings, changed);
      if (withheld.length > 0) print(`\n${formatProblems(withheld, folder)}`);
    }
  }
  const unsure = watched.problems.some(({ severity }) => severity === 'error') || watched.updates.some(isUnseen);
  return isLossy(report) || unsure ? 1 : 0;
}

/** What to import: the arguments, or without any what `import.yaml` says. */
function readRequest(
  inputs: readonly string[],
  options: RunOptions,
  folder: string,
  contentDir: string,
):
  | { readonly fault: string }
  | {
      /** True if import.yaml says what to import. */
      readonly own: boolean;
      readonly written: ImportSettings | undefined;
      readonly since: PartialDate | undefined;
      readonly asked: Inputs;
    } {
  const own = inputs.length === 0;
  const { settings: written, problems } = readImportSettings(contentDir);
  if (problems.some(({ severity }) => severity === 'error'))
    return { fault: `${formatProblems(problems, folder)}\n\nNothing was imported.` };
  if (own && !written)
    return {
      fault: `What should be imported? Name files or identifiers, or write into ${folder}/import.yaml what to look for: docs/import.md has an example. npm run import -- --help lists all options.`,
    };
  const given = options.since === undefined ? undefined : parsePartialDate(options.since);
  if (given?.ok === false)
    return { fault: `--since ${options.since} is not a date.\n→ write 2024, 2024-06 or 2024-06-03` };
  return {
    own,
    written,
    since: given ? given.value : own ? written?.since : undefined,
    asked: own
      ? { sources: [], queries: written?.sources ?? [] }
      : readInputs(inputs, () => readFileSync(0), written?.columns),
  };
}

/** Changed publications of which an import proves the citations. More take minutes, and `check` proves them as well. */
const maxProved = 500;

type Watched = Awaited<ReturnType<typeof watchUpdates>>;
const noUpdates: Watched = { updates: [], problems: [] };

function printUpdates({ updates, problems }: Watched): void {
  if (updates.length > 0)
    print(`\nRetracted, corrected or otherwise updated since they appeared:\n  ${formatUpdates(updates).join('\n  ')}`);
  for (const { severity, message, hint, name } of problems) print(`${severity}  ${message}\n  → ${hint}  (${name})`);
}

/** Writes the report for programs, and the summary for the people who decide. */
function writeReports(
  report: ImportReport,
  { updates, problems }: Watched,
  options: RunOptions,
  folder: string,
  contentDir: string,
): void {
  if (options.report !== undefined) {
    const json = { folder, dryRun: options['dry-run'], ...report, updates, watchProblems: problems };
    writeReport(resolve(options.report), `${JSON.stringify(json, undefined, 2)}\n`);
  }
  if (options.summary === undefined) return;
  const sources = [...report.sources, ...(problems.length > 0 ? [{ source: 'updates', records: 0, problems }] : [])];
  const peopleOf = createPeopleFinder(readExisting(contentDir, 'en'));
  writeReport(resolve(options.summary), formatSummary({ report: { ...report, sources }, updates, peopleOf }));
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
      place: 'terminal',
    },
    {
      write: (file, text, before) => {
        if (options['dry-run']) print(showDifference(`${folder}/${file}`, before, text));
        else writeContent(contentDir, file, text);
      },
      progress: progressOf('records'),
    },
  );
  print(formatReport(report));
  if (options['dry-run']) print('Nothing was written: this was a trial (--dry-run).');
  return report;
}
