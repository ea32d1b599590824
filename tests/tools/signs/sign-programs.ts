import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, runProgram } from '../run-program.ts';
import { readWithZotero } from '../zotero.ts';

/** A program that is asked what it makes of forms of signs. */
export interface SignProgram {
  readonly id: string;
  readonly isInstalled: () => boolean;
  /** For each form, true where the program reads `Aa <form>bb cc` as `Aa <sign>bb cc`. */
  readonly read: (tries: readonly SignTry[], folder: string) => Promise<readonly boolean[]> | readonly boolean[];
}

export interface SignTry {
  readonly sign: string;
  readonly form: string;
}

const toBib = (tries: readonly SignTry[]): string =>
  tries.map(({ form }, index) => `@book{k${index},\n  publisher = {Aa ${form}bb cc}\n}\n`).join('\n');

/** True where the text is the expected one. Markup of scripts stands for the small digits of Unicode. */
const isRight = ({ sign }: SignTry, text: string | undefined): boolean => {
  const plain = (text ?? '').replace(/<\/?(?:sup|sub|i|span)(?: [^>]*)?>/g, '').normalize('NFC');
  return (
    [sign, sign.normalize('NFKC')].some((one) => plain === `Aa ${one}bb cc`.replace(/\s+/g, ' ')) ||
    (/[⁰-₟²³¹]/.test(sign) && plain === `Aa ${sign.normalize('NFKC').replace('−', '-')}bb cc`)
  );
};

const biber: SignProgram = {
  id: 'biber',
  isInstalled: () => isInstalled('biber'),
  read(tries, folder) {
    writeFileSync(join(folder, 'in.bib'), toBib(tries));
    runProgram('biber', ['--tool', '--output-file', 'out.bib', '--nolog', 'in.bib'], folder);
    const out = readFileText(folder, 'out.bib');
    const values = new Map(
      [...out.matchAll(/@\w+\{k(\d+),\s*PUBLISHER\s*=\s*\{(.*)\},/gi)].map(
        ([, key, value]) => [Number(key), value] as const,
      ),
    );
    // What biber leaves as it is goes on to LaTeX.
    return tries.map((one, index) => {
      const value = values.get(index);
      return isRight(one, value?.replace(/[{}]/g, '')) || (value === `Aa ${one.form}bb cc` && /\\|\$/.test(one.form));
    });
  },
};

const pandoc: SignProgram = {
  id: 'pandoc',
  isInstalled: () => isInstalled('pandoc'),
  read(tries, folder) {
    const { stdout } = runProgram('pandoc', ['-f', 'biblatex', '-t', 'csljson'], folder, toBib(tries));
    const items = JSON.parse(stdout) as { readonly id: string; readonly publisher?: string }[];
    const values = new Map(items.map(({ id, publisher }) => [id, publisher]));
    return tries.map((one, index) => isRight(one, values.get(`k${index}`)));
  },
};

const bibutils: SignProgram = {
  id: 'bibutils',
  isInstalled: () => isInstalled('bib2xml'),
  read(tries, folder) {
    writeFileSync(join(folder, 'in.bib'), toBib(tries));
    const { stdout } = runProgram('bib2xml', ['-i', 'utf8', '-o', 'utf8', 'in.bib'], folder);
    const values = new Map(
      stdout
        .split('<mods ')
        .map((part) => [/ID="k(\d+)"/.exec(part)?.[1], /<publisher>(.*?)<\/publisher>/s.exec(part)?.[1]] as const),
    );
    return tries.map((one, index) => isRight(one, unescapeXml(values.get(String(index)))));
  },
};

const unescapeXml = (text: string | undefined): string | undefined =>
  text
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** LaTeX with the encoding T1: true where it sets the form without an error. */
const pdflatex: SignProgram = {
  id: 'pdflatex',
  isInstalled: () => isInstalled('pdflatex'),
  read(tries, folder) {
    const lines = tries.map(({ form }, index) => `\\typeout{@@${index}}Aa ${form}bb cc\\par`);
    writeFileSync(
      join(folder, 'signs.tex'),
      `\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{amssymb}\\tracinglostchars=3\n\\begin{document}\n${lines.join('\n')}\n\\typeout{@@end}\n\\end{document}\n`,
    );
    runProgram('pdflatex', ['-interaction=nonstopmode', '-draftmode', 'signs.tex'], folder);
    const log = readFileText(folder, 'signs.log');
    const failed = new Set(
      log
        .split(/^@@/m)
        .filter((part) => /^!|^Missing character/m.test(part))
        .map((part) => parseInt(part, 10)),
    );
    const reached = new Set([...log.matchAll(/^@@(\d+)/gm)].map(([, index]) => Number(index)));
    return tries.map((_, index) => reached.has(index) && !failed.has(index));
  },
};

const zotero = (translators: string): SignProgram => ({
  id: 'zotero',
  isInstalled: () => true,
  async read(tries) {
    const results: boolean[] = [];
    const items = await readWithZotero(translators, 'BibTeX', toBib(tries));
    const values = new Map(items.map((item) => [item.itemID, item['publisher']]));
    for (const [index, one] of tries.entries())
      results.push(isRight(one, values.get(`k${index}`) as string | undefined));
    return results;
  },
});

/** The programs; Zotero's translators where their folder is named. */
export const signPrograms = (translators: string | undefined): readonly SignProgram[] => [
  biber,
  pdflatex,
  pandoc,
  bibutils,
  ...(translators === undefined ? [] : [zotero(translators)]),
];

const readFileText = (folder: string, name: string): string => readFileSync(join(folder, name)).toString('utf8');
