import { parseQuery, type Query } from '../parse-query.ts';
import { withoutMisread } from './misread-operators.ts';
import { findOperators } from './query-operators.ts';

/** Parses a text that may have operators. Few queries have, so that a browser loads this for them alone. */
export const parseWithOperators = (text: string, typing = false): Query =>
  parseQuery(text, typing, (rest) => withoutMisread(rest, findOperators(rest)));
