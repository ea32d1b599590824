import type { RichElement, RichNode, RichText } from '../../domain/text/rich-text.ts';
import { pairedBraces, toLatex, type LatexEncoder } from '../latex/write-latex.ts';
import properWordList from './proper-words.json' with { type: 'json' };

/** What decides which capitals of a title are kept. */
export interface TitleContext {
  readonly lang: string;
  /** Text of the publication in its own language: a word with a capital inside a sentence of it is a name. */
  readonly text?: string;
  /** Text before the title, such as `RETRACTED: `. */
  readonly prefix?: string;
  readonly encode?: LatexEncoder;
}

/**
 * Formats a title as LaTeX. Words that must keep their capitals when a bibliography style converts titles to sentence
 * case are in braces: acronyms, `mRNA`, `vitamin {D}`, names and places, the first word of a later sentence, and every
 * capitalised word of a title that is already in sentence case or not in English.
 */
export function toBibtexTitle(
  title: RichText,
  { lang, text = '', prefix = '', encode = toLatex }: TitleContext,
): string {
  // Names of species say nothing about the case of a title.
  const plain = title
    .map((node) => (typeof node === 'object' && 'tag' in node && node.tag === 'i' ? ' ' : wordsOf(node)))
    .join('');
  const isEnglish = /^en\b/i.test(lang);
  const position: Position = { start: prefix === '' ? 'title' : 'sentence' };
  const rules = { all: !isEnglish || isSentenceCase(plain), text, encode };
  const words = title
    .map((node, index) => {
      const beside = { before: isScript(title[index - 1]), after: isScript(title[index + 1]) };
      return nodeToLatex(node, { ...rules, beside }, position, encode);
    })
    .join('');
  return (prefix && `{${prefix.replace(/: $/, '')}}: `) + pairedBraces(words.trim());
}

/** Formats rich text as LaTeX, for fields whose capitals no style changes. */
export const richToLatex = (text: RichText, encode: LatexEncoder = toLatex): string =>
  pairedBraces(
    text
      .map((node) => nodeToLatex(node, undefined, { start: false }, encode))
      .join('')
      .trim(),
  );

const isScript = (node: RichNode | undefined): boolean =>
  typeof node === 'object' && 'tag' in node && (node.tag === 'sub' || node.tag === 'sup');

function nodeToLatex(
  node: RichNode,
  rules: CapitalRules | undefined,
  position: Position,
  encode: LatexEncoder,
): string {
  if (typeof node === 'string') {
    const text = node.replace(controls, ' ');
    return rules ? protectWords(text, rules, position) : spacedLatex(text, encode);
  }
  if ('tex' in node) {
    position.start = false;
    return mathToLatex(node.tex, encode);
  }
  const raised = node.tag === 'sup' || node.tag === 'sub';
  const children = raised ? node.children.map(withHyphens) : node.children;
  const [only] = children;
  if (raised && children.length === 1 && typeof only === 'string' && plainScript.test(only)) {
    position.start = false;
    return `$${node.tag === 'sup' ? '^' : '_'}{${/[A-Za-z]/.test(only) ? `\\textrm{${only}}` : only}}$`;
  }
  const inner = children.map((child) => nodeToLatex(child, undefined, position, encode)).join('');
  position.start = false;
  const marked = `${commands[node.tag]}{${inner}}`;
  // The braces of the command protect capitals in BibTeX, but not in biblatex and pandoc. One more pair would begin a
  // special character of BibTeX, in which capitals are lowered.
  return rules && !raised && anyCapital.test(wordsOf(node)) ? `{{${marked}}}` : marked;
}

/** Replaces dashes by hyphens: `10<sup>−3</sup>` is `\textsuperscript{-3}`, where LaTeX shows a minus. */
const withHyphens = (node: RichNode): RichNode => (typeof node === 'string' ? node.replace(/[−–]/g, '-') : node);

