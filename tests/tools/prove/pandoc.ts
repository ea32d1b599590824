import { isInstalled, runProgram } from '../run-program.ts';
import { fieldsOfCsl, type CslObject } from './csl-fields.ts';
import type { CitationFile, Program } from './program.ts';

const readers: Readonly<Partial<Record<CitationFile, string>>> = {
  bib: 'bibtex',
  'biblatex.bib': 'biblatex',
  'csl.json': 'csljson',
};

export const pandoc: Program = {
  id: 'pandoc',
  files: ['bib', 'biblatex.bib', 'csl.json'],
  isInstalled: () => isInstalled('pandoc'),
  read(file, text, folder) {
    const { stdout, stderr, status } = runProgram('pandoc', ['-f', readers[file]!, '-t', 'csljson'], folder, text);
    const complaints = stderr.split('\n').filter((line) => line.trim() !== '');
    if (status !== 0) return { records: [], complaints: [`pandoc stops with ${status}`, ...complaints] };
    return { records: (JSON.parse(stdout) as readonly CslObject[]).map(fieldsOfCsl), complaints };
  },
};
