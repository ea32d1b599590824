import { StoreFailure } from '../../stores/store-failure.ts';
import type { RepositoryHost } from '../../stores/repository/repository-host.ts';

/** A host that can be replaced while the desk is open, after a new sign-in. `onExpired`: called when a request fails because of its token. */
export function followHost(current: () => RepositoryHost, onExpired: () => void): RepositoryHost {
  const watch = async <T>(request: Promise<T>): Promise<T> => {
    try {
      return await request;
    } catch (error) {
      if (error instanceof StoreFailure && error.reason === 'expired') onExpired();
      throw error;
    }
  };
  return {
    signIn: () => watch(current().signIn()),
    findHead: (branch) => watch(current().findHead(branch)),
    listFiles: (commit, folder) => watch(current().listFiles(commit, folder)),
    readFile: (commit, path) => watch(current().readFile(commit, path)),
    commit: (request) => watch(current().commit(request)),
    removeBranch: (branch) => watch(current().removeBranch(branch)),
    propose: (request) => watch(current().propose(request)),
    findProposals: (into, account) => watch(current().findProposals(into, account)),
    isOpen: (proposal) => watch(current().isOpen(proposal)),
    fork: (branch, account) => watch(current().fork(branch, account)),
    inFork: (repository) => followHost(() => current().inFork(repository), onExpired),
    findBuild: (commit) => watch(current().findBuild(commit)),
  };
}