/** A formula with balanced braces, which BibTeX counts; text instead if the braces or dollar signs are not balanced. */
function mathToLatex(tex: string, encode: LatexEncoder): string {
  const source = tex
    .toWellFormed()
    .replace(/\\\{/g, '\\lbrace ')
    .replace(/\\\}/g, '\\rbrace ')
    .replace(/[\0-\x20\x7f-\x9f\u2028\u2029]+/g, ' ')
    .replace(/(?<!\\)((?:\\\\)*)%/g, '$1\\%')
    .trim();
  if (source === '') return '';
  const isValid = isBalanced(source) && !/(?<!\\)(?:\\\\)*\$/.test(source) && !/(?<!\\)(?:\\\\)*\\$/.test(source);
  return isValid ? `{$${source}$}` : encode(tex);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}' && (depth -= 1) < 0) return false;
  }
  return depth === 0;
}

function protectWords(text: string, rules: CapitalRules, position: Position): string {
  if (!/[A-Z\u00c0-\uffff]/.test(text) && position.start !== 'title') {
    if (sentenceEnd.test(text)) position.start = 'sentence';
    else if (text.trim() !== '') position.start = false;
    return spacedLatex(text, rules.encode);
  }
  return text
    .split(/(\s+)/)
    .map((token, index, tokens) => {
      if (token.trim() === '') return spaces(token, rules.encode);
      const all = rules.all || isSymbol(token, rules.beside, index === 0, index === tokens.length - 1);
      const word = protectWord(token, { ...rules, all }, position.start);
      position.start = sentenceEnd.test(token) ? 'sentence' : false;
      return word;
    })
    .join('');
}

/** True for the sign of an element beside an index or a charge: `Ga` of `Al<sub>x</sub>Ga<sub>y</sub>`. */
const isSymbol = (token: string, { before, after }: CapitalRules['beside'], first: boolean, last: boolean): boolean =>
  (first && before && /^\p{Lu}\p{Ll}?(?!\p{Ll})/u.test(token)) ||
  (last && after && /(?<!\p{L})\p{Lu}\p{Ll}?$/u.test(token));

function protectWord(token: string, rules: CapitalRules, start: Position['start']): string {
  const { encode } = rules;
  // A title that begins with a small letter, such as the name of a program, does not get a capital.
  const isSmall = start === 'title' && leadingSmall.test(token);
  if (!isSmall && lowerWord.test(token)) return token;
  const core = isSmall || anyCapital.test(token) ? wordCore.exec(token)?.[0] : undefined;
  if (core === undefined || !(isSmall || hasCapitalsToKeep(core, rules, start))) return encode(token);
  const at = token.indexOf(core);
  return `${encode(token.slice(0, at))}{${encode(core)}}${encode(token.slice(at + core.length))}`;
}

/** Tests each part, so that `Double-Blind` of a title in title case is not an acronym. */
function hasCapitalsToKeep(core: string, rules: CapitalRules, start: Position['start']): boolean {
  return core.split(/[-‐‑–/]/).some((part, index) => {
    if (innerCapital.test(part)) return true;
    // Styles keep the first letter of the title, and lower that of a later sentence.
    if (start !== false && index === 0) return start === 'sentence' && leadingCapital.test(part);
    if (!leadingCapital.test(part)) return false;
    return rules.all || symbolCapital.test(part) || isProperWord(part, rules.text);
  });
}

/** True for a word that English writes with a capital inside sentences, here or in the publication's own text. */
function isProperWord(part: string, text: string): boolean {
  const word = part.replace(/['’]s?$/, '');
  return properWords.has(word) || (/^\p{Lu}\p{Ll}+$/u.test(word) && isNameIn(text, word));
}

/** Whether a word is in a text with a capital inside a sentence, and nowhere without a capital. */
function isNameIn(text: string, word: string): boolean {
  const before = charactersBefore(text, word);
  return (
    before.some((start) => /\p{Ll}[,;]? $/u.test(start)) && charactersBefore(text, word.toLowerCase()).length === 0
  );
}

/** The last characters before each place where a text has a word as a whole word. */
function charactersBefore(text: string, word: string): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(Math.max(0, at - 4), at);
    if (!/\p{L}$/u.test(before) && !/^\p{L}/u.test(text.slice(at + word.length, at + word.length + 2)))
      found.push(before);
  }
  return found;
}

