import { StoreFailure } from '../store-failure.ts';
import { addressField, askHost, bytesField, encodePath, field, listOf, messageOf, textField } from './ask-host.ts';
import { toBase64 } from '../base64.ts';
import { combineBuilds, type PartOfBuild } from './combine-builds.ts';
import type { ExplainFault } from './host-words.ts';
import { pullRequests } from './pull-requests.ts';
import { readAccount } from './read-account.ts';
import type { Build, ListedFile, RepositoryHost, RepositoryPlace } from './repository-host.ts';
import { waitUntil } from './wait-until.ts';

/** A repository on Gitea (from 1.20) or Forgejo, by their API v1: contents of several files, pull requests, statuses. */
export function giteaHost(place: RepositoryPlace, token: string, explain: ExplainFault): RepositoryHost {
  const { api, repository, upstream } = place;
  const ask = askHost({ api, headers: { authorization: `token ${token}` }, explain });
  const repo = `/repos/${encodePath(repository)}`;
  /** The repository that gets the proposals. */
  const target = `/repos/${encodePath(upstream ?? repository)}`;
  const headOf = async (path: string, branch: string): Promise<string> =>
    textField((await ask(`${path}/branches/${encodePath(branch)}`, { expects: [404] })).json, 'commit', 'id');
  return {
    signIn: () => readAccount(ask, repo),
    findHead: async (branch) => (await headOf(repo, branch)) || undefined,
    listFiles: async (commit, folder) => {
      const files: ListedFile[] = [];
      for (let page = 1, read = 0; ; page += 1) {
        const { json } = await ask(`${repo}/git/trees/${commit}?recursive=true&per_page=1000&page=${page}`);
        const entries = listOf(field(json, 'tree'));
        read += entries.length;
        for (const entry of entries)
          if (textField(entry, 'type') === 'blob' && textField(entry, 'path').startsWith(`${folder}/`))
            files.push({ path: textField(entry, 'path'), blob: textField(entry, 'sha') });
        // Also ends where the answer has no `total_count`.
        if (entries.length === 0 || !(read < Number(textField(json, 'total_count')))) return files;
      }
    },
    readFile: async (commit, path) => {
      const { status, json } = await ask(`${repo}/contents/${encodePath(path)}?ref=${commit}`, { expects: [404] });
      if (status === 404 || textField(json, 'type') !== 'file') return undefined;
      const blob = textField(json, 'sha');
      // A large file comes without its content.
      const whole = textField(json, 'encoding') === 'base64' ? json : (await ask(`${repo}/git/blobs/${blob}`)).json;
      return { blob, bytes: bytesField(whole, 'content', explain) };
    },
    commit: async ({ branch, from, message, changes }) => {
      const { status, json } = await ask(`${repo}/contents`, {
        method: 'POST',
        body: {
          branch: from ?? branch,
          ...(from === undefined ? {} : { new_branch: branch }),
          message,
          files: changes.map((change) => ({
            operation: change.type === 'delete' ? 'delete' : change.before === undefined ? 'create' : 'update',
            path: change.path,
            ...(change.before === undefined ? {} : { sha: change.before }),
            ...(change.type === 'write' ? { content: toBase64(change.bytes) } : {}),
          })),
        },
        expects: [403, 404, 409, 422],
      });
      if (status < 300) return { type: 'done', commit: textField(json, 'commit', 'sha') };
      if (status === 403) {
        if (from === undefined) return { type: 'protected' };
        throw new StoreFailure('refused', explain('forbidden', { message: messageOf(json) }));
      }
      // The file has changed: `sha does not match`, `already exists`, `does not exist`.
      return { type: 'moved', message: messageOf(json) };
    },
    removeBranch: async (branch) => {
      await ask(`${repo}/branches/${encodePath(branch)}`, { method: 'DELETE', expects: [404] });
    },
    ...pullRequests(ask, place),
    fork: async (branch, account) => {
      const { status, json } = await ask(`${repo}/forks`, { method: 'POST', body: {}, expects: [409] });
      const known = status === 409 ? listOf((await ask(`${repo}/forks?limit=50`)).json) : [];
      const own = known.find((one) => textField(one, 'owner', 'login') === account) ?? json;
      const fork = textField(own, 'full_name');
      const copy = `/repos/${encodePath(fork)}`;
      // `merge-upstream` exists from Gitea 1.23, and fails where the fork has commits of its own; the heads are compared after it.
      const request = { method: 'POST', body: { branch }, expects: [400, 404, 405, 409, 422] } as const;
      const isCurrent = async (): Promise<boolean> => (await headOf(copy, branch)) === (await headOf(repo, branch));
      const isThere = fork !== '' && (await waitUntil(async () => (await headOf(copy, branch)) !== ''));
      if (isThere && !(await isCurrent())) await ask(`${copy}/merge-upstream`, request);
      if (!isThere || !(await isCurrent()))
        throw new StoreFailure('refused', explain('fork-behind', { fork: fork || repository, branch }));
      return fork;
    },
    inFork: (fork) => giteaHost({ api, repository: fork, upstream: repository }, token, explain),
    findBuild: async (commit) => {
      const { json } = await ask(`${target}/commits/${commit}/status`, { expects: [403, 404] });
      return combineBuilds(
        listOf(field(json, 'statuses')).map((status): PartOfBuild => ({
          name: textField(status, 'context'),
          state: states[textField(status, 'status') || textField(status, 'state')] ?? 'running',
          address: addressField(status, 'target_url', api) ?? '',
        })),
      );
    },
  };
}

const states: Readonly<Record<string, Build['state']>> = {
  success: 'done',
  warning: 'done',
  skipped: 'done',
  failure: 'failed',
  error: 'failed',
};
