import type { DeskProposal } from '../../model/record.ts';
/** What the desk needs of the API of a host. Paths are from the root of the repository. Methods reject with a StoreFailure. */
export interface RepositoryHost {
  /** The owner of the token. Rejects where the token is not valid, or may not read the repository. */
  signIn(): Promise<Account>;
  /** Id of the newest commit of a branch; undefined where there is no such branch. */
  findHead(branch: string): Promise<string | undefined>;
  /** All files below a folder. */
  listFiles(commit: string, folder: string): Promise<readonly ListedFile[]>;
  readFile(commit: string, path: string): Promise<ReadFile | undefined>;
  /** Writes all of the changes as one commit, or writes nothing. */
  commit(request: CommitRequest): Promise<CommitResult>;
  /** Removes a branch; does nothing where there is no such branch. */
  removeBranch(branch: string): Promise<void>;
  /** Proposes to merge a branch; that of a fork is proposed to its upstream repository. */
  propose(request: ProposalRequest): Promise<Proposal>;
  /** Open proposals of an account from branches of the desk. Empty where the token may not read them. */
  findProposals(into: string, account: string): Promise<readonly OpenProposal[]>;
  isOpen(proposal: Proposal): Promise<boolean>;
  /** Makes a fork of the repository for an account, or finds it, brings the branch up to date, and returns owner and name of the fork. */
  fork(branch: string, account: string): Promise<string>;
  /** The API for a fork on the same host. `repository`: owner and name of the fork. */
  inFork(repository: string): RepositoryHost;
  /** What the host knows of the build of a commit. */
  findBuild(commit: string): Promise<Build>;
}

export interface Account {
  /** Login; empty where the token may not read it. */
  readonly name: string;
  readonly mayWrite: boolean;
}

export interface ListedFile {
  readonly path: string;
  /** Id of its blob in git. */
  readonly blob: string;
}

export interface ReadFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly blob: string;
}

export type CommitChange =
  /** `before`: id of the blob that is replaced or deleted; without it, the file is new. */
  | {
      readonly type: 'write';
      readonly path: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly before?: string;
    }
  | { readonly type: 'delete'; readonly path: string; readonly before: string };

export interface CommitRequest {
  readonly branch: string;
  /** Branch that a new branch starts from; absent where the branch exists. */
  readonly from?: string;
  /** The newest commit of `from`, else of the branch. */
  readonly parent: string;
  readonly message: string;
  readonly changes: readonly CommitChange[];
}

export type CommitResult =
  | { readonly type: 'done'; readonly commit: string }
  /** The branch has moved since `parent`, and nothing was written. `message`: text of the host. */
  | { readonly type: 'moved'; readonly message: string }
  /** The branch accepts proposals only, and nothing was written. */
  | { readonly type: 'protected' };

export interface ProposalRequest {
  readonly branch: string;
  /** Branch that it should be merged into. */
  readonly into: string;
  readonly title: string;
  readonly text: string;
}

export type Proposal = DeskProposal;

export interface OpenProposal extends Proposal {
  readonly branch: string;
  /** Fork that the branch is in; absent where it is in the repository itself. */
  readonly fork?: string;
  /** Paths of the files that it changes. */
  readonly files: readonly string[];
}

/** Prefix of the branches that the desk makes. */
export const deskBranch = 'desk/';

/** How many proposals are read to find the records that they change: the newest ones. */
export const proposalLimit = 20;

export interface Build {
  readonly state: 'unknown' | 'running' | 'done' | 'failed';
  /** Page of the build on the host. */
  readonly address?: string;
  /** The built site, where the host names it. */
  readonly preview?: string;
}

/** Address and name of a repository. */
export interface RepositoryAddress {
  /** Address of the API, without a slash at the end. */
  readonly api: string;
  /** Owner and name, such as `institute/publications`; on GitLab there may be groups between them. */
  readonly repository: string;
  /** The repository that this one is a fork of, and that gets its proposals. */
  readonly upstream?: string;
}
