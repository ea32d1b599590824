import { join, relative } from 'node:path';
import { isIdentifierLike } from '../import/fetch/requested-identifiers.ts';
import { readSettings } from '../project/settings.ts';
import { reportFailure } from './explain-failure.ts';
import { proposePublication } from './new/new-publication.ts';
import { contentFolderFault } from './read-existing.ts';
import { print, printError } from './print.ts';
import { readFlags } from './read-flags.ts';
import { runImport } from './run-import.ts';
import { writeContent } from './write-atomically.ts';

// npm run new -- "Title": writes a publication to fill in. npm run new -- doi:…: imports one.
const args = process.argv.slice(2);
// A misspelt flag must not become the title of a publication.
const flags = readFlags(
  args.filter((arg) => /^(?:--[a-z]|-h$)/.test(arg)),
  {
    command: 'new',
    description: 'writes a publication to fill in: npm run new -- "Title", or npm run new -- doi:10.5555/12345678',
    variables: ['CONTENT_DIR'],
  },
);
if ('text' in flags) {
  (flags.code === 0 ? print : printError)(flags.text);
  process.exit(flags.code);
}
const title = args.join(' ').replace(/\s+/g, ' ').trim();
if (title === '') {
  printError(
    'Which title?\n→ npm run new -- "Title of the publication", or npm run new -- doi:10.5555/12345678 to import it',
  );
  process.exit(1);
}
process.exitCode = args.every(isIdentifierLike)
  ? await runImport(args, {
      'dry-run': false,
      update: undefined,
      people: false,
      report: undefined,
      mailto: undefined,
      refresh: false,
      since: undefined,
      summary: undefined,
      without: undefined,
    })
  : await reportFailure('Not written', 'No file was written.', () => writeNew(title));

function writeNew(heading: string): number {
  const { contentDir } = readSettings(process.env);
  const fault = contentFolderFault(contentDir, relative(process.cwd(), contentDir) || '.');
  if (fault !== undefined) {
    printError(fault);
    return 1;
  }
  const { file: path, text } = proposePublication(contentDir, heading);
  writeContent(contentDir, path, text);
  print(
    `${relative(process.cwd(), join(contentDir, path))}\n→ fill it in, then npm run check. The file's name is the address of the publication; rename it now if you like, and never later.`,
  );
  return 0;
}
