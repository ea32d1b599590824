import { StoreFailure } from '../store-failure.ts';
import type { ProposedBranch } from './commit-changes.ts';
import type { ExplainFault } from './host-words.ts';
import type { Account, OpenProposal, Proposal, RepositoryHost } from './repository-host.ts';
import { openTree, type RepositoryTree } from './repository-tree.ts';

/** The open proposals of an account, by the records that they change: those of this session, and earlier ones. */
export interface OwnProposals {
  /** Records that a proposal changes, as paths from the content folder, each with the newest proposal. */
  files(): Promise<ReadonlyMap<string, Proposal | undefined>>;
  /** Notes that a proposal changes records. */
  add(files: readonly string[], proposed: ProposedBranch): void;
  /** The proposal that a further change of these records is added to; undefined where there is none, or it was merged or closed. */
  findOpen(files: readonly string[]): Promise<ProposedBranch | undefined>;
  /** The repository that a record is read from: that of its proposal, which may be a fork. */
  hostOf(file: string): RepositoryHost;
  treeOf(file: string): RepositoryTree;
  /** The newest commit of the proposal that changes a record, else of the branch. */
  headOf(file?: string): Promise<string>;
}

interface Options {
  readonly folder: string;
  readonly branch: string;
  readonly account: () => Account;
  readonly explain: ExplainFault;
  /** Called with the proposals that were already open. */
  readonly onFound: (proposals: readonly OpenProposal[]) => void;
}

export function createOwnProposals(
  host: RepositoryHost,
  tree: RepositoryTree,
  { folder, branch, account, explain, onFound }: Options,
): OwnProposals {
  const proposals = new Map<string, ProposedBranch>();
  let search: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    try {
      const found = await host.findProposals(branch, account().name);
      // From the oldest to the newest, so that the newest counts where several change a record.
      for (const { files, branch: own, fork, number, address } of [...found].reverse())
        for (const path of files)
          if (path.startsWith(`${folder}/`))
            proposals.set(path.slice(folder.length + 1), {
              branch: own,
              proposal: { number, address },
              ...(fork === undefined ? {} : { fork }),
            });
      onFound(found);
    } catch (error) {
      // The next call asks the host again.
      search = undefined;
      throw error;
    }
  };
  const loaded = (): Promise<void> => (search ??= load());
  const hostOf = (file: string): RepositoryHost => {
    const fork = proposals.get(file)?.fork;
    return fork === undefined ? host : host.inFork(fork);
  };
  return {
    files: async () => {
      await loaded();
      return new Map([...proposals].map(([file, { proposal }]) => [file, proposal]));
    },
    add: (files, proposed) => {
      for (const file of files) proposals.set(file, proposed);
    },
    findOpen: async (files) => {
      await loaded();
      const open = files.map((file) => proposals.get(file)).find((one) => one !== undefined);
      if (!open?.proposal || (await host.isOpen(open.proposal))) return open;
      for (const file of files) proposals.delete(file);
      return undefined;
    },
    hostOf,
    treeOf: (file) => (proposals.get(file)?.fork === undefined ? tree : openTree(hostOf(file), folder)),
    headOf: async (file) => {
      await loaded();
      const proposed = file === undefined ? undefined : proposals.get(file)?.branch;
      if (file !== undefined && proposed !== undefined) {
        const head = await hostOf(file).findHead(proposed);
        if (head !== undefined) return head;
        // The proposal was merged or closed, and its branch deleted.
        proposals.delete(file);
      }
      const head = await host.findHead(branch);
      if (head === undefined) throw new StoreFailure('refused', explain('not-found', { what: branch }));
      return head;
    },
  };
}
