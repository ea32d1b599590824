import type { Refusal } from './store.ts';

/** Why nothing came back: nobody answers, the session or token is no longer valid, or the request was refused as a whole. */
export class StoreFailure extends Error {
  readonly reason: 'offline' | 'expired' | 'refused';
  readonly hint: string;
  constructor(reason: StoreFailure['reason'], { message, hint }: Pick<Refusal, 'message' | 'hint'>) {
    super(message);
    this.reason = reason;
    this.hint = hint;
  }
}
