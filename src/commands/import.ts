import { parseArgs } from 'node:util';
import { importFormats } from '../formats/table.ts';
import { publicationFields } from '../schemas/publication.ts';
import { print, printError } from './print.ts';
import { runImport } from './run-import.ts';

// npm run import -- FILE…: writes the records of other programs to content/publications. Exit code 1 when anything was lost
// or refused.
const usage = `npm run import -- FILE… [options]
  FILE…                 files, folders or zip archives of exports (formats below); - for standard input; doi:…, pmid:…;
                        searches in OpenAlex, Crossref and Europe PMC: ror:…, orcid:…, issn:…, 'affiliation:"words"',
                        'europepmc:"query"'; or a file that lists them. Without FILE: what import.yaml says, and whether
                        publications of the site were retracted or corrected
  --since DATE          searches find what was published since, such as 2024 or 2024-06
  --dry-run             shows what would change, and writes nothing
  --update a,b          fields that the import may overwrite, such as pages,doi; abstract is the text of the file
  --without abstract    leaves abstracts out, for sites that may not publish them
  --people              proposes files for people, from ORCID iDs and frequent names
  --report FILE         writes everything that was and was not done to a JSON file
  --summary FILE        writes what is new, changed, doubtful and retracted to a Markdown file
  --mailto ADDRESS      your address for Crossref and PubMed, who ask for one (default: corrections in site.yaml)
  --refresh             fetches again what was fetched less than a day ago

Formats: ${importFormats.map(({ label }) => label).join(', ')}. The name of a file does not matter.`;

if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
  print(usage);
  process.exit(0);
}
const { values, positionals, fault } = readArguments();
if (fault !== undefined) {
  printError(`${fault}\n\n${usage}`);
  process.exit(1);
}
process.exitCode = await runImport(positionals, values);

function readArguments() {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    update: { type: 'string' },
    people: { type: 'boolean', default: false },
    report: { type: 'string' },
    mailto: { type: 'string' },
    refresh: { type: 'boolean', default: false },
    since: { type: 'string' },
    summary: { type: 'string' },
    without: { type: 'string' },
  } as const;
  const none = {
    'dry-run': false,
    people: false,
    refresh: false,
    update: undefined,
    report: undefined,
    mailto: undefined,
    since: undefined,
    summary: undefined,
    without: undefined,
  };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const known: readonly string[] = [...publicationFields, 'abstract'];
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
    if (values.without !== undefined && values.without !== 'abstract')
      return {
        values: { ...none, ...values },
        positionals,
        fault: `--without does not know ${values.without}: only abstract can be omitted.`,
      };
    return { values: { ...none, ...values }, positionals, fault: undefined };
  } catch (error) {
    return { values: none, positionals: [], fault: error instanceof Error ? error.message : String(error) };
  }
}
