import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, runProgram } from '../run-program.ts';
import { fieldsOfEntries } from './bibtex-fields.ts';
import type { Program } from './program.ts';

/** biber as a converter, and as a check of the data model of biblatex. */
export const biber: Program = {
  id: 'biber',
  files: ['bib', 'biblatex.bib'],
  isInstalled: () => isInstalled('biber'),
  read(file, text, folder) {
    writeFileSync(join(folder, 'in.bib'), text);
    const args = ['--tool', '--output-file', 'out.bib', '--output-fieldcase', 'lower', '--nolog'];
    const { stdout } = runProgram('biber', [...args, '--validate-datamodel', 'in.bib'], folder);
    const complaints = stdout
      .split('\n')
      .filter((line) => /^(?:WARN|ERROR)/.test(line) && !(file === 'bib' && isOfBibtex(line)));
    return { records: fieldsOfEntries(readFileSync(join(folder, 'out.bib'), 'utf8')), complaints };
  },
};

/** What a file of BibTeX has that the data model of biblatex does not know or ask for. */
const isOfBibtex = (line: string): boolean =>
  /Field '(?:nativeauthor|translatedtitle|eissn|pmid|pmcid|copyright|archiveprefix|printeddate|early-access-date|advisor|containerdoi)' invalid in data model/.test(
    line,
  ) ||
  /Invalid field '\w+' for entrytype '\w+'/.test(line) ||
  /Missing mandatory field '(?:editor|journaltitle|booktitle|institution|publisher|type|author)'/.test(line) ||
  /Datamodel:.*(?:entrytype|Missing mandatory)/.test(line);
