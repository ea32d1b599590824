import type { Fault } from '../../domain/problems/problem.ts';
import type { Refusal } from '../stores/store.ts';
import type { DeskWords } from './strings/desk-words.ts';

/** Why the store did not answer, as a sentence for the user. */
export async function sentenceOf(error: unknown, words: DeskWords): Promise<string> {
  const reason = reasonOf(error);
  if (reason !== 'other') return words.say(`error.${reason}`);
  const message = error instanceof Error ? error.message : String(error);
  const hint = error instanceof Error && 'hint' in error && typeof error.hint === 'string' ? error.hint : '';
  return words.say('error.other', { message: await describe({ message, hint }, words) });
}

/** Why something was refused, and what to do. */
export const refusalText = async (refusal: Pick<Refusal, 'message' | 'hint'>, words: DeskWords): Promise<string> =>
  withCapital(await describe(refusal, words));

async function describe({ message, hint }: Pick<Refusal, 'message' | 'hint'>, words: DeskWords): Promise<string> {
  await words.loadSentences();
  const text = `${words.sentence(message).text}.`;
  return hint === '' ? text : `${text} ${withCapital(words.sentence(hint).text)}.`;
}

/** Messages and hints begin in small letters; a name of a file stays as it is. */
export const withCapital = (text: string): string =>
  text.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase());

/** Why a change cannot be written into the text of a file. */
export async function notEditableText({ message }: Pick<Fault, 'message'>, words: DeskWords): Promise<string> {
  return words.say('record.notEditable', { message: await describe({ message, hint: '' }, words) });
}

export function reasonOf(error: unknown): 'offline' | 'expired' | 'other' {
  if (typeof error === 'object' && error !== null && 'reason' in error) {
    if (error.reason === 'offline' || error.reason === 'expired') return error.reason;
  }
  return 'other';
}
