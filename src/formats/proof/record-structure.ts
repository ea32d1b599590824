import type { CitedPublication } from '../record/cited-publication.ts';

/**
 * What the citations of a publication are made of: which values it has, their signs and their forms, and not their letters.
 * Writers and readers of citations have no rules about ordinary letters, so that a publication whose parts have all been
 * written and read back without a difference, in other publications, comes back as well. What has rules of its own, such as
 * an unusual sign, a particle of a name or a notice, is a part by itself, as it is written.
 */
export function structureOf({ publication, context }: CitedPublication): ReadonlySet<string> {
  const parts: Parts = { found: new Set(), values: new Map() };
  const { journal, preprint, publishedVersion, preferred, url, mesh } = context;
  addValue('publication', publication, parts);
  addValue('context', { url, journal, preprint, publishedVersion, preferred, mesh }, parts);
  // Few publications have them, and writers have many rules about them.
  if (publication.status !== 'published' || publication.notices.length > 0) parts.found.add(`only ${publication.slug}`);
  return parts.found;
}

/** Fields of a publication that no citation shows. */
export const unusedFields: ReadonlySet<string> = new Set([
  ...'file topics summary summaryTitle keyMessages highlights image sections hasCode code assets'.split(' '),
  ...'aliases featured draft added'.split(' '),
]);

/** The same of what is in them. */
const unusedParts: ReadonlySet<string> = new Set(['html', 'mathml', 'description']);

interface Parts {
  readonly found: Set<string>;
  /** Each text of the record, and the name of its field: equal texts have rules of their own. */
  readonly values: Map<string, string>;
}

function addValue(name: string, value: unknown, parts: Parts): void {
  const { found } = parts;
  if (typeof value === 'string') addString(name, value, parts);
  else if (Array.isArray(value)) {
    found.add(`${name} ${Math.min(value.length, 3)}`);
    for (const item of value) addValue(name, item, parts);
  } else if (typeof value === 'object' && value !== null) {
    const unused = name === 'publication' ? unusedFields : unusedParts;
    let keys = name;
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined || unused.has(key)) continue;
      keys += ` ${key}`;
      addValue(key, inner, parts);
    }
    found.add(keys);
  } else found.add(`${name} ${name === 'month' || typeof value !== 'number' ? String(value) : String(value).length}`);
}

function addString(name: string, value: string, { found, values }: Parts): void {
  const other = values.get(value);
  if (other === undefined) values.set(value, name);
  else found.add(`${name} as ${other}`);
  (forms[name] ?? addText)(value, name, found);
}

type Form = (value: string, name: string, found: Set<string>) => void;

/** A text in words: how it begins and ends, and each word that has signs. */
const addText: Form = (text, name, found) => {
  const words = text.split(' ');
  // A rule about the beginning or the end sees a sign, and what is beside it.
  found.add(`${name} ^${shapeIn(name, words[0]!).slice(0, 2)}`);
  found.add(`${name} ${shapeIn(name, words.at(-1)!).slice(-2)}$`);
  const plain = name === 'text' ? plainText : plainWord;
  for (const word of words) if (!plain.test(word)) addWord(word, name, found);
};

/** Letters of ASCII in small letters or capitals, or digits, with the signs that words of a sentence have around them. */
const plainWord = /^\(?(?:[A-Z]?[a-z]+|[A-Z]+|[0-9]+)(?:-[A-Z]?[a-z]+)?\)?[.,;:?!]?$/;

/** The same in an abstract, of whose capitals no citation has rules. */
const plainText = /^\(?[A-Za-z0-9]+(?:-[A-Za-z]+)?\)?[.,;:?!]?$/;

/** A word in pieces: letters and digits between signs, and signs between letters. */
const addWord: Form = (word, name, found) => {
  if (word === '' || markupSign.test(word)) {
    found.add(`${name} ${word}`);
    return;
  }
  const shape = shapeIn(name, word);
  for (const { 0: piece, index } of shape.matchAll(pieces)) {
    const isLetters = letterOfShape.test(piece);
    // What is around letters makes no difference to them; signs have rules about what is beside them.
    found.add(`${name} ${isLetters ? piece : shape.slice(Math.max(0, index - 1), index + piece.length + 1)}`);
  }
  for (const [letter] of word.matchAll(foreignLetter)) found.add(`letter ${letter}`);
};

/** In an abstract, capitals and digits are letters like others. */
const shapeIn = (name: string, word: string): string =>
  name === 'text' ? shapeOf(word).replace(/[Aa0é]+/g, 'a') : shapeOf(word);

/** Of a shape: letters and digits, or signs. */
const pieces = /[Aa0é]+|[^Aa0é]+/gu;

const letterOfShape = /^[Aa0é]/;

/** What may give a meaning to the letters of a word in LaTeX, or in the markup of a title. */
const markupSign = /[\\{}$&`]|<\/?[A-Za-z]/;

/** A letter beyond ASCII with its marks. */
const foreignLetter = /[^\P{L}A-Za-z]\p{M}*|[A-Za-z]\p{M}+/gu;

/** A value that is not prose, such as an identifier: each digit, and each run of letters, is of its kind. */
const addCode: Form = (value, name, found) => {
  found.add(`${name} ${value.replace(/[A-Za-z]+|[0-9]/g, (run) => (run < 'A' ? '0' : 'a'))}`);
};

/** A part of a name. Words in small letters, which may be particles, stay as they are. */
const addName: Form = (value, name, found) => {
  const words = value.split(' ');
  for (const word of words)
    if (/^[a-z]/.test(word)) found.add(`${name} ${word}`);
    else addWord(word, name, found);
  found.add(`${name} ${words.map(shapeOf).join(' ')}`);
};

const addWhole: Form = (value, name, found) => {
  found.add(`${name} ${value}`);
};

/** The form of a value by the name of its field. All others are prose. */
const forms: Readonly<Record<string, Form>> = {
  ...formOf(
    addCode,
    'slug doi containerDoi pmid pmcid arxiv isbn issn eissn handle url id ror orcid award person unit citekey',
  ),
  ...formOf(addCode, 'volume issue first last more articleNumber number version chapter pagesTotal seriesNumber mesh'),
  ...formOf(addName, 'family given group'),
  ...formOf(
    addWhole,
    'type lang status kind rel abstractBy openAccess license country registry edition suffix calendar tag tex roles',
  ),
};

function formOf(form: Form, names: string): Record<string, Form> {
  return Object.fromEntries(names.split(' ').map((name) => [name, form]));
}

/** The word with each run of letters or digits of a kind as one: `Pilán-Roth,` is `Aaéa-Aa,`. */
const shapeOf = (word: string): string =>
  word.replace(runOrLetter, (run) => (run < 'A' ? '0' : run < 'a' ? 'A' : run < '{' ? 'a' : 'é'));

const runOrLetter = /[A-Z]+|[a-z]+|[0-9]+|(?:[^\P{L}A-Za-z]\p{M}*)+/gu;
