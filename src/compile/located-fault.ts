import type { Fault } from '../domain/problems/problem.ts';

/** A position in a text, 1-based; columns are counted in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Position of the character at a 0-based offset. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** A fault with its position in the text that was read. */
export type LocatedFault = Fault & { readonly position: Position };
