import { percentDecode } from '../domain/text/percent-encoding.ts';
import { westernDigits } from '../domain/text/western-digits.ts';
import { foldPhrase, foldText } from './fold.ts';
import type { WrittenIdentifier } from './identifiers.ts';
import type { Atom, Field, Operators } from './query/query-operators.ts';
import { isPasted, readWords, wordOf, type QueryWord } from './query/read-words.ts';

export type { QueryWord };

/** Words between quotation marks, in their order and with their stop words. */
export interface QueryPhrase {
  readonly tokens: readonly string[];
  readonly written: string;
  readonly field?: Field;
  readonly added?: boolean;
  /** The term of the synonym that added it. */
  readonly synonym?: string;
}

/** Alternatives of which a result needs one. */
export interface QueryPart {
  readonly any: readonly (QueryWord | QueryPhrase)[];
  /** True for a field, a phrase or a logical expression: related results have it too. */
  readonly strict?: boolean;
}

/** A parsed query. */
export interface Query {
  readonly parts: readonly QueryPart[];
  /** Words and phrases that no result may have. */
  readonly none: readonly (QueryWord | QueryPhrase)[];
  readonly identifiers: readonly WrittenIdentifier[];
  /** First and last year, from `year:2019..2022`. */
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly journals: readonly string[];
  /** Operators as typed, each with the query without it: for chips. */
  readonly operators: readonly { readonly written: string; readonly without: string }[];
  /** True for a pasted reference: its words are clues, and few results have all of them. */
  readonly reference: boolean;
  /** True when the text is nothing but names and a year, as in `Dai et al., 2022`. */
  readonly cites: boolean;
}

export const isQueryWord = (one: QueryWord | QueryPhrase): one is QueryWord => !isPhrase(one);

export const isPhrase = (one: QueryWord | QueryPhrase): one is QueryPhrase => 'tokens' in one;

/** What reads the rarer parts of a query. A browser loads each for the texts that may have them; without it, there are none. */
export interface QueryReaders {
  readonly operators?: (text: string) => Operators;
  readonly identifiers?: (text: string) => readonly WrittenIdentifier[];
}

