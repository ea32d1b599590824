import { StoreFailure } from '../store-failure.ts';
import type { ProposedBranch } from './commit-changes.ts';
import type { ExplainFault } from './host-words.ts';
import type { Account, OpenProposal, RepositoryHost } from './repository-host.ts';
import { openTree, type RepositoryTree } from './repository-tree.ts';

/** The proposals of an account, by the records that are in them: of this session, and those that were open before. */
export interface OwnProposals {
  /** Records in proposals, as paths from the content folder. */
  files(): Promise<Iterable<string>>;
  /** Puts records into a proposal. */
  add(files: readonly string[], proposed: ProposedBranch): void;
  /** The proposal that gets a change of records too, unless it was taken over or refused meanwhile. */
  findOpen(files: readonly string[]): Promise<ProposedBranch | undefined>;
  /** Where a record is: the repository, or the copy that its proposal is in. */
  hostOf(file: string): RepositoryHost;
  treeOf(file: string): RepositoryTree;
  /** The newest commit that a record is read from: of its proposal, else of the branch. */
  headOf(file?: string): Promise<string>;
}

interface Options {
  readonly folder: string;
  readonly branch: string;
  readonly account: () => Account;
  readonly explain: ExplainFault;
  /** Proposals that were open when the desk was. */
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
      // The newest counts where a record is in several.
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
      // The host is asked again.
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
      return proposals.keys();
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
        // It was taken over or refused, and its branch removed.
        proposals.delete(file);
      }
      const head = await host.findHead(branch);
      if (head === undefined) throw new StoreFailure('refused', explain('not-found', { what: branch }));
      return head;
    },
  };
}
