import type { GitRepository } from './git-repository.ts';

export interface ProposedBranch {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly branch: string;
  readonly into: string;
}

/** What the routes of a host see of the server. */
export interface HostState {
  readonly repository: GitRepository;
  readonly proposals: ProposedBranch[];
  readonly origin: string;
  /** Branches that take no commits from this account. */
  readonly protected: Set<string>;
  /** The build of a commit; `preview`: address of the built site. */
  readonly builds: Map<string, { readonly state: 'running' | 'done' | 'failed'; readonly preview?: string }>;
  mayWrite: boolean;
  /** Runs once before the next write reaches a branch: somebody else is quicker. */
  beforeWrite: (() => void) | undefined;
}

export interface HostAsked {
  readonly method: string;
  /** Parts of the path after that of the API, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface HostReply {
  readonly status: number;
  readonly json: unknown;
}

export type HostRoutes = (asked: HostAsked, state: HostState) => HostReply | undefined;

export const reply = (status: number, json: unknown): HostReply => ({ status, json });

/** Lets somebody else be quicker, where the test asks for it. */
export function letOthersWrite(state: HostState): void {
  const work = state.beforeWrite;
  state.beforeWrite = undefined;
  work?.();
}

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{60}/g, '$&\n');
export const fromBase64 = (text: unknown): Uint8Array => Buffer.from(String(text), 'base64');
