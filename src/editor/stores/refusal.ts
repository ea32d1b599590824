import type { Refusal } from './store.ts';

/** A refusal as an answer. */
export const refusal = (
  name: string,
  message: string,
  hint: string,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { name, message, hint },
});
