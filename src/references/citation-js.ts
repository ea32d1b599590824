import { plugins, type CSL } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { CslNode } from '../domain/publication/reference-styles.ts';
import type { CslItem, CslName } from '../formats/csl/csl-item.ts';
import { mathSigns } from '../formats/latex/latex-signs.ts';
import type { ReferenceRenderer } from './reference-renderer.ts';
import { trimStyle } from './trim-style.ts';

/*
 * The only user of Citation.js: it reads BibTeX, and renders references with citeproc-js. Its writers are not used,
 * for they lose data (README, How it works).
 */

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
  return plugins.input.chain(text, readOptions);
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

const readOptions = {
  generateGraph: false,
  forceType: '@bibtex/text',
  maxChainLength: 10,
  strict: true,
  target: '@csl/list+object',
};

/** Renders with citeproc-js; each style is prepared once for a language. */
export function createReferenceRenderer(
  locales: Readonly<Record<string, CslNode>>,
  prepare: (style: CslNode | string) => CslNode | string = trimStyle,
): ReferenceRenderer {
  const { styles, locales: known } = plugins.config.get('@csl') as CslConfig;
  for (const [tag, locale] of Object.entries(locales)) known.add(tag, locale);
  return (item, style, locale) => {
    const template = `${style.name} ${style.digest}`;
    if (!styles.has(template)) styles.add(template, prepare(style.source));
    const options = {
      template,
      lang: locale,
      format: 'html',
      asEntryArray: true as const,
      hyperlinks: true,
      nosort: true,
    };
    const [entry] = plugins.output.format('bibliography', [withSafeNames(item) as CSL], options) as readonly (readonly [
      string,
      string,
    ])[];
    return entry?.[1] ?? '';
  };
}

/**
 * citeproc-js keeps names in plain objects, in which `toString` and the like are there before anybody of that name: it fails
 * on them. A word joiner, which nobody sees, makes such a name another.
 */
function withSafeNames(item: CslItem): CslItem {
  const { author } = item;
  if (!author) return item;
  const safe = (name: string): string => (name.replace(/\./g, '').trim() in {} ? `${name}\u2060` : name);
  const safeName = (name: CslName): CslName =>
    'literal' in name
      ? name
      : {
          ...name,
          family: safe(name.family),
          ...(name.given === undefined ? {} : { given: safe(name.given) }),
        };
  return { ...item, author: author.map(safeName) };
}

interface BibtexConfig {
  readonly constants: Readonly<Record<'commands' | 'diacritics', Record<string, string>>> & {
    readonly argumentCommands: Record<string, (argument: string) => string>;
  };
}

interface CslConfig {
  readonly styles: Register;
  readonly locales: Register;
}

interface Register {
  has(name: string): boolean;
  add(name: string, value: unknown): void;
}
