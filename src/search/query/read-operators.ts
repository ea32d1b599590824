import { isReference } from '../parse-query.ts';
import { findOperators, type Operator, type Operators } from './query-operators.ts';
import { isPasted } from './read-words.ts';

/** The operators of a text. Few queries have some, so that a browser loads this for them alone. */
export const readOperators = (text: string): Operators => withoutMisread(text, findOperators(text));

/**
 * Turns operators of a pasted title or reference back into text: pages such as `1949–1954`, years in a title, a single hyphen
 * before a word, `OR` in a text in capitals, quotation marks around the title in a reference. In a short text, which was typed,
 * all operators stay.
 */
function withoutMisread(text: string, { operators, remainder }: Operators): Operators {
  if (!isPasted(text)) return { operators, remainder };
  const hyphens = operators.filter(({ written }) => written.startsWith('-'));
  const quotes = isReference(text, false) ? /^["“„«]/ : undefined;
  const misread = (operator: Operator): boolean =>
    operator.kind === 'years'
      ? /^\d{4}\D{1,4}\d{4}$/.test(operator.written)
      : operator.kind === 'terms' &&
        (quotes?.test(operator.written) === true ||
          (hyphens.length === 1 && hyphens[0] === operator && operator.end < text.trimEnd().length) ||
          (!/\p{Ll}/u.test(text) && (operator.excluded || operator.clauses.some(({ length }) => length > 1))));
  let restored = remainder;
  for (const { start, end } of operators.filter(misread))
    restored = restored.slice(0, start) + text.slice(start, end) + restored.slice(end);
  return { operators: operators.filter((operator) => !misread(operator)), remainder: restored };
}
