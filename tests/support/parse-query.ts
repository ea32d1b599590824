import { findIdentifiers } from '../../src/search/identifiers.ts';
import { parseQuery, type Query } from '../../src/search/parse-query.ts';
import { readOperators } from '../../src/search/query/read-operators.ts';

/** A query with all that a browser loads for it. */
export const parseWholeQuery = (text: string, typing = false): Query =>
  parseQuery(text, typing, { operators: readOperators, identifiers: findIdentifiers });