/** Whether a text may have operators. */
export const mayHaveOperators = (text: string): boolean =>
  /["“„«*]|%\d|(?<!\S)-\S|(?:\.\.|[-–:]|\s(?:to|تا)\s)(?:1[89]|20)\d\d|\b(?:AND|OR|NOT)\b/.test(westernDigits(text)) ||
  /\[1?[a-z]|(?:author|title|journal|year|au|ti|ta|dp|pdat|نویسنده|عنوان|مجله|سال):/i.test(text);

/** Whether a text may have identifiers: it has the beginning of one or of an address, or five digits besides those of years. */
export const mayHaveIdentifiers = (text: string): boolean =>
  /[/?#]\S|%2F|pm(?:c|id)|pubmed|\[uid/i.test(text) ||
  (
    westernDigits(text)
      .replace(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g, '')
      .match(/\d/g) ?? []
  ).length > 4;

/** Parses a typed or pasted text. `typing`: the last word may be the beginning of a word. */
export function parseQuery(written: string, typing = false, readers: QueryReaders = {}): Query {
  const text = written.slice(0, mostCharacters).replace(/\s/g, ' ');
  const query = readQuery(text, readers);
  const last = query.parts.at(-1)?.any.at(-1);
  const end = westernDigits(text.trimEnd());
  if (!typing || query.reference || last === undefined || isPhrase(last) || !end.endsWith(last.written)) return query;
  return { ...query, parts: [...query.parts.slice(0, -1), { ...query.parts.at(-1), any: [{ ...last, open: true }] }] };
}

/** No title or reference is longer. */
const mostCharacters = 3000;

function readQuery(typed: string, readers: QueryReaders): Query {
  // Of the same length, so that positions are those in what was typed. Persian keyboards have a decimal sign of their own.
  const text = westernDigits(typed).replace(/(?<=\d)٫(?=\d)/g, '.');
  const identifiers = readers.identifiers?.(text) ?? [];
  const searched = identifiers.length === 1 && identifiers[0]!.keys.length === 1 ? searchedBy(text) : undefined;
  if (searched !== undefined) return { ...readQuery(searched, readers), identifiers };
  let rest = text;
  for (const { start, end } of identifiers) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  const { operators, remainder } = readers.operators?.(rest) ?? { operators: [], remainder: rest };
  const reference = isReference(remainder, identifiers.length > 0);
  const words = readWords(reference ? withoutNumbers(remainder) : withoutQuestion(remainder));
  const parts: QueryPart[] = words.map((word) => ({ any: [word] }));
  const none: (QueryWord | QueryPhrase)[] = [];
  const journals: string[] = [];
  let years: { from?: number; to?: number } | undefined;
  for (const operator of operators) {
    if (operator.kind === 'years') years = { ...years, ...operator.years };
    else if (operator.kind === 'journal') journals.push(operator.value);
    else {
      const clauses = operator.clauses.map((clause) => clause.flatMap(termsOf)).filter((any) => any.length > 0);
      if (operator.excluded) none.push(...clauses.flat());
      // A field with several words, as in `author:"…"` or `Karimi S[au]`, needs them all.
      else if (operator.clauses.length === 1 && operator.clauses[0]!.length === 1)
        parts.push(...clauses.flat().map((one) => ({ any: [one], strict: true })));
      else parts.push(...clauses.map((any) => ({ any, strict: true })));
    }
  }
  return {
    parts: unique(parts),
    none,
    identifiers,
    ...(years ? { years } : {}),
    journals,
    operators: operators.map(({ start, end }) => ({
      written: typed.slice(start, end).trim(),
      without: `${typed.slice(0, start)} ${typed.slice(end)}`.replace(/\s+/g, ' ').trim(),
    })),
    reference,
    cites: !reference && operators.length === 0 && citesOnly(remainder),
  };
}

/** What the address of a search asks for, as in `https://scholar.google.com/scholar?q=kidney+stones`. */
function searchedBy(text: string): string | undefined {
  const [, asked] = /^https?:\/\/\S+?[?&](?:q|query|term)=([^&#\s]+)(?:[&#]\S*)?$/i.exec(text.trim()) ?? [];
  return asked === undefined ? undefined : percentDecode(asked.replaceAll('+', ' '));
}

/** The words or the phrase of one atom of an operator. */
function termsOf({ text, quoted, open, field }: Atom): (QueryWord | QueryPhrase)[] {
  const scope = field === undefined ? {} : { field };
  if (quoted && field !== 'author') {
    const tokens = foldPhrase(text);
    return tokens.length === 0 ? [] : [{ tokens, written: text, ...scope }];
  }
  const words = field === 'author' ? readWords(text) : foldText(text).map((word) => wordOf(text, word));
  return words.map((word, index) => ({ ...word, ...scope, ...(open && index === words.length - 1 ? { open } : {}) }));
}

/** A reference as journals print it: at least eight words, and initials, `et al.`, a volume or pages among them. */
export function isReference(text: string, identified: boolean): boolean {
  if (!isPasted(text)) return false;
  const clues = [
    /(?<!\d)(?:1[89]|20)\d\d(?!\d)/,
    /\d\s?\(\d{1,4}\)\s?[:,]|;\s?\d{1,4}[(:]|:\s?e?\d{1,6}\s?[-–]\s?\d|\bpp?\.\s?\d|\bvol\.\s?\d|\bno\.\s?\d/i,
    /\bet\s?al\b|و\s?همکاران/iu,
    // `Thokala P,` or `Thokala, P.`, and `P. Thokala`
    /\p{Ll},?\s\p{Lu}{1,3}[.,;]|(?:^|[\s,])\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}/u,
  ].filter((clue) => clue.test(text)).length;
  return clues >= (identified ? 1 : 2);
}

/** Numbers of volumes and pages, and the words around them, are no words of the publication; years are. */
const withoutNumbers = (text: string): string =>
  text
    .replace(/\S{1,100}/gu, (part) =>
      /\d/.test(part) && !/\p{L}{2}/u.test(part)
        ? (/(?<!\d)(?:1[89]|20)\d\d(?!\d)/.exec(part)?.[0] ?? ' ').padStart(part.length)
        : part,
    )
    .replace(bibliographic, (cut) => ' '.repeat(cut.length));

const bibliographic =
  /(?<![\p{L}\p{N}])(?:doi|pmid|pmcid|vol|no|pp?|issue|retrieved from|available (?:from|at)|accessed|epub(?: ahead of print)?|https?)(?![\p{L}\p{N}])[.:]?/giu;

/** A question without the words that only ask. */
function withoutQuestion(text: string): string {
  const asks =
    /[?؟]$/.test(text.trimEnd()) ||
    /^(?:what|which|who|whom|how|does|do|did|is|are|can|could|should|why|when|where|آیا|چه|چگونه|چطور|چرا|کدام)\s/iu.test(
      text.trimStart(),
    );
  if (!asks) return text;
  const bare = text.replace(questionWords, (word) => ' '.repeat(word.length));
  return /[\p{L}\p{N}]{2}/u.test(bare) ? bare : text;
}

const questionWords =
  /(?<![\p{L}\p{N}-])(?:what|which|who|whom|whose|how|does|do|did|can|could|should|would|will|why|when|where|there|about|known|any|much|many|you|your|me|my|gets?|evidence (?:that|for|on)|between|آیا|چه|چیست|چگونه|چطور|چرا|کدام|کجا|درباره|دربارهٔ|درباره‌ی|هستند|هست|دارد|می‌شود|می‌کند)(?![\p{L}\p{N}-])/giu;

/** Names and a year, or names alone with `et al.`: `(Dai et al., 2022)`, `Dai & Li 2022`. */
function citesOnly(text: string): boolean {
  const bare = text.trim().replace(/^[([]|[)\]]$/g, '');
  const year = /(?:^|[\s,(])(?:1[89]|20)\d\d[a-z]?\)?$/;
  const names = bare
    .replace(year, '')
    .replace(/\bet\s+al\b\.?|و\s+همکاران/giu, '')
    .replace(/[,&;()،]|\band\b/giu, ' ');
  const words = names.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  return (
    words.length > 0 &&
    words.length <= 8 &&
    (year.test(bare) || /\bet\s+al\b|و\s+همکاران/iu.test(bare)) &&
    words.every(
      (word) =>
        /^\p{Lu}/u.test(word) ||
        /^(?:de|la|van|von|der|den|del|al|el|bin|da|dos|di|le)$/i.test(word) ||
        /\p{Lo}/u.test(word) ||
        word === word.toLowerCase(),
    )
  );
}

function unique(parts: readonly QueryPart[]): QueryPart[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = JSON.stringify(
      part.any.map((one) => (isPhrase(one) ? { ...one, written: '' } : { ...one, written: '', apart: false })),
    );
    return !seen.has(key) && seen.add(key);
  });
}
