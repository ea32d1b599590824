import { trimEndOf } from '../../domain/text/trim-end-of.ts';

/** A byline with numbers in place of the letters that count affiliations. */
export interface NumberedByline {
  readonly text: string;
  /** Whether letters at the ends of names were taken for affiliations; undefined where nobody has to decide that. */
  readonly isLettered: boolean | undefined;
}

/**
 * The letters of affiliations as numbers: `Sara Karimi a, Jan Müller a,b` as `Sara Karimi 1, Jan Müller 1,2`. A letter that stands
 * alone belongs to no name. One at the end of a name may, as in `Carla Sa`: it counts affiliations where each name ends with one, and
 * others stand alone, or so many affiliations are `listed`, or somebody says so (`asked`).
 */
export function numberLetters(text: string, listed: number, asked?: boolean): NumberedByline {
  // Beside numbers, letters are notes.
  if (/\p{L}[^\p{L},،;؛\n]*\d/u.test(text)) return { text: text.replace(notes, '$1'), isLettered: undefined };
  // `Karimi S,a Müller J`
  const apart = text.replace(/[,،]\s?([a-z](?:,\s?[a-z])*)\s+(?=\p{Lu})/gu, ' $1, ');
  const pieces = apart.split(/([,،;؛\n]|\s(?:and|und|et|&|و)\s)/iu);
  const read = (forms: readonly Form[]): readonly Part[] =>
    pieces.map((piece, index) => (index % 2 === 0 ? readPart(piece, forms) : { ...plainPart, text: piece }));
  const ofInitials = read([...apartForms, afterInitials]);
  // Among whole names, `Li Mab` is Li Ma with a `b`.
  const parts = ofInitials.some(isWithoutLetters) ? read([...apartForms, afterName]) : ofInitials;
  const names = parts.filter(({ name }) => /\p{Lu}/u.test(name));
  const isEach = names.length > 1 && names.every(({ letters }) => letters !== '') && areCounted(parts);
  const alone = parts.filter(({ isAlone }) => isAlone);
  if (alone.length > 0 && (isEach || areCounted(alone)))
    return {
      text: join(parts.map((part) => (isEach || part.isAlone ? part : { ...part, letters: '' }))),
      isLettered: undefined,
    };
  const count = new Set(parts.flatMap(({ letters }) => lettersOf(letters))).size;
  if (!isEach || count < 2) return { text, isLettered: undefined };
  const isLettered = asked ?? listed >= count;
  return { text: isLettered ? join(parts) : text, isLettered };
}

const notes = /(\d)(?:[\s,]*[a-z](?![\p{L}\d.]))+(?=[\s*†‡§¶#✉]*(?:[,،;؛\n]|$))/gu;

/** What is between two commas: a name and its letters, either of which may be missing. */
interface Part {
  readonly text: string;
  readonly name: string;
  readonly letters: string;
  readonly isAlone: boolean;
  readonly signs: string;
}

const plainPart: Omit<Part, 'text'> = { name: '', letters: '', isAlone: false, signs: '' };

function readPart(text: string, forms: readonly Form[]): Part {
  const words = trimEndOf(text, /[\s*†‡§¶#✉]/u);
  const signs = text.slice(words.length);
  for (const { form, isAlone } of forms) {
    const [letters = ''] = form.exec(words) ?? [];
    const name = words.slice(0, words.length - letters.length);
    if (letters !== '' && (name === '' || /\p{Lu}/u.test(name))) return { text, name, letters, isAlone, signs };
  }
  return { ...plainPart, text, name: words };
}

interface Form {
  readonly form: RegExp;
  readonly isAlone: boolean;
}

const apartForms: readonly Form[] = [
  { form: /^ ?[a-z](?: [a-z])*$/u, isAlone: true },
  { form: /(?: [a-z]){1,9}$/u, isAlone: true },
];
/** `Karimi Sab` */
const afterInitials: Form = { form: /(?<=\s(?:\p{Lu}\.?){1,4})a?b?c?d?e?f?g?h?$/u, isAlone: false };
const afterName: Form = { form: /(?<=[\p{L}.])[a-z]$/u, isAlone: false };

const isWithoutLetters = ({ name, letters }: Part): boolean => letters === '' && /\p{Lu}/u.test(name);

const lettersOf = (letters: string): readonly string[] => letters.match(/[a-z]/g) ?? [];

/** Whether the letters begin with a, and none comes before the one that precedes it. */
function areCounted(parts: readonly Part[]): boolean {
  const seen = new Set<string>();
  for (const letter of parts.flatMap(({ letters }) => lettersOf(letters))) {
    if (!seen.has(letter) && letter !== alphabet[seen.size]) return false;
    seen.add(letter);
  }
  return seen.size > 0;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

const join = (parts: readonly Part[]): string =>
  parts
    .map(({ text, name, letters, signs }) =>
      letters === ''
        ? text
        : name +
          lettersOf(letters)
            .map((letter) => alphabet.indexOf(letter) + 1)
            .join(',') +
          signs,
    )
    .join('');
