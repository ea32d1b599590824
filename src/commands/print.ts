import { createInterface } from 'node:readline/promises';
import { toVisible, toVisibleJson } from '../domain/text/visible-text.ts';

/** Prints a text with control characters made visible, because it may hold words from outside. Commands print only so. */
export const print = (text: string): void => console.log(toVisible(text));

/** Prints to standard error. */
export const printError = (text: string): void => console.error(toVisible(text));

/** Prints JSON for programs. */
export const printJson = (value: unknown): void => console.log(toVisibleJson(JSON.stringify(value, undefined, 2)));

/** Prints commands for GitHub's runner. Words from outside in them must be escaped (`formatAnnotations`). */
export const printCommands = (commands: string): void => console.log(commands);

/** Whether standard error is a terminal, on which a line may be written again. */
export const isTerminal = (): boolean => process.stderr.isTTY;

/** Writes the line of the terminal again. */
export const printAgain = (line: string): boolean => process.stderr.write(`\r\x1b[2K${toVisible(line)}`);

/** Asks a person at a terminal, and returns what was typed; empty where nobody can answer. */
export async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(toVisible(question));
  terminal.close();
  return answer.trim();
}

/** Makes control characters visible in what libraries print, except their colours. */
export function guardOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) =>
      write(typeof chunk === 'string' ? keepColors(chunk) : chunk, ...rest);
  }
}

/** Colours of text, bold and dim; not hidden text (8). */
const keepColors = (text: string): string =>
  text
    // The sequences of ECMA-48 for colours start with an escape character.
    .split(/(\x1b\[(?:[0-7]|2[2-7]|[349]\d)?m)/)
    .map((part, index) => (index % 2 === 1 ? part : toVisible(part)))
    .join('');
