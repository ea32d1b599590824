import { specialCharacters, textSymbols } from './latex-symbols.ts';
import type { RichTag } from '../../domain/text/rich-text.ts';

/** Commands → the text that they print. */
export const textCommands: ReadonlyMap<string, string> = new Map([
  ...[...specialCharacters, ...textSymbols].reverse().flatMap(([character, latex]): [string, string][] => {
    const name = /^\{?\\([A-Za-z]+|[^A-Za-z])\}?$/.exec(latex)?.[1];
    return name === undefined ? [] : [[name, character]];
  }),
  ['{', '{'],
  ['}', '}'],
  ['aa', 'å'],
  ['AA', 'Å'],
  ['dots', '…'],
  ['ldots', '…'],
  ['TeX', 'TeX'],
  ['LaTeX', 'LaTeX'],
  ['LaTeXe', 'LaTeX2e'],
  ['BibTeX', 'BibTeX'],
  ['lq', '‘'],
  ['rq', '’'],
  ['slash', '/'],
  ['copyright', '©'],
  ['pounds', '£'],
  ['textasciitilde', '~'],
  ['textasciicircum', '^'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textquotesingle', "'"],
  ['textquotedbl', '"'],
  ['textregistered', '®'],
  ['-', '\u00ad'],
  ['/', ''],
  [' ', ' '],
  ['\n', ' '],
  [',', '\u2009'],
  [';', ' '],
  [':', ' '],
  ['!', ''],
  ['@', ''],
  ['hyphen', '-'],
  ['space', ' '],
  ['newline', ' '],
  ['par', ' '],
  ['quad', '\u2003'],
  ['qquad', '\u2003'],
]);

/** Commands → the tag in content for their argument. */
export const markupCommands: ReadonlyMap<string, RichTag> = new Map([
  ['textit', 'i'],
  ['emph', 'i'],
  ['textsl', 'i'],
  ['mkbibemph', 'i'],
  ['mkbibitalic', 'i'],
  ['textbf', 'b'],
  ['mkbibbold', 'b'],
  ['textsuperscript', 'sup'],
  ['sp', 'sup'],
  ['textsubscript', 'sub'],
  ['sb', 'sub'],
]);

/** Commands that change only the look, which content does not store. */
export const plainCommands: ReadonlySet<string> = new Set(
  'textrm textsf texttt textsc textup textmd textnormal text mbox hbox protect relax rm sf tt sc up normalfont small large tiny uppercase MakeUppercase lowercase mathrm noopsort bibinfo natexlab nocite upshape scshape rmfamily sffamily ttfamily selectfont textlatin foreignlanguage ignorespaces unskip allowbreak nobreak nobreakdash linebreak nolinebreak'.split(
    ' ',
  ),
);

/** Commands → the signs around their argument. */
export const enclosingCommands: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['enquote', ['“', '”']],
  ['mkbibquote', ['“', '”']],
  ['textquote', ['“', '”']],
  ['mkbibparens', ['(', ')']],
  ['mkbibbrackets', ['[', ']']],
]);

/** Commands that print nothing of their argument. */
export const emptyCommands: ReadonlySet<string> = new Set(['phantom', 'hphantom', 'vphantom', 'label', 'index']);
