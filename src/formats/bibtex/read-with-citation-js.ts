import { createRequire } from 'node:module';
import { mathSymbols } from '../latex/latex-symbols.ts';

/** The CSL items that Citation.js reads from a BibTeX file. Throws if it cannot read the file. */
export function readWithCitationJs(text: string): readonly Readonly<Record<string, unknown>>[] {
  const { plugins } = loadCitationJs();
  const { constants } = plugins.config.get('@bibtex') as BibtexConfig;
  Object.assign(constants.commands, letters);
  // Remove the entry without a letter, because it hides the right one in the table of accents.
  Reflect.deleteProperty(constants.commands, 'textcommabelow');
  // `\b` is a macron below the letter, not a line below the text. `\h` is the hook above of Vietnamese.
  constants.diacritics['b'] = '\u0331';
  constants.diacritics['h'] = '\u0309';
  constants.argumentCommands['hspace'] = (_width) => '\u200b';
  constants.argumentCommands['mathbb'] = (letter) => doubleStruck.get(letter) ?? letter;
  return plugins.input.chain(text, parseOptions);
}

/** Citation.js, with its reader of BibTeX. It is loaded with the first entry: most builds read none. */
function loadCitationJs(): typeof import('@citation-js/core') {
  const require = createRequire(import.meta.url);
  require('@citation-js/plugin-bibtex');
  return require('@citation-js/core') as typeof import('@citation-js/core');
}

/** Letters, spaces and symbols whose commands Citation.js does not know. */
const letters: Readonly<Record<string, string>> = {
  ohorn: 'ơ',
  OHORN: 'Ơ',
  uhorn: 'ư',
  UHORN: 'Ư',
  enspace: '\u2002',
  quad: '\u2003',
  ',': '\u2009',
  '-': '\u00ad',
  ...Object.fromEntries(
    mathSymbols
      .filter(([, command]) => /^\\[A-Za-z]+$/.test(command))
      .map(([symbol, command]) => [command.slice(1), symbol]),
  ),
};

const doubleStruck: ReadonlyMap<string, string> = new Map(
  mathSymbols.flatMap(([symbol, command]) => {
    const letter = /^\\mathbb\{([A-Z])\}$/.exec(command)?.[1];
    return letter === undefined ? [] : [[letter, symbol]];
  }),
);

const parseOptions = {
  generateGraph: false,
  forceType: '@bibtex/text',
  maxChainLength: 10,
  strict: true,
  target: '@csl/list+object',
};

interface BibtexConfig {
  readonly constants: Readonly<Record<'commands' | 'diacritics', Record<string, string>>> & {
    readonly argumentCommands: Record<string, (argument: string) => string>;
  };
}
