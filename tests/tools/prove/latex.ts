import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, runProgram } from '../run-program.ts';
import { plainLatex } from './plain-latex.ts';
import type { Program, ProgramReading } from './program.ts';

/** The usual styles of BibTeX. */
const styles = ['plain', 'unsrt', 'abbrv', 'alpha', 'acm', 'apalike', 'ieeetr', 'siam', 'plainnat', 'unsrtnat'];

const bibtex = (style: string): Program => ({
  id: `bibtex ${style}`,
  files: ['bib'],
  isInstalled: () => isInstalled('bibtex'),
  read(_file, text, folder) {
    writeFileSync(join(folder, 'all.bib'), text);
    const { output, bbl } = runBibtex(style, 'all', folder);
    const items = bbl.split(/^\\bibitem(?=[[{])/m).slice(1);
    return { records: items.flatMap(printedItem), complaints: complaintsOf(output) };
  },
});

function runBibtex(style: string, name: string, folder: string): { readonly output: string; readonly bbl: string } {
  const keys = `\\relax\n\\citation{*}\n\\bibstyle{${style}}\n\\bibdata{${name}}\n`;
  writeFileSync(join(folder, `${name}-${style}.aux`), keys);
  const { stdout } = runProgram('bibtex', [`${name}-${style}`], folder);
  return { output: stdout, bbl: readFileSync(join(folder, `${name}-${style}.bbl`), 'utf8') };
}

/** A book without a publisher and an article without a journal are what the record is. */
const complaintsOf = (output: string): readonly string[] =>
  output.split('\n').filter((line) => /^Warning--(?!empty )|error message|^I /i.test(line));

/** The text of an entry, as LaTeX would print it. */
function printedItem(item: string): ProgramReading['records'] {
  const label = /^(?:\[(?:[^[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\])?\s*\{([^}]+)\}/.exec(item);
  if (!label) return [];
  const printed = item
    .slice(label[0].length)
    .replace(/\\end\{thebibliography\}[\s\S]*$/, '')
    .replace(/\\(?:newblock|em|bf|sc|it|natexlab|textsc|penalty0|url|doi)\b/g, ' ')
    .replace(/%\n\s*/g, '')
    .replace(/(?<!\\)~|\s+/g, ' ');
  return [{ key: label[1]!, printed: plainLatex(printed) }];
}

/** LaTeX sets what plain.bst makes of the file; errors and missing letters are complaints. */
const engine = (id: 'pdflatex' | 'xelatex', preamble: string, takes: (entry: string) => boolean): Program => ({
  id,
  files: ['bib'],
  isInstalled: () => isInstalled(id) && isInstalled('bibtex'),
  read(_file, text, folder) {
    const entries = text.split(/\n(?=@)/);
    const own = entries.map(withoutUnprinted).filter(takes);
    writeFileSync(join(folder, `${id}.bib`), own.join('\n'));
    const { bbl } = runBibtex('plain', id, folder);
    const packages = '\\usepackage{amssymb,textcomp,url}';
    const document = `\\documentclass{article}${preamble}${packages}\\begin{document}\n${bbl}\n\\end{document}\n`;
    writeFileSync(join(folder, `${id}.tex`), document);
    runProgram(id, ['-interaction=nonstopmode', `${id}.tex`], folder);
    const log = readFileSync(join(folder, `${id}.log`), 'utf8');
    return {
      records: entries.flatMap((entry) => {
        const key = /^@\w+\{([^,]+),/.exec(entry)?.[1];
        return key === undefined ? [] : [{ key }];
      }),
      complaints: log.split('\n').filter((line) => /^(?:! |Missing character)/.test(line)),
    };
  },
});

/** An entry without what no usual style prints. */
const withoutUnprinted = (entry: string): string =>
  entry.replace(/^ {2}(?:abstract|keywords|nativeauthor|annote) += \{.*\},?\n/gm, '');

/** The letters of Vietnamese are in the encoding T5 alone, whatever encoding a document is set in. */
const vietnamese =
  '\\DeclareTextSymbolDefault{\\ohorn}{T5}\\DeclareTextSymbolDefault{\\uhorn}{T5}\\DeclareTextSymbolDefault{\\OHORN}{T5}' +
  '\\DeclareTextSymbolDefault{\\UHORN}{T5}\\DeclareTextAccentDefault{\\h}{T5}';

export const latex: readonly Program[] = [
  ...styles.map(bibtex),
  engine(
    'pdflatex',
    `\\IfFileExists{t5enc.def}{\\usepackage[T5,T1]{fontenc}${vietnamese}}{\\usepackage[T1]{fontenc}}`,
    // pdflatex has no other letters in its fonts.
    (entry) => /^[\t\n -~]*$/.test(entry),
  ),
  engine(
    'xelatex',
    '\\usepackage{fontspec}\\setmainfont{DejaVu Sans}[ItalicFont=DejaVu Sans,BoldFont=DejaVu Sans]' +
      '\\providecommand\\ohorn{ơ}\\providecommand\\uhorn{ư}\\providecommand\\OHORN{Ơ}\\providecommand\\UHORN{Ư}',
    // DejaVu has no Chinese, Japanese and Korean letters, nor their signs.
    (entry) =>
      !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u.test(entry),
  ),
];
