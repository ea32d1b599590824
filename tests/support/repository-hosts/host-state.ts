import type { GitRepository } from './git-repository.ts';

export interface ProposedBranch {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly branch: string;
  readonly into: string;
  /** The copy that the branch is in. */
  readonly fork?: string;
}

/** What the routes of a host see of the server. */
export interface HostState {
  /** `institute/publications`. */
  readonly repository: GitRepository;
  /** Copies of it (forks), by their names. */
  readonly forks: Map<string, GitRepository>;
  readonly proposals: ProposedBranch[];
  /** Numbers of proposals that were taken over or refused. */
  readonly closed: Set<number>;
  /** True where the host takes no proposals. */
  refusesProposals: boolean;
  /** True where the host lets nobody remove a branch. */
  keepsBranches: boolean;
  /** Where GitHub cuts the list of a tree. */
  listedEntries: number;
  /** True where GitLab lists a hundred entries at a time only, as it did before 15.3. */
  refusesWholeTrees: boolean;
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

export const ownName = 'institute/publications';
/** The copy of an account that may not write. */
export const forkName = 'editor/publications';

/** A repository by its name; undefined where there is none. */
export const repositoryOf = (state: HostState, name: string): GitRepository | undefined =>
  name === ownName ? state.repository : state.forks.get(name);

/** The head of a branch, `name:branch` for one of a copy; undefined where there is none. */
export function headOf(
  state: HostState,
  written: string,
): { branch: string; fork?: string; commit: string } | undefined {
  const [owner = '', name] = written.split(':');
  const fork = name === undefined ? undefined : `${owner}/publications`;
  const branch = name ?? written;
  const commit = (fork === undefined ? state.repository : state.forks.get(fork))?.head(branch);
  return commit === undefined ? undefined : { branch, commit, ...(fork === undefined ? {} : { fork }) };
}

/** Adds a proposal, and returns its number. */
export function addProposal(state: HostState, proposal: Omit<ProposedBranch, 'number'>): number {
  const number = state.proposals.length + 1;
  state.proposals.push({ number, ...proposal });
  return number;
}

/** Paths that a proposal changes. */
export function filesOf({ repository, forks }: HostState, { fork, branch, into }: ProposedBranch): readonly string[] {
  const source = fork === undefined ? repository : forks.get(fork);
  const head = source?.head(branch);
  return head === undefined ? [] : (source?.changed(into, head) ?? []);
}

/** The routes of pull requests that GitHub has, and Gitea as it does. `base`: path of the repository. */
export function answerPulls(
  key: string,
  body: Readonly<Record<string, unknown>>,
  state: HostState,
  page: string,
): HostReply | undefined {
  const { proposals, closed, origin } = state;
  if (key === 'POST /pulls') {
    const head = headOf(state, String(body['head']));
    if (!head || state.refusesProposals) return reply(422, { message: 'Validation Failed' });
    const { branch, fork } = head;
    const number = addProposal(state, {
      branch,
      into: String(body['base']),
      title: String(body['title']),
      text: String(body['body']),
      ...(fork === undefined ? {} : { fork }),
    });
    return reply(201, { number, html_url: `${origin}/institute/publications/${page}/${number}` });
  }
  if (key === 'GET /pulls')
    return reply(
      200,
      proposals
        .filter(({ number }) => !closed.has(number))
        .map(({ number, branch, into, fork = ownName }) => ({
          number,
          html_url: `${origin}/institute/publications/${page}/${number}`,
          user: { login: 'editor' },
          head: { ref: branch, repo: { full_name: fork } },
          base: { ref: into },
        }))
        .reverse(),
    );
  const [, written, part] = /^GET \/pulls\/(\d+)(\/files)?$/.exec(key) ?? [];
  const proposal = proposals.find(({ number }) => number === Number(written));
  if (written === undefined) return undefined;
  if (!proposal) return reply(404, { message: 'Not Found' });
  return part
    ? reply(
        200,
        filesOf(state, proposal).map((filename) => ({ filename })),
      )
    : reply(200, { number: proposal.number, state: closed.has(proposal.number) ? 'closed' : 'open' });
}

export const reply = (status: number, json: unknown): HostReply => ({ status, json });

/** Lets somebody else be quicker, where the test asks for it. */
export function letOthersWrite(state: HostState): void {
  const work = state.beforeWrite;
  state.beforeWrite = undefined;
  work?.();
}

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{60}/g, '$&\n');
export const fromBase64 = (text: unknown): Uint8Array => Buffer.from(String(text), 'base64');
