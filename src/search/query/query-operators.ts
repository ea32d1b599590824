/** A field that a word may be limited to. */
export type Field = 'author' | 'title';

/** One word or phrase of an operator, as typed. */
export interface Atom {
  readonly text: string;
  readonly quoted: boolean;
  /** True for `immun*`. */
  readonly open: boolean;
  readonly field?: Field;
}

/** A part of a query that is more than words, and its position in the text. */
export type Operator = { readonly start: number; readonly end: number; readonly written: string } & (
  | { readonly kind: 'years'; readonly years: { readonly from?: number; readonly to?: number } }
  | { readonly kind: 'journal'; readonly value: string }
  | {
      readonly kind: 'terms';
      /** Each clause needs one of its atoms. */
      readonly clauses: readonly (readonly Atom[])[];
      /** True when no result may have any of them. */
      readonly excluded: boolean;
    }
);

/** What a text has of operators, and the text without them, of the same length. */
export interface Operators {
  readonly operators: readonly Operator[];
  readonly remainder: string;
}

type Name = Field | 'journal' | 'year';

const names: Readonly<Record<string, Name>> = {
  author: 'author',
  au: 'author',
  نویسنده: 'author',
  title: 'title',
  ti: 'title',
  عنوان: 'title',
  journal: 'journal',
  ta: 'journal',
  مجله: 'journal',
  year: 'year',
  dp: 'year',
  pdat: 'year',
  سال: 'year',
};

/**
 * Finds operators: `"phrase"`, `author:`, `title:`, `journal:`, `year:`, PubMed's `[au]`, `[ti]`, `[ta]`, `[dp]`, `NOT`,
 * `-word`, `OR`, `AND`, brackets, `immun*`, `2019-2022`, `2019 to 2022`. The remainder is the text without them, of the same length.
 */
export function findOperators(text: string): Operators {
  const tokens = readTokens(text);
  const operators: Operator[] = [];
  let remainder = text;
  const cut = (start: number, end: number) => {
    remainder = remainder.slice(0, start) + ' '.repeat(end - start) + remainder.slice(end);
  };
  const add = (start: number, end: number, rest: OperatorRest) => {
    operators.push({ start, end, written: text.slice(start, end).trim(), ...rest });
    cut(start, end);
  };
  const logical = tokens.some(({ kind }) => kind === 'or' || kind === 'not' || kind === 'and');
  for (const { kind, start, end } of tokens) if (kind === 'tag' || (logical && kind === 'and')) cut(start, end);
  const items = logical
    ? readTree(tokens.filter(({ kind }) => kind !== 'tag'))
    : tokens.filter(isAtomToken).map((token): Tree => ({ kind: 'atom', token }));
  for (const item of items) {
    const [start, end] = [startOf(item), endOf(item)];
    if (item.kind === 'atom') {
      const { token } = item;
      if (token.name === 'year') {
        const years = readYears(token.text);
        if (years) add(start, end, { kind: 'years', years });
      } else if (token.name === 'journal') add(start, end, { kind: 'journal', value: token.text });
      else if (token.quoted || token.open || token.name !== undefined)
        add(start, end, { kind: 'terms', clauses: [[atomOf(token)]], excluded: false });
    } else if (item.kind === 'not') {
      const atoms = clausesOf(item.of).flat();
      if (atoms.length > 0) add(item.start, end, { kind: 'terms', clauses: [atoms], excluded: true });
    } else add(start, end, { kind: 'terms', clauses: clausesOf(item), excluded: false });
  }
  return { operators: operators.sort((a, b) => a.start - b.start), remainder };
}

type OperatorRest =
  | { readonly kind: 'years'; readonly years: { readonly from?: number; readonly to?: number } }
  | { readonly kind: 'journal'; readonly value: string }
  | { readonly kind: 'terms'; readonly clauses: readonly (readonly Atom[])[]; readonly excluded: boolean };

interface AtomToken {
  readonly kind: 'atom';
  readonly text: string;
  readonly quoted: boolean;
  readonly open: boolean;
  readonly name?: Name;
  readonly start: number;
  readonly end: number;
}

