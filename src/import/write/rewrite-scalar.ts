import { isScalar, parseDocument, stringify, type Scalar } from 'yaml';
import { literal, writeScalar } from './write-mdx.ts';

/**
 * A text in the form in which another is written: in the same quotes, bare, or as a block of lines. Where the form
 * cannot hold the text, in double quotes. `indent`: columns before the key of a value, for a block of lines.
 */
export function rewriteScalar(
  text: string,
  old: Pick<Scalar, 'type'>,
  written: string,
  inFlow: boolean,
  indent: number,
): string {
  const forms = candidates(text, old, written, indent);
  return forms.find((form) => reads(form, text, inFlow, indent)) ?? quoted(text);
}

export const quoted = (text: string): string =>
  stringify(text, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd();

function candidates(text: string, { type }: Pick<Scalar, 'type'>, written: string, indent: number): readonly string[] {
  const single = `'${text.replace(/'/g, "''")}'`;
  const standard = writeScalar(text);
  switch (type) {
    case 'QUOTE_DOUBLE':
      return [quoted(text)];
    case 'QUOTE_SINGLE':
      return /\n/.test(text) ? [quoted(text)] : [single, quoted(text)];
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return [rewriteBlock(text, written, indent), literal(text, indent), quoted(text)];
    default:
      // A word that other readers of YAML read as a value of another type is put in quotes.
      return standard.startsWith('"') && !/^[\w.+-]*$/.test(text) && !/\n/.test(text) ? [text, standard] : [standard];
  }
}

/** A block of lines with the head and the indentation of another. */
function rewriteBlock(text: string, written: string, indent: number): string {
  const [head = '', ...lines] = written.split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== '');
  const margin = first === undefined ? ' '.repeat(indent + 2) : /^ */.exec(first)![0];
  const broken = head.startsWith('>') ? text.replace(/\n/g, '\n\n') : text;
  return `${head}\n${indented(broken.replace(/\n$/, ''), margin)}`;
}

const indented = (text: string, margin: string): string => text.replace(/^(?=.)/gm, margin);

/** Whether a written form is read as the text in its place. */
function reads(form: string, text: string, inFlow: boolean, indent: number): boolean {
  const margin = ' '.repeat(indent);
  const yaml = inFlow ? `{ k: ${form} }` : `${margin}k: ${form}\n${margin}l: m\n`;
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    resolveKnownTags: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const value: unknown = document.get('k', true);
  return (
    document.errors.length === 0 &&
    isScalar(value) &&
    value.value === text &&
    value.comment === undefined &&
    (inFlow ? document.get('l') === undefined : document.get('l') === 'm')
  );
}
