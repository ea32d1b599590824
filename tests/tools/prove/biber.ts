import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, runProgram } from '../run-program.ts';
import { plainLatex } from './plain-latex.ts';
import type { Program } from './program.ts';
import type { ReadRecord } from './proved-fields.ts';

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
    const entries = readFileSync(join(folder, 'out.bib'), 'utf8').split(/\n(?=@)/);
    return { records: entries.flatMap(fieldsOfEntry), complaints };
  },
};

/** What a file of BibTeX has that the data model of biblatex does not know or ask for. */
const isOfBibtex = (line: string): boolean =>
  /Field '(?:nativeauthor|translatedtitle|eissn|pmid|pmcid|copyright|archiveprefix)' invalid in data model/.test(
    line,
  ) ||
  /Invalid field '\w+' for entrytype '\w+'/.test(line) ||
  /Missing mandatory field '(?:editor|journaltitle|booktitle|institution|publisher|type|author)'/.test(line) ||
  /Datamodel:.*(?:entrytype|Missing mandatory)/.test(line);

function fieldsOfEntry(entry: string): readonly (ReadRecord & { readonly key: string })[] {
  const key = /^@\w+\{([^,]+),/.exec(entry)?.[1];
  if (key === undefined) return [];
  const fields = new Map(
    [...entry.matchAll(/^ {2}(\w+)\s*=\s*\{(.*)\},?$/gm)].map(
      ([, name, value]) => [name!.toLowerCase(), value!] as const,
    ),
  );
  const text = (...names: readonly string[]): string =>
    plainLatex(names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? '');
  return [
    {
      key,
      title: [text('title'), text('subtitle')].filter(Boolean).join(': '),
      authors: names(fields.get('author')),
      editors: names(fields.get('editor')),
      container: text(
        'journaltitle',
        'booktitle',
        'eventtitle',
        'howpublished',
        'organization',
        'institution',
        'school',
      ),
      publisher: text('publisher', 'institution', 'school', 'organization', 'howpublished'),
      date: text('date'),
      volume: text('volume'),
      issue: text('number', 'issue'),
      pages: text('pages', 'eid'),
      doi: text('doi'),
      url: text('url'),
      isbn: text('isbn'),
      abstract: text('abstract'),
      keywords: (fields.get('keywords') ?? '')
        .split(/,(?![^{]*\})\s*/)
        .map(plainLatex)
        .join('\n'),
    },
  ];
}

/** Names are separated by ` and ` outside braces. */
function names(value = ''): string {
  let depth = 0;
  const marked = [...value].map((sign) => {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    return depth > 0 && sign === ' ' ? '\u0000' : sign;
  });
  return marked
    .join('')
    .split(/ and /)
    .map((name) => plainLatex(name.replaceAll('\u0000', ' ')))
    .map((name) => {
      const [family = '', ...rest] = name.split(', ');
      return rest.length === 2 ? [family, rest[1], rest[0]].join(', ') : name;
    })
    .join('\n');
}
