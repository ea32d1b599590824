import {
  accentCommands,
  greekLetters,
  loweredCharacters,
  mathSymbols,
  raisedCharacters,
  specialCharacters,
  textSymbols,
} from '../../../src/formats/latex/latex-symbols.ts';

/** Every sign to ask for: those with a command, and the letters and symbols that publications print. */
export function listSigns(): readonly string[] {
  const fromTables = [...specialCharacters, ...textSymbols, ...mathSymbols, ...greekLetters].map(([sign]) => sign);
  const fromBlocks = blocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const signs = [...fromTables, ...raisedCharacters.keys(), ...loweredCharacters.keys(), ...fromBlocks];
  return [...new Set(signs)].filter((sign) => !/\p{Cn}/u.test(sign) && sign.normalize('NFC') === sign).sort();
}

/** Latin-1, Latin Extended, modifier letters, Greek, Latin Extended Additional, punctuation, currency, letterlike, arrows, operators. */
const blocks: readonly (readonly [number, number])[] = [
  [0xa1, 0x24f],
  [0x2b9, 0x2dd],
  [0x370, 0x3ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x209c],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
];

/** The forms in which a sign can be written, in order of preference; the sign itself is the last. */
export function listForms(sign: string): readonly string[] {
  const known = [
    ...accented(sign),
    ...[...specialCharacters, ...textSymbols].filter(([one]) => one === sign).map(([, form]) => form),
    ...[...greekLetters, ...mathSymbols].filter(([one]) => one === sign).map(([, command]) => math(command)),
    ...script(sign),
    ...(alternatives.get(sign) ?? []),
  ];
  return [...new Set([...known, ...(/[#$%&_{}\\~^\s]/.test(sign) ? [] : [sign])])];
}

/** BibTeX styles convert capitals outside braces to lower case, even `\Delta` to `\delta`. */
const math = (command: string): string => (/[A-Z]/.test(command) ? `{$${command}$}` : `$${command}$`);

function accented(sign: string): readonly string[] {
  const [base = '', ...marks] = sign.normalize('NFD');
  const commands = marks.map((mark) => accentCommands.get(mark));
  if (commands.length === 0 || commands.includes(undefined)) return [];
  const letter = textSymbols.find(([one]) => one === base)?.[1].slice(1, -1) ?? base;
  if (!/^(?:[A-Za-z]|\\[A-Za-z]+)$/.test(letter)) return [];
  const [first = '', ...outer] = commands as string[];
  const spaced = isWord(first)
    ? [`\\${first} ${letter}`, `\\${first}{${letter}}`]
    : [`\\${first}${letter}`, `\\${first}{${letter}}`];
  return spaced.map((inner) => outer.reduce((form, command) => `{\\${command}${form}}`, `{${inner}}`));
}

const isWord = (command: string): boolean => /^[A-Za-z]/.test(command);

function script(sign: string): readonly string[] {
  const raised = raisedCharacters.get(sign);
  const lowered = loweredCharacters.get(sign);
  if (raised !== undefined) return [`$^{${raised}}$`, `\\textsuperscript{${raised}}`];
  return lowered === undefined ? [] : [`$_{${lowered}}$`, `\\textsubscript{${lowered}}`];
}

/** Other usual forms of a sign. */
const alternatives: ReadonlyMap<string, readonly string[]> = new Map([
  ['<', ['$<$']],
  ['>', ['$>$']],
  ['|', ['$|$']],
  ['{', ['$\\lbrace$']],
  ['}', ['$\\rbrace$']],
  ['\\', ['$\\backslash$']],
  ['±', ['$\\pm$']],
  ['×', ['$\\times$']],
  ['÷', ['$\\div$']],
  ['µ', ['$\\mu$']],
  ['¬', ['$\\neg$']],
  ['·', ['$\\cdot$']],
  ['°', ['$^\\circ$', '$^{\\circ}$']],
  ['→', ['$\\rightarrow$']],
  ['←', ['$\\leftarrow$']],
  ['↑', ['$\\uparrow$']],
  ['↓', ['$\\downarrow$']],
  ['•', ['$\\bullet$']],
  ['†', ['{\\dag}']],
  ['‡', ['{\\ddag}']],
  ['§', ['{\\S}']],
  ['¶', ['{\\P}']],
  ['©', ['{\\copyright}']],
  ['£', ['{\\pounds}']],
  ['…', ['{\\ldots}', '{\\dots}']],
  ['¡', ['!`']],
  ['¿', ['?`']],
  ['–', ['{\\textendash}']],
  ['—', ['{\\textemdash}']],
  ['‖', ['$\\|$']],
  ['å', ['{\\aa}']],
  ['Å', ['{\\AA}']],
  ['≤', ['$\\le$']],
  ['≥', ['$\\ge$']],
  ['≠', ['$\\ne$']],
]);
