import { askHost, bytesField, encodePath, field, listOf, messageOf, textField, type AskHost } from './ask-host.ts';
import { toBase64 } from '../base64.ts';
import { combineBuilds, type PartOfBuild } from './combine-builds.ts';
import { pullRequests } from './pull-requests.ts';
import { listGithubFiles } from './github-files.ts';
import type { ExplainFault } from './host-words.ts';
import { readAccount } from './read-account.ts';
import type { Build, CommitChange, RepositoryHost, RepositoryAddress } from './repository-host.ts';
import { StoreFailure } from '../store-failure.ts';
import { waitUntil } from './wait-until.ts';

/** A repository on GitHub, by its REST API of 2022-11-28: contents, git database, pull requests, checks and deployments. */
export function githubHost(at: RepositoryAddress, token: string, explain: ExplainFault): RepositoryHost {
  const { api, repository, upstream } = at;
  const ask = askHost({
    api,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
    },
    explain,
  });
  const repo = `/repos/${encodePath(repository)}`;
  /** The repository that gets the proposals. */
  const target = `/repos/${encodePath(upstream ?? repository)}`;
  const post = async (path: string, body: unknown): Promise<string> =>
    textField((await ask(`${repo}${path}`, { method: 'POST', body })).json, 'sha');
  const toTreeEntry = async (change: CommitChange): Promise<unknown> => ({
    path: change.path,
    mode: '100644',
    type: 'blob',
    sha:
      change.type === 'delete'
        ? null
        : await post('/git/blobs', { content: toBase64(change.bytes), encoding: 'base64' }),
  });
  return {
    signIn: () => readAccount(ask, repo),
    findHead: async (branch) => {
      const { json } = await ask(`${repo}/git/ref/heads/${encodePath(branch)}`, { expects: [404] });
      return textField(json, 'object', 'sha') || undefined;
    },
    listFiles: (commit, folder) => listGithubFiles(ask, explain, { repo, commit, folder }),
    readFile: async (commit, path) => {
      const { status, json } = await ask(`${repo}/contents/${encodePath(path)}?ref=${commit}`, { expects: [404] });
      if (status === 404 || textField(json, 'type') !== 'file') return undefined;
      const blob = textField(json, 'sha');
      // A file of more than 1 MB comes without its content.
      const whole = textField(json, 'encoding') === 'base64' ? json : (await ask(`${repo}/git/blobs/${blob}`)).json;
      return { blob, bytes: bytesField(whole, 'content', explain) };
    },
    commit: async ({ branch, from, parent, message, changes }) => {
      const base = textField((await ask(`${repo}/git/commits/${parent}`)).json, 'tree', 'sha');
      const tree: unknown[] = [];
      // One after the other: GitHub limits concurrent requests that write (REST API, “Best practices”).
      for (const change of changes) tree.push(await toTreeEntry(change));
      const commit = await post('/git/commits', {
        message,
        tree: await post('/git/trees', { base_tree: base, tree }),
        parents: [parent],
      });
      if (from !== undefined) {
        await ask(`${repo}/git/refs`, { method: 'POST', body: { ref: `refs/heads/${branch}`, sha: commit } });
        return { type: 'done', commit };
      }
      const { status, json } = await ask(`${repo}/git/refs/heads/${encodePath(branch)}`, {
        method: 'PATCH',
        body: { sha: commit, force: false },
        expects: [403, 409, 422],
      });
      if (status < 300) return { type: 'done', commit };
      return isProtection(messageOf(json)) || status === 403
        ? { type: 'protected' }
        : { type: 'moved', message: messageOf(json) };
    },
    removeBranch: async (branch) => {
      const path = `${repo}/git/refs/heads/${encodePath(branch)}`;
      const { status, json } = await ask(path, { method: 'DELETE', expects: [404, 422] });
      const message = messageOf(json);
      // 422 means either that there is no such branch, or that a rule protects it.
      if (status === 422 && !/does not exist/i.test(message))
        throw new StoreFailure('refused', explain('refused', { message }));
    },
    ...pullRequests(ask, at),
    fork: async (branch) => {
      const fork = textField((await ask(`${repo}/forks`, { method: 'POST', body: {} })).json, 'full_name');
      const copy = `/repos/${encodePath(fork)}`;
      const ref = `${copy}/git/ref/heads/${encodePath(branch)}`;
      const isThere = await waitUntil(async () => (await ask(ref, { expects: [404, 409] })).status === 200);
      const request = { method: 'POST', body: { branch }, expects: [409, 422] } as const;
      if (!isThere || (await ask(`${copy}/merge-upstream`, request)).status !== 200)
        throw new StoreFailure('refused', explain('fork-behind', { fork, branch }));
      return fork;
    },
    inFork: (fork) => githubHost({ api, repository: fork, upstream: repository }, token, explain),
    findBuild: (commit) => findBuild(ask, target, commit),
  };
}

/** A protected branch and a branch that has moved have the same status; only the message differs. */
const isProtection = (message: string): boolean =>
  /protected|rule violation|required|must be made through/i.test(message);

/**
 * The build, from check runs (such as those of Actions), statuses (of other services) and deployments: as much of it as the token
 * may read.
 */
async function findBuild(ask: AskHost, repo: string, commit: string): Promise<Build> {
  const read = async (path: string): Promise<unknown> => (await ask(repo + path, { expects: [403, 404] })).json;
  const checks = field(await read(`/commits/${commit}/check-runs?per_page=100`), 'check_runs');
  // Not every kind of token may read checks. Runs of Actions are read instead, which this project builds with.
  const runs = listOf(checks ?? field(await read(`/actions/runs?head_sha=${commit}&per_page=100`), 'workflow_runs'));
  const statuses = listOf(field(await read(`/commits/${commit}/status`), 'statuses'));
  const [deployment] = listOf(await read(`/deployments?sha=${commit}&per_page=1`));
  const [newest] =
    deployment === undefined ? [] : listOf(await read(`/deployments/${textField(deployment, 'id')}/statuses`));
  const preview = textField(newest, 'environment_url');
  return combineBuilds(
    [
      ...runs.map((run): PartOfBuild => ({
        state: stateOfRun(textField(run, 'status'), textField(run, 'conclusion')),
        address: textField(run, 'html_url'),
      })),
      ...statuses.map((status): PartOfBuild => ({
        name: textField(status, 'context'),
        state: statusStates[textField(status, 'state')] ?? 'unknown',
        address: textField(status, 'target_url'),
      })),
    ],
    preview,
  );
}

const stateOfRun = (status: string, conclusion: string): Build['state'] =>
  status !== 'completed' ? 'running' : ['success', 'neutral', 'skipped'].includes(conclusion) ? 'done' : 'failed';

const statusStates: Readonly<Record<string, Build['state']>> = {
  pending: 'running',
  success: 'done',
  failure: 'failed',
  error: 'failed',
};
