import type { ForeignProblem } from '../../formats/record/foreign-record.ts';
import type { FetchEffects, ServiceResponse } from './services.ts';

export interface ServiceQuestion {
  readonly url: string;
  readonly accept: string;
  /** Name of the service, for problems. */
  readonly service: string;
  /** Milliseconds to wait after each request; default: `pause`. */
  readonly pause?: number;
  /** True for an answer in its documented form. Another one, such as one that is cut off, is asked for again and not kept. */
  readonly isWhole?: (body: string) => boolean;
  /** True to ask the service even where an answer is kept. */
  readonly fresh?: boolean;
}

export interface ServiceAnswer {
  readonly body?: string;
  /** True if the answer was kept from an earlier request. */
  readonly kept?: boolean;
  /** True if the service does not know what it was asked for. */
  readonly absent?: boolean;
  /** True if there is no connection: more requests would fail too. */
  readonly offline?: boolean;
  readonly problem?: ForeignProblem;
}

/** Asks a service; again if it is busy or unreachable, or its answer is cut off. A whole answer is kept. */
export async function askService(question: ServiceQuestion, effects: FetchEffects): Promise<ServiceAnswer> {
  const { url, accept, service, isWhole = () => true } = question;
  const kept = question.fresh ? undefined : effects.cached(url);
  if (kept !== undefined && isWhole(kept)) return { body: kept, kept: true };
  let last: ForeignProblem | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    let answer: ServiceResponse;
    try {
      answer = await effects.request(url, accept);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (attempt + 1 === attempts) return { offline: true, problem: offline(service, reason) };
      await effects.wait(pause * 2 ** (attempt + 2));
      continue;
    }
    if (answer.refused !== undefined) return { problem: answerRefused(service, answer.refused) };
    await effects.wait(question.pause ?? pause);
    if (answer.status === 200 && isWhole(answer.body)) {
      effects.keep(url, answer.body);
      return { body: answer.body };
    }
    if (answer.status === 404 || answer.status === 406 || answer.status === 400) return { absent: true };
    if (answer.status === 200) last = unknownShape(service);
    else {
      last = serviceRefused(service, `its response was ${answer.status}`);
      if (answer.status !== 429 && answer.status < 500) break;
    }
    const seconds = answer.retryAfter ?? 2 ** attempt;
    if (seconds > maxWaitSeconds) return { problem: limitReached(service, seconds) };
    if (attempt + 1 < attempts) await effects.wait(seconds * 1000);
  }
  return { problem: last ?? serviceRefused(service, 'it did not answer') };
}

const offline = (service: string, reason: string): ForeignProblem => ({
  severity: 'error',
  name: 'no-network',
  message: `${service} cannot be reached (${reason}), so nothing was fetched from it`,
  hint: 'connect to the network and try again; records that were already fetched are kept and not requested again',
});

const serviceRefused = (service: string, reason: string): ForeignProblem => ({
  severity: 'error',
  name: 'service-refused',
  message: `${service} returned no record: ${reason}, also after several requests`,
  hint: 'try again later; records that were already fetched are kept and not requested again',
});

const limitReached = (service: string, seconds: number): ForeignProblem => ({
  severity: 'error',
  name: 'service-limit',
  message: `${service} answers no more requests for ${seconds >= 7200 ? `${Math.round(seconds / 3600)} hours` : `${Math.ceil(seconds / 60)} minutes`}`,
  hint: 'try again after that; records that were already fetched are kept for a day. A key raises the limit: docs/import.md',
});

const answerRefused = (service: string, reason: string): ForeignProblem => ({
  severity: 'error',
  name: 'service-refused',
  message: `the answer of ${service} was not read: ${reason}`,
  hint: 'fetch the record from its publisher, and import the file',
});

const unknownShape = (service: string): ForeignProblem => ({
  severity: 'error',
  name: 'answer-unreadable',
  message: `the answer of ${service} is cut off, or has not the form that its documentation describes; nothing of it was taken`,
  hint: 'try again later; if it stays so, report it to the authors of this program',
});

const attempts = 4;
/** Milliseconds between requests: at most three per second, as NCBI requires without a key. */
export const pause = 350;
/** Crossref answers one list a second to those who give no address, and three to others. */
export const crossrefPause = (contact: string | undefined): number => (contact === undefined ? 1050 : pause);
const maxWaitSeconds = 120;
