/** The API of the server that keeps a repository, reduced to what the desk needs. Paths are from the root of the repository. */
export interface RepositoryHost {
  /** Whose token it is. Rejects where it is not valid, or the repository cannot be seen with it. */
  signIn(): Promise<Account>;
  /** The newest commit of a branch; undefined where there is no such branch. */
  findHead(branch: string): Promise<string | undefined>;
  /** All files below a folder. */
  listFiles(commit: string, folder: string): Promise<readonly ListedFile[]>;
  readFile(commit: string, path: string): Promise<ReadFile | undefined>;
  /** Writes all of the changes as one commit, or nothing. */
  commit(request: CommitRequest): Promise<CommitResult>;
  /** Removes a branch; the repository stays as it is where there is none. */
  removeBranch(branch: string): Promise<void>;
  /** Asks for a branch to be taken over; that of a copy is taken over by the repository which it was copied from. */
  propose(request: ProposalRequest): Promise<Proposal>;
  /** Proposals of an account from branches of the desk that wait to be taken over. None where the token may not see them. */
  findProposals(into: string, account: string): Promise<readonly OpenProposal[]>;
  isOpen(proposal: Proposal): Promise<boolean>;
  /** Copies the repository into an account (a fork), or finds its copy, and brings a branch of it up to date. */
  fork(branch: string, account: string): Promise<string>;
  /** The copy of that name, on the same host. */
  inFork(repository: string): RepositoryHost;
  /** What the host knows of the build of a commit. */
  findBuild(commit: string): Promise<Build>;
}

export interface Account {
  /** Empty where the token may not say. */
  readonly name: string;
  readonly mayWrite: boolean;
}

export interface ListedFile {
  readonly path: string;
  /** Id of its bytes in git. */
  readonly blob: string;
}

export interface ReadFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly blob: string;
}

export type CommitChange =
  /** Without `before`, the file is new. */
  | {
      readonly type: 'write';
      readonly path: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly before?: string;
    }
  | { readonly type: 'delete'; readonly path: string; readonly before: string };

export interface CommitRequest {
  readonly branch: string;
  /** Branch from which a new one is made; absent where the branch exists. */
  readonly from?: string;
  /** The newest commit of `from`, else of the branch. */
  readonly parent: string;
  readonly message: string;
  readonly changes: readonly CommitChange[];
}

export type CommitResult =
  | { readonly type: 'done'; readonly commit: string }
  /** Somebody else was quicker, and nothing was written. `message`: in the words of the host. */
  | { readonly type: 'moved'; readonly message: string }
  /** The branch takes proposals only, and nothing was written. */
  | { readonly type: 'protected' };

export interface ProposalRequest {
  readonly branch: string;
  /** Branch that should take it over. */
  readonly into: string;
  readonly title: string;
  readonly text: string;
}

export interface Proposal {
  readonly number: number;
  /** Its page on the host; absent where the host names none. */
  readonly address?: string | undefined;
}

export interface OpenProposal extends Proposal {
  readonly branch: string;
  /** The copy that the branch is in; absent where it is in the repository itself. */
  readonly fork?: string;
  /** Paths of the files that it changes. */
  readonly files: readonly string[];
}

/** Branches that the desk makes begin so. */
export const deskBranch = 'desk/';

/** Proposals that are looked through for the records of a user: the newest. */
export const proposalLimit = 20;

export interface Build {
  readonly state: 'unknown' | 'running' | 'done' | 'failed';
  /** Page on the host that says more. */
  readonly address?: string;
  /** The built site, where the host names it. */
  readonly preview?: string;
}

/** Where a repository is. */
export interface RepositoryPlace {
  /** Address of the API, without a slash at the end. */
  readonly api: string;
  /** Owner and name, such as `institute/publications`; on GitLab there may be groups between them. */
  readonly repository: string;
  /** The repository which this one was copied from, and which gets its proposals. */
  readonly upstream?: string;
}
