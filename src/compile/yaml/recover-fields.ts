import type { Fault } from '../../domain/problems/problem.ts';
import type { Position } from '../located-fault.ts';
import { explainYaml } from './explain-yaml.ts';
import { findRepairs, withoutTabs, type RepairedLine } from './repair-line.ts';
import { errorLimit, findQuoteStarts, type ParsedYaml } from './yaml-faults.ts';

/** Fields without the errors that prevent reading them, and those errors; positions are those of the text as written. */
export interface RecoveredYaml extends ParsedYaml {
  readonly text: string;
  readonly faults: readonly (Fault & { readonly position: Position })[];
  /** Names of the fields that were removed, because no repair of them is known. */
  readonly unread: ReadonlySet<string>;
}

/** Errors that are looked for in one file. */
const recoveryLimit = 20;
/** Readings of the whole text. */
const readingLimit = 60;
/** Characters. Longer fields are read once. */
const lengthLimit = 50_000;
/** Lines above an error in which its cause is looked for, such as a bracket that nothing closes. */
const linesAbove = 12;

/**
 * Repairs the first error of fields that cannot be parsed, or removes the field that it is in, until the rest can be read:
 * so all faults of a file are found at once. Each hint is a line that was tried. `known`: whether a word names a field.
 */
export function recoverFields(
  yaml: string,
  parse: (text: string) => ParsedYaml,
  known: (word: string) => boolean,
): RecoveredYaml {
  let text = yaml;
  let readings = 0;
  const read = (next: string): ParsedYaml | undefined => {
    readings += 1;
    return yaml.length > lengthLimit || readings > readingLimit ? undefined : parse(next);
  };
  let parsed = parse(text);
  const faults: RecoveredYaml['faults'][number][] = [];
  const unread = new Set<string>();
  for (let round = 0; round < recoveryLimit; round += 1) {
    const error = firstError(parsed);
    if (!error) break;
    const special = explainYaml(error.code, error.message);
    const repair = special ? undefined : tryRepairs(text, error, read, known);
    const position = !repair || repair.line === error.position.line ? error.position : startOf(text, repair.line);
    faults.push({ ...(special ?? (repair ? faultOf(repair.repair) : generalFault(error.message))), position });
    const next = repair?.text ?? withoutField(text, error.position.line, unread);
    const after = repair?.parsed ?? (next === undefined ? undefined : read(next));
    if (next === undefined || !after) {
      faults.push(...otherErrors(parsed, position.line));
      break;
    }
    text = next;
    parsed = after;
  }
  return { ...parsed, text, faults, unread };
}

interface LocatedError {
  readonly code: string;
  readonly message: string;
  readonly position: Position;
}

const firstError = (parsed: ParsedYaml): LocatedError | undefined => errorsOf(parsed)[0];

/** The errors, in the order of their positions. */
function errorsOf({ document, lines }: ParsedYaml): LocatedError[] {
  if (document.errors.length === 0) return [];
  const quoteStart = findQuoteStarts(document);
  return document.errors
    .slice(0, errorLimit)
    .map(({ code, message, pos: [offset] }) => {
      const { line, col } = lines.linePos(quoteStart(code, offset));
      return { code, message, position: { line: Math.max(line, 1), column: Math.max(col, 1) } };
    })
    .sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column);
}

/** The first error of each further line, where nothing of the text can be recovered. */
function otherErrors(parsed: ParsedYaml, line: number): RecoveredYaml['faults'] {
  const seen = new Set([line]);
  return errorsOf(parsed)
    .filter(({ position }) => !seen.has(position.line) && seen.add(position.line))
    .map(({ code, message, position }) => ({ ...(explainYaml(code, message) ?? generalFault(message)), position }));
}

/** The first repair of a line at or above an error after which the text can be read further than before. */
function tryRepairs(
  text: string,
  error: LocatedError,
  read: (text: string) => ParsedYaml | undefined,
  known: (word: string) => boolean,
): { repair: RepairedLine; line: number; text: string; parsed: ParsedYaml } | undefined {
  const written = text.split('\n');
  for (let line = error.position.line; line > Math.max(0, error.position.line - linesAbove); line -= 1) {
    const current = written[line - 1];
    if (current === undefined) continue;
    for (const repair of findRepairs(current, known)) {
      // An author who indents one line with a tab often indents others so: repair all, and report one fault.
      const lines = (repair.name === 'yaml-tab' ? written.map(withoutTabs) : written).with(line - 1, repair.line);
      const next = lines.join('\n');
      const parsed = read(next);
      if (!parsed) return undefined;
      const left = firstError(parsed);
      if (!left || left.position.line > error.position.line) return { repair, line, text: next, parsed };
    }
  }
  return undefined;
}

const faultOf = ({ name, message, advice, line }: RepairedLine): Fault => ({
  name,
  message,
  hint: `${advice}: ${name === 'yaml-tab' ? JSON.stringify(line) : line.trim()}`,
});

/** The fault of an error whose cause is not known. `message`: the parser's. */
const generalFault = (message: string): Fault => ({
  name: 'yaml-malformed',
  message: `the fields cannot be read here (${message.split('\n', 1)[0]!.replace(/\.$/, '')})`,
  hint: 'compare indentation, quotes and brackets with the lines around; put text that holds : or # in quotes',
});

/** The text with the field around a line made blank, whose name is added to `unread`; undefined where there is none. */
function withoutField(text: string, line: number, unread: Set<string>): string | undefined {
  const lines = text.split('\n');
  const startsField = (index: number) => /^[^\s#\-\]}]/.test(lines[index] ?? '');
  let start = Math.min(line, lines.length) - 1;
  while (start > 0 && !startsField(start)) start -= 1;
  let end = start + 1;
  while (end < lines.length && !startsField(end)) end += 1;
  if (lines.slice(start, end).every((text) => text.trim() === '')) return undefined;
  const name = /^["']?([\w-]+)/.exec(lines[start]!)?.[1];
  if (name !== undefined) unread.add(name);
  return lines.map((text, index) => (index >= start && index < end ? '' : text)).join('\n');
}

const startOf = (text: string, line: number): Position => ({
  line,
  column: (text.split('\n')[line - 1] ?? '').search(/\S|$/) + 1,
});