/**
 * An English title is in sentence case if no more than half of its longer words after the first begin with a capital.
 * Names and prepositions, which title case may write either way, do not count, and a single word is no evidence of title
 * case.
 */
function isSentenceCase(plain: string): boolean {
  const longer = plain.replace(/^\P{L}*\p{L}+|[.:?!]\s+\p{L}+/gu, ' ').match(/\p{L}[\p{L}\p{M}'’]{3,}/gu) ?? [];
  const words = longer.filter((word) => !properWords.has(word.replace(/['’]s?$/, '')) && !prepositions.has(word));
  const capitalised = words.filter((word) => leadingCapital.test(word) && !innerCapital.test(word)).length;
  return capitalised * 2 <= words.length || words.length < 2;
}

const prepositions: ReadonlySet<string> = new Set(
  'about above across after against along among around before behind below beneath between beyond despite down during'
    .concat(' from inside into near onto over through toward towards under until upon versus with within without')
    .split(' '),
);

const wordsOf = (node: RichNode): string =>
  typeof node === 'string' ? node : 'tex' in node ? ' ' : node.children.map(wordsOf).join('');

/** Formats white space. Only a normal space can be stretched or broken by LaTeX; others become `~` or `{\,}`. */
const spaces = (token: string, encode: LatexEncoder): string =>
  [...token.replace(/[ \u2028\u2029]+/g, ' ')]
    .map((character) => (character === ' ' ? ' ' : encode(character)))
    .join('');

/** Keeps a space at each end of a node, which separates it from the next node. */
const spacedLatex = (text: string, encode: LatexEncoder): string =>
  `${/^\s/.test(text) ? ' ' : ''}${encode(text.trim())}${/\S\s+$/.test(text) ? ' ' : ''}`;

const commands: Readonly<Record<RichElement['tag'], string>> = {
  i: '\\textit',
  b: '\\textbf',
  sub: '\\textsubscript',
  sup: '\\textsuperscript',
};
/** Text that a formula shows unchanged. Zotero reads subscripts and superscripts only as formulas. */
const plainScript = /^(?!.*--)[A-Za-z0-9+.,=()-]+$/;
/** Control characters separate words like a space. */
const controls = /[\0-\x1f\x7f-\x9f]+/g;
const sentenceEnd = /[.:?!]["'”’)\]]*\s*$/;
const lowerWord = /^[a-z]+[.,:;)]?$/;
const anyCapital = /\p{Lu}/u;
const innerCapital = /^[^\p{L}\p{N}]*[\p{L}\p{N}].*\p{Lu}/u;
const leadingSmall = /^\P{L}*\p{Ll}/u;
const leadingCapital = /^\P{L}*\p{Lu}/u;
/** `D` in `vitamin D`, `B12`, `Ki67`. */
const symbolCapital = /^\p{Lu}(?:\P{L}|$|\p{Ll}+\d)/u;
const wordCore = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/su;

/** Words that are names in English, by tests/tools/words. */
const properWords: ReadonlySet<string> = new Set(properWordList.split(' '));

interface CapitalRules {
  /** True if every capital is kept. */
  readonly all: boolean;
  readonly text: string;
  readonly encode: LatexEncoder;
  /** Whether an index or a charge stands before or after the text. */
  readonly beside: { readonly before: boolean; readonly after: boolean };
}

interface Position {
  /** The start of the title or of a later sentence, where every word has a capital. */
  start: 'title' | 'sentence' | false;
}