type Token =
  AtomToken | { readonly kind: 'and' | 'or' | 'not' | 'tag' | '(' | ')'; readonly start: number; readonly end: number };

const isAtomToken = (token: Token): token is AtomToken => token.kind === 'atom';

const atomOf = ({ text, quoted, open, name }: AtomToken): Atom => ({
  text,
  quoted,
  open,
  ...(name === 'author' || name === 'title' ? { field: name } : {}),
});

const fieldNames = Object.keys(names).join('|');
const tag = `\\[(?:1au|[a-z][a-z/ ]{1,20})\\]`;
const quotes = `"[^"]{1,500}"|“[^”]{1,500}”|„[^“”]{1,500}[“”]|«[^»]{1,500}»`;
const bare = `[^\\s()"“”«»]{1,200}`;
const lexer = new RegExp(
  [
    `(?<name>(?<![\\p{L}\\p{N}])(?:${fieldNames})):\\s?(?<value>${quotes}|${bare})`,
    `(?<quoted>${quotes})(?<quotedTag>\\s?${tag})?`,
    `(?<years>(?<![\\p{L}\\p{N}/-])(?:1[89]|20)\\d\\d(?:\\.\\.|[-–:]|\\s(?:to|تا)\\s)(?:1[89]|20)\\d\\d(?![\\p{L}\\p{N}/-]))(?:\\s?\\[(?:dp|pdat)\\])?`,
    `(?<logic>(?<![^\\s(])(?:AND|OR|NOT)(?![^\\s(]))`,
    `(?<minus>(?<![^\\s(])-(?=[\\p{L}"“«]))`,
    `(?<bracket>[()])`,
    `(?<tag>${tag})`,
    `(?<word>[^\\s()\\[\\]"“”«»]{1,200})`,
  ].join('|'),
  'giu',
);

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(lexer)) {
    const groups = match.groups!;
    const [start, end] = [match.index, match.index + match[0].length];
    const atom = (written: string, name?: Name): void => {
      const quoted = /^["“„«]/.test(written);
      const bare = quoted ? written.slice(1, -1) : written;
      tokens.push({
        kind: 'atom',
        text: bare.replace(/\*$/, ''),
        quoted,
        open: !quoted && bare.length > 2 && bare.endsWith('*'),
        ...(name === undefined ? {} : { name }),
        start,
        end,
      });
    };
    if (groups['name'] !== undefined) atom(groups['value']!, names[groups['name'].toLowerCase()]);
    else if (groups['quoted'] !== undefined) atom(groups['quoted'], tagName(groups['quotedTag']));
    else if (groups['years'] !== undefined) atom(groups['years'], 'year');
    else if (groups['tag'] !== undefined) {
      // `Karimi S[au]`: the tag is for the whole name.
      const name = tagName(groups['tag']);
      if (name !== undefined) joinTagged(tokens, text, name, start, end);
      else if (anyField.test(groups['tag'])) tokens.push({ kind: 'tag', start, end });
    } else if (groups['logic'] !== undefined && groups['logic'] === groups['logic'].toUpperCase())
      tokens.push({ kind: groups['logic'].toLowerCase() as 'and' | 'or' | 'not', start, end });
    else if (groups['minus'] !== undefined) tokens.push({ kind: 'not', start, end });
    else if (groups['bracket'] !== undefined) tokens.push({ kind: groups['bracket'] as '(' | ')', start, end });
    else atom(match[0]);
  }
  return tokens;
}

/** Tags of PubMed for words in any field. */
const anyField = /^\[(?:tiab|title\/abstract|tw|text word|mh|mesh(?: terms)?|majr|all fields)\]$/i;

const tagName = (tag: string | undefined): Name | undefined => names[(tag ?? '').replace(/[^a-z]/gi, '').toLowerCase()];

