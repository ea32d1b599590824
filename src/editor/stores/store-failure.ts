import type { Refusal } from './store.ts';

/** A request that failed: no answer, a session or token that is no longer valid, or a request that was refused as a whole. */
export class StoreFailure extends Error {
  readonly reason: 'offline' | 'expired' | 'refused';
  readonly hint: string;
  constructor(reason: StoreFailure['reason'], { message, hint }: Pick<Refusal, 'message' | 'hint'>) {
    super(message);
    this.reason = reason;
    this.hint = hint;
  }
}
