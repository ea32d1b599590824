import { idOfFile } from '../../model/kind-of-file.ts';
import { slugify } from '../../../domain/identifiers/slug.ts';
import { StoreFailure } from '../store-failure.ts';
import type { ExplainFault } from './host-words.ts';
import { deskBranch, type Account, type CommitChange, type Proposal, type RepositoryHost } from './repository-host.ts';
import { openTree, type RepositoryTree } from './repository-tree.ts';

/** How a change is saved: as a commit of the branch, or as a proposal (a pull request) that others review first. */
export interface SaveChoice {
  readonly as: 'commit' | 'proposal';
  /** What was changed, in words. */
  readonly message: string;
}

/** A commit of the desk. */
export interface CommittedChanges {
  readonly commit: string;
  readonly parent: string;
  readonly branch: string;
  /** Fork that the branch is in; absent where it is in the repository itself. */
  readonly fork?: string;
  /** Present where the commit is in a proposal. */
  readonly proposal?: Proposal;
}

/** A proposal with its branch. */
export type ProposedBranch = Pick<CommittedChanges, 'branch' | 'fork' | 'proposal'>;

export type CommitOutcome =
  | { readonly type: 'saved'; readonly saved: CommittedChanges }
  /** Paths of files that have changed since they were opened, and the commit at which they were compared. */
  | { readonly type: 'conflict'; readonly paths: readonly string[]; readonly head: string }
  | { readonly type: 'protected' }
  | { readonly type: 'busy'; readonly message: string };

interface CommitOptions {
  readonly changes: readonly CommitChange[];
  /** Content folder in the repository. */
  readonly folder: string;
  readonly branch: string;
  readonly choice: SaveChoice;
  /** Open proposal that gets the change; undefined where there is none. */
  readonly open: ProposedBranch | undefined;
  /** Owner of the token. An account that may not write proposes changes from a fork. */
  readonly account: Account;
  readonly explain: ExplainFault;
  /** Records that are changed, as paths from the content folder. */
  readonly files: readonly string[];
  readonly today: string;
}

/** How often a commit is tried when the branch moves in between. */
const attempts = 4;

/**
 * Writes all of the changes as one commit of the branch or of a proposal, or writes nothing. A file that has changed since it was
 * opened is a conflict. Where only other files of the branch have changed, the commit is made on top of those changes.
 */
export async function commitChanges(host: RepositoryHost, options: CommitOptions): Promise<CommitOutcome> {
  const { changes, branch, choice, open, explain, account } = options;
  const isNew = choice.as === 'proposal' && !open;
  const base = open?.branch ?? branch;
  const fork = isNew && !account.mayWrite ? await host.fork(branch, account.name) : open?.fork;
  // The commit is written to one repository; the files before it are read from the other when the proposal is new.
  const writer = fork === undefined ? host : host.inFork(fork);
  const reader = isNew ? host : writer;
  const target = isNew ? await freeBranch(writer, options) : base;
  let message = '';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const head = await reader.findHead(base);
    if (head === undefined) throw new StoreFailure('refused', explain('not-found', { what: base }));
    const paths = await findChanged(openTree(reader, options.folder), head, changes);
    if (paths.length > 0) return { type: 'conflict', paths, head };
    const result = await writer.commit({
      branch: target,
      ...(isNew ? { from: branch } : {}),
      parent: head,
      message: choice.message,
      changes,
    });
    if (result.type === 'protected') return result;
    if (result.type === 'moved') {
      message = result.message;
      continue;
    }
    const proposal = isNew ? await proposeBranch(writer, target, options) : open?.proposal;
    const saved = { commit: result.commit, parent: head, branch: target };
    return {
      type: 'saved',
      saved: { ...saved, ...(fork === undefined ? {} : { fork }), ...(proposal ? { proposal } : {}) },
    };
  }
  return { type: 'busy', message };
}

/** Proposes a branch. Where the host refuses, the branch is removed; where it cannot be removed, the failure names it. */
async function proposeBranch(
  writer: RepositoryHost,
  target: string,
  { branch, choice, explain }: CommitOptions,
): Promise<Proposal> {
  try {
    return await writer.propose({ branch: target, into: branch, ...splitMessage(choice.message) });
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    // Where no answer came, there may be a proposal all the same, so its branch is kept.
    if (error.reason === 'refused' && (await isRemoved(writer, target))) throw error;
    throw new StoreFailure(error.reason, explain('branch-left', { branch: target, message: error.message }));
  }
}

async function isRemoved(writer: RepositoryHost, branch: string): Promise<boolean> {
  try {
    await writer.removeBranch(branch);
    return true;
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    return false;
  }
}

async function findChanged(
  tree: RepositoryTree,
  head: string,
  changes: readonly CommitChange[],
): Promise<readonly string[]> {
  const blobs = await tree.blobsAt(
    head,
    changes.map(({ path }) => path),
  );
  return changes.filter(({ path, before }) => blobs.get(path) !== before).map(({ path }) => path);
}

/** A name that no branch has, such as `desk/2024-12-03-karimi-2024-sleep`. */
async function freeBranch(host: RepositoryHost, { files, today }: CommitOptions): Promise<string> {
  const subject = slugify(idOfFile(files[0] ?? '')).slice(0, 60) || 'change';
  const wanted = `${deskBranch}${today}-${subject}`;
  let name = wanted;
  for (let count = 2; (await host.findHead(name)) !== undefined; count += 1) name = `${wanted}-${count}`;
  return name;
}

/** The first line of a message is the title of the proposal. */
function splitMessage(message: string): { readonly title: string; readonly text: string } {
  const [title = '', ...rest] = message.split('\n');
  return { title, text: rest.join('\n').trim() };
}
