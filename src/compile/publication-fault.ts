import type { Fault } from '../domain/problems/problem.ts';

/** A fault of one publication, with the path of its field; empty for the body. */
export type PublicationFault = Fault & { readonly path: readonly (string | number)[] };
