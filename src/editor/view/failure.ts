import type { Refusal } from '../stores/store.ts';
import type { DeskWords } from './strings/desk-words.ts';

/** Why the store did not answer, as a sentence for the user. */
export function sentenceOf(error: unknown, words: DeskWords): string {
  const reason = reasonOf(error);
  if (reason !== 'other') return words.say(`error.${reason}`);
  const message = error instanceof Error ? error.message : String(error);
  const hint = error instanceof Error && 'hint' in error && typeof error.hint === 'string' ? error.hint : '';
  return words.say('error.other', { message: refusalText({ message, hint }, words) });
}

/** Why something was refused, and what to do. */
export const refusalText = ({ message, hint }: Pick<Refusal, 'message' | 'hint'>, { sentence }: DeskWords): string =>
  [message, hint]
    .filter((part) => part !== '')
    .map((part) => `${sentence(part).text}.`)
    .join(' ');

export function reasonOf(error: unknown): 'offline' | 'expired' | 'other' {
  if (typeof error === 'object' && error !== null && 'reason' in error) {
    if (error.reason === 'offline' || error.reason === 'expired') return error.reason;
  }
  return 'other';
}
