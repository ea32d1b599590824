import { relative } from 'node:path';
import { readSettings } from '../project/settings.ts';
import { mergeParts } from '../rendering/shards/merge-parts.ts';
import { explainFailure } from './explain-failure.ts';
import { isTerminal, print, printAgain, printError } from './print.ts';
import { readFlags } from './read-flags.ts';

// npm run merge -- parts/*: the parts that npm run build -- --shard has made → OUT_DIR, whole or not at all.
const flags = readFlags(process.argv.slice(2), {
  command: 'merge',
  description: 'puts the parts of a site together',
  operands: 'parts/*',
  variables: ['OUT_DIR', 'OUT_UMASK'],
});
if ('text' in flags) {
  (flags.code === 0 ? print : printError)(flags.text);
  process.exit(flags.code);
}
process.exitCode = merge(flags.operands);

function merge(folders: readonly string[]): number {
  const { outDir, umask } = readSettings(process.env);
  const shown = relative(process.cwd(), outDir) || outDir;
  process.umask(umask);
  const start = performance.now();
  try {
    const { parts, pages, files, bytes } = mergeParts(folders, outDir, (done, total) => {
      if (isTerminal()) printAgain(`file ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
    });
    if (isTerminal()) printAgain('');
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    print(
      `Merged ${parts} ${parts === 1 ? 'part' : 'parts'}: ${pages.toLocaleString('en')} pages, ${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB in ${shown} (${seconds} s)`,
    );
    return 0;
  } catch (error) {
    if (isTerminal()) printAgain('');
    printError(explainFailure(error, 'Not merged', `${shown} is unchanged.`));
    return 1;
  }
}
