/*
 * Asks every installed program which form of each sign it reads, and writes src/formats/latex/sign-forms.ts from that:
 *
 *   node tests/tools/signs/probe-signs.ts FOLDER_OF_ZOTERO_TRANSLATORS
 *
 * Needs biber, pdflatex, pandoc, bibutils, and the translators of Zotero.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listForms, listSigns } from './sign-candidates.ts';
import { signPrograms, type SignTry } from './sign-programs.ts';

const target = join(import.meta.dirname, '../../../src/formats/latex/sign-forms.json');

const programs = signPrograms(process.argv[2]);
const missing = programs.filter((program) => !program.isInstalled()).map(({ id }) => id);
if (missing.length > 0 || process.argv[2] === undefined) {
  console.error(
    `not installed or not named: ${[...missing, ...(process.argv[2] === undefined ? ['zotero/translators'] : [])].join(', ')}`,
  );
  process.exit(1);
}

const tries: readonly SignTry[] = listSigns().flatMap((sign) => listForms(sign).map((form) => ({ sign, form })));
const folder = mkdtempSync(join(tmpdir(), 'signs-'));
const readers = new Map<SignTry, string[]>(tries.map((one) => [one, []]));
for (const program of programs) {
  const results = await program.read(tries, folder);
  for (const [index, one] of tries.entries()) if (results[index]) readers.get(one)?.push(program.id);
  console.log(`${program.id}: ${results.filter(Boolean).length} of ${tries.length} forms`);
}
rmSync(folder, { recursive: true });

/** A form that LaTeX prints with either program comes first, because BibTeX is its format; then what most programs read. */
const rank = (one: SignTry): number => {
  const ids = readers.get(one) ?? [];
  return ids.length + (ids.includes('biber') && ids.includes('pdflatex') ? programs.length : 0);
};
const entries = listSigns().map((sign) => {
  const own = tries.filter((one) => one.sign === sign);
  const best = own.reduce((winner, one) => (rank(one) > rank(winner) ? one : winner));
  return [sign, [best.form, ...(readers.get(best) ?? [])]] as const;
});
const lines = entries.map(
  (entry) => `  ${JSON.stringify(entry[0])}: [${entry[1].map((one) => JSON.stringify(one)).join(', ')}]`,
);
writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`);