/** Joins the words before a tag, back to the last operator, into one atom with the field of the tag. */
function joinTagged(tokens: Token[], text: string, name: Name, tagStart: number, end: number): void {
  let start: number | undefined;
  for (
    let before = tokens.at(-1);
    before?.kind === 'atom' && !before.quoted && before.name === undefined;
    before = tokens.at(-1)
  ) {
    start = before.start;
    tokens.pop();
    // `sleep 2020[dp]`: the year is one word.
    if (name === 'year') break;
  }
  if (start === undefined) return;
  const words = text.slice(start, tagStart).trim();
  tokens.push({
    kind: 'atom',
    text: words.replace(/\*$/, ''),
    quoted: false,
    open: words.endsWith('*'),
    name,
    start,
    end,
  });
}

type Tree =
  | { readonly kind: 'atom'; readonly token: AtomToken }
  | { readonly kind: 'not'; readonly of: Tree; readonly start: number }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Tree[] };

const startOf = (tree: Tree): number =>
  tree.kind === 'atom' ? tree.token.start : tree.kind === 'not' ? tree.start : startOf(tree.of[0]!);
const endOf = (tree: Tree): number =>
  tree.kind === 'atom' ? tree.token.end : tree.kind === 'not' ? endOf(tree.of) : endOf(tree.of.at(-1)!);

/** The parts of a logical expression that must all hold. Malformed parts, such as an extra bracket, are ignored. */
function readTree(tokens: readonly Token[]): readonly Tree[] {
  let position = 0;
  const peek = () => tokens[position]?.kind;
  const readAny = (depth: number): Tree | undefined => {
    const of = [readAll(depth)];
    while (peek() === 'or') {
      position += 1;
      of.push(readAll(depth));
    }
    const present = of.filter((one) => one !== undefined);
    return present.length > 1 ? { kind: 'any', of: present } : present[0];
  };
  const readAll = (depth: number): Tree | undefined => {
    const of: Tree[] = [];
    for (let kind = peek(); kind !== undefined && kind !== 'or' && (kind !== ')' || depth === 0); kind = peek()) {
      const one = readOne(depth);
      if (one) of.push(one);
    }
    return of.length > 1 ? { kind: 'all', of } : of[0];
  };
  const readOne = (depth: number): Tree | undefined => {
    const token = tokens[position++]!;
    if (token.kind === 'atom') return { kind: 'atom', token };
    if (token.kind === 'not') {
      const of = position < tokens.length && peek() !== ')' ? readOne(depth) : undefined;
      return of && of.kind !== 'not' ? { kind: 'not', of, start: token.start } : of;
    }
    if (token.kind !== '(' || depth >= deepest) return undefined;
    const inner = readAny(depth + 1);
    if (peek() === ')') position += 1;
    return inner;
  };
  const tree = readAny(0);
  if (!tree) return [];
  return tree.kind === 'all' ? tree.of.flatMap((one) => (one.kind === 'all' ? one.of : [one])) : [tree];
}

const deepest = 20;

/** A tree as clauses of which each needs one of its atoms. What is excluded inside of alternatives is ignored. */
function clausesOf(tree: Tree): Atom[][] {
  if (tree.kind === 'atom') return [[atomOf(tree.token)]];
  if (tree.kind === 'not') return [];
  if (tree.kind === 'all') return tree.of.flatMap(clausesOf);
  let clauses: Atom[][] = [[]];
  for (const one of tree.of) {
    const own = clausesOf(one);
    if (own.length === 0) continue;
    // Where there are too many combinations, only the first words of the alternative are used.
    const chosen = clauses.length * own.length > mostClauses ? own.slice(0, 1) : own;
    clauses = clauses.flatMap((clause) => chosen.map((other) => [...clause, ...other]));
  }
  return clauses;
}

const mostClauses = 32;

function readYears(text: string): { from?: number; to?: number } | undefined {
  const [, from, dash, to] = /^(\d{4})?(\.\.|[-–:]|\s(?:to|تا)\s)?(\d{4})?$/.exec(text) ?? [];
  if (from === undefined && to === undefined) return undefined;
  if (dash === undefined) return { from: Number(from), to: Number(from) };
  return { ...(from === undefined ? {} : { from: Number(from) }), ...(to === undefined ? {} : { to: Number(to) }) };
}
