import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { mathSigns } from '../latex/latex-signs.ts';

/** What Citation.js understands of a BibTeX file, as CSL items. Throws where it cannot read the file. */
export function readBibtex(text: string): readonly Readonly<Record<string, unknown>>[] {
  const { constants } = plugins.config.get('@bibtex') as BibtexConfig;
  Object.assign(constants.commands, letters);
  // It stands there with no letter, before the table of accents that has it.
  Reflect.deleteProperty(constants.commands, 'textcommabelow');
  // A macron below the letter, not a line below the text, and the hook above of Vietnamese.
  constants.diacritics['b'] = '\u0331';
  constants.diacritics['h'] = '\u0309';
  constants.argumentCommands['hspace'] = (_width) => '\u200b';
  constants.argumentCommands['mathbb'] = (letter) => doubleStruck.get(letter) ?? letter;
  return plugins.input.chain(text, parseOptions);
}

/** Letters and spaces that Citation.js leaves as commands. */
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
    mathSigns.filter(([, command]) => /^\\[A-Za-z]+$/.test(command)).map(([sign, command]) => [command.slice(1), sign]),
  ),
};

const doubleStruck: ReadonlyMap<string, string> = new Map(
  mathSigns.flatMap(([sign, command]) => {
    const letter = /^\\mathbb\{([A-Z])\}$/.exec(command)?.[1];
    return letter === undefined ? [] : [[letter, sign]];
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
