import type { Fault } from '../domain/problems/problem.ts';

/** A position in a text, 1-based; columns are counted in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A fault with its position in the text that was read. */
export type LocatedFault = Fault & { readonly position: Position };
