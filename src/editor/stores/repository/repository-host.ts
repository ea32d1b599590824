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
  /** Asks for a branch to be taken over. */
  propose(request: ProposalRequest): Promise<Proposal>;
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

export interface Build {
  readonly state: 'unknown' | 'running' | 'done' | 'failed';
  /** Page on the host that says more. */
  readonly address?: string;
  /** The built site, where the host tells it. */
  readonly preview?: string;
}

/** Where a repository is. */
export interface RepositoryPlace {
  /** Address of the API, without a slash at the end. */
  readonly api: string;
  /** Owner and name, such as `institute/publications`; on GitLab there may be groups between them. */
  readonly repository: string;
}
