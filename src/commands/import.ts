import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fieldOrder } from '../importers/draft.ts';
import { fetchRecords } from '../importers/fetch-records.ts';
import { importPublications, type ImportSource } from '../importers/import-publications.ts';
import { formatReport, isLossy } from '../importers/import-report.ts';
import { readSite } from '../site.ts';
import { readSettings } from '../settings.ts';
import { fetchEffects, readServices } from './fetch-effects.ts';
import { contentFolderFault, readExisting } from './read-existing.ts';
import { readInputs } from './read-inputs.ts';
import { showDifference } from './show-difference.ts';
import { writeWhole } from './write-whole.ts';

// npm run import -- FILE…: records of other programs → content/publications. Exit code 1 when anything was lost or refused.
const usage = `npm run import -- FILE… [options]
  FILE…                 files, folders or zip archives of RIS, BibTeX, NBIB, PubMed XML, EndNote XML, refer, Web of Science,
                        CSL-JSON or Crossref JSON; - for standard input; doi:…, pmid:…, orcid:…, or a file that lists them
  --dry-run             shows what would change, and writes nothing
  --update a,b          fields that the source may overwrite, such as pages,doi; abstract is the text of the file
  --people              proposes files for people, from ORCID iDs and frequent names
  --report FILE         everything that was and was not done, as JSON
  --mailto ADDRESS      your address for Crossref and PubMed, who ask for one (default: corrections in site.yaml)
  --refresh             asks again for what was fetched less than a day ago`;

const { values, positionals, fault } = readArguments();
if (fault !== undefined || positionals.length === 0) {
  console.error(`${fault ?? 'What should be imported?'}\n\n${usage}`);
  process.exit(1);
}
const settings = readSettings(process.env);
const folder = relative(process.cwd(), settings.contentDir) || '.';
const folderFault = contentFolderFault(settings.contentDir, folder);
if (folderFault !== undefined) {
  console.error(folderFault);
  process.exit(1);
}
process.exitCode = await run();

async function run(): Promise<number> {
  const { site, standIn } = readSite(settings.contentDir, settings);
  const corrections = site?.corrections;
  const contact =
    values.mailto ?? (corrections !== undefined && /^[^\s@/]+@[^\s@/]+$/.test(corrections) ? corrections : undefined);
  const { sources, identifiers } = readInputs(positionals, () => readFileSync(0));
  const all: ImportSource[] = [...sources];
  if (identifiers.length > 0) {
    const effects = fetchEffects(join(settings.cacheDir, 'import'), contact, values.refresh, progressOf('fetched'));
    const fetched = await fetchRecords(identifiers, readServices(process.env), contact, effects);
    all.push({ source: 'network', ...fetched });
  }
  const existing = readExisting(settings.contentDir, (site ?? standIn)?.locales[0] ?? 'en');
  const report = importPublications(
    all,
    existing,
    {
      update: new Set(values.update?.split(',').map((name) => name.trim())),
      today: new Date().toISOString().slice(0, 10),
      proposePeople: values.people,
    },
    {
      write: (file, text, before) => {
        if (values['dry-run']) console.log(showDifference(`${folder}/${file}`, before, text));
        else writeWhole(join(settings.contentDir, file), text);
      },
      progress: progressOf('records'),
    },
  );
  console.log(formatReport(report));
  if (values['dry-run']) console.log('Nothing was written: this was a trial (--dry-run).');
  if (values.report !== undefined)
    writeFileSync(
      resolve(values.report),
      `${JSON.stringify({ folder, dryRun: values['dry-run'], ...report }, undefined, 2)}\n`,
    );
  return isLossy(report) ? 1 : 0;
}

/** On a terminal, one line that is written over; in a log, a line now and then. */
function progressOf(what: string): (done: number, all: number) => void {
  return (done, all) => {
    if (all < 500 && what === 'records') return;
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} ${what}${done >= all ? '\n' : ''}`);
    else if (done > 0 && done % 2000 === 0) process.stderr.write(`${done} of ${all} ${what}\n`);
  };
}

function readArguments() {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    update: { type: 'string' },
    people: { type: 'boolean', default: false },
    report: { type: 'string' },
    mailto: { type: 'string' },
    refresh: { type: 'boolean', default: false },
  } as const;
  const none = {
    'dry-run': false,
    people: false,
    refresh: false,
    update: undefined,
    report: undefined,
    mailto: undefined,
  };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const known: readonly string[] = [...fieldOrder, 'abstract'];
    const wrong =
      values.update
        ?.split(',')
        .map((name) => name.trim())
        .filter((name) => !known.includes(name)) ?? [];
    if (wrong.length > 0)
      return {
        values: { ...none, ...values },
        positionals,
        fault: `--update does not know the field ${wrong.join(', ')}.`,
      };
    return { values: { ...none, ...values }, positionals, fault: undefined };
  } catch (error) {
    return { values: none, positionals: [], fault: error instanceof Error ? error.message : String(error) };
  }
}
