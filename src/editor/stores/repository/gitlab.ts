import { StoreFailure } from '../store-failure.ts';
import { addressField, askHost, bytesField, field, listOf, messageOf, textField, type HostAnswer } from './ask-host.ts';
import { toBase64 } from '../base64.ts';
import { combineBuilds, type PartOfBuild } from './combine-builds.ts';
import type { ExplainFault } from './host-words.ts';
import {
  deskBranch,
  proposalLimit,
  type Build,
  type CommitChange,
  type OpenProposal,
  type RepositoryHost,
  type RepositoryAddress,
} from './repository-host.ts';
import { waitUntil } from './wait-until.ts';

/** A project on GitLab, by its REST API v4: repository files and tree, commits with actions, merge requests, statuses. */
export function gitlabHost(at: RepositoryAddress, token: string, explain: ExplainFault): RepositoryHost {
  const { api, repository, upstream } = at;
  const ask = askHost({ api, headers: { 'private-token': token }, explain });
  const project = projectOf(repository);
  /** The project that gets the proposals, and that a new branch of a fork starts from. */
  const target = projectOf(upstream ?? repository);
  const idOf = async (path: string): Promise<number> => Number(textField((await ask(path)).json, 'id'));
  const read = async (commit: string, path: string, of = project): Promise<unknown> => {
    const { status, json } = await ask(
      `${of}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(commit)}`,
      { expects: [404] },
    );
    return status === 404 ? undefined : json;
  };
  /** An action of a commit. With `last_commit_id`, GitLab refuses it where the file has changed since. */
  const toAction = async (parent: string, of: string, change: CommitChange): Promise<unknown> => {
    const known = change.before === undefined ? undefined : await read(parent, change.path, of);
    return {
      action: change.type === 'delete' ? 'delete' : known === undefined ? 'create' : 'update',
      file_path: change.path,
      ...(known === undefined ? {} : { last_commit_id: textField(known, 'last_commit_id') }),
      ...(change.type === 'write' ? { content: toBase64(change.bytes), encoding: 'base64' } : {}),
    };
  };
  return {
    signIn: async () => {
      const { json } = await ask(project);
      const permissions = field(json, 'permissions');
      const level = Math.max(
        ...['project_access', 'group_access'].map((name) => Number(textField(permissions, name, 'access_level'))),
      );
      return {
        name: textField((await ask('/user', { expects: [403] })).json, 'username'),
        mayWrite: level >= developer,
      };
    },
    findHead: async (branch) => {
      const { json } = await ask(`${project}/repository/branches/${encodeURIComponent(branch)}`, { expects: [404] });
      return textField(json, 'commit', 'id') || undefined;
    },
    listFiles: async (commit, folder) => {
      const tree = `${project}/repository/tree?ref=${commit}&path=${encodeURIComponent(folder)}&recursive=true&per_page=${pageSize}`;
      const get = async (query: string): Promise<HostAnswer> => ask(tree + query, { expects: [400, 404] });
      const page = async (number: number): Promise<readonly unknown[]> => listOf((await get(`&page=${number}`)).json);
      // From 15.3, one answer has all entries. Older versions refuse that, or answer with the first page.
      const { status, json } = await get('&pagination=none');
      const all = listOf(json);
      const entries = status === 400 || all.length === pageSize ? await readPages(page) : all;
      return entries
        .filter((entry) => textField(entry, 'type') === 'blob')
        .map((entry) => ({ path: textField(entry, 'path'), blob: textField(entry, 'id') }));
    },
    readFile: async (commit, path) => {
      const json = await read(commit, path);
      return json === undefined
        ? undefined
        : { blob: textField(json, 'blob_id'), bytes: bytesField(json, 'content', explain) };
    },
    commit: async ({ branch, from, parent, message, changes }) => {
      const actions: unknown[] = [];
      for (const change of changes) actions.push(await toAction(parent, from === undefined ? project : target, change));
      const start = upstream === undefined || from === undefined ? {} : { start_project: await idOf(target) };
      const { status, json } = await ask(`${project}/repository/commits`, {
        method: 'POST',
        body: {
          branch,
          commit_message: message,
          actions,
          ...(from === undefined ? {} : { start_branch: from, ...start }),
        },
        expects: [400, 403, 409],
      });
      if (status < 300) return { type: 'done', commit: textField(json, 'id') };
      const said = messageOf(json);
      if (/has changed since|already exists|doesn't exist/i.test(said)) return { type: 'moved', message: said };
      if (from === undefined && (status === 403 || /not allowed to (?:push|create)|protected/i.test(said)))
        return { type: 'protected' };
      throw new StoreFailure('refused', explain('forbidden', { message: said }));
    },
    removeBranch: async (branch) => {
      await ask(`${project}/repository/branches/${encodeURIComponent(branch)}`, { method: 'DELETE', expects: [404] });
    },
    propose: async ({ branch, into, title, text }) => {
      const { json } = await ask(`${project}/merge_requests`, {
        method: 'POST',
        body: {
          source_branch: branch,
          target_branch: into,
          ...(upstream === undefined ? {} : { target_project_id: await idOf(target) }),
          title,
          description: text,
          remove_source_branch: true,
        },
      });
      return { number: Number(textField(json, 'iid')), address: addressField(json, 'web_url') };
    },
    findProposals: async (into) => {
      const query = `?state=opened&scope=created_by_me&target_branch=${encodeURIComponent(into)}&order_by=created_at&per_page=100`;
      const all = listOf((await ask(`${project}/merge_requests${query}`, { expects: [403, 404] })).json);
      const own = all.filter((one) => textField(one, 'source_branch').startsWith(deskBranch));
      const found: OpenProposal[] = [];
      for (const one of own.slice(0, proposalLimit)) {
        const number = Number(textField(one, 'iid'));
        const { json } = await ask(`${project}/merge_requests/${number}/diffs?per_page=100`, { expects: [403, 404] });
        const source = textField(one, 'source_project_id');
        const isOwn = source === textField(one, 'target_project_id');
        const fork = isOwn ? '' : textField((await ask(`/projects/${source}`)).json, 'path_with_namespace');
        found.push({
          number,
          branch: textField(one, 'source_branch'),
          files: listOf(json).map((file) => textField(file, 'new_path')),
          address: addressField(one, 'web_url'),
          ...(fork === '' ? {} : { fork }),
        });
      }
      return found;
    },
    isOpen: async ({ number }) =>
      textField((await ask(`${target}/merge_requests/${number}`, { expects: [403, 404] })).json, 'state') === 'opened',
    fork: async (branch) => {
      const made = await ask(`${project}/fork`, { method: 'POST', body: {}, expects: [409] });
      const [known] = made.status === 409 ? listOf((await ask(`${project}/forks?owned=true&per_page=1`)).json) : [];
      const fork = textField(known ?? made.json, 'path_with_namespace');
      const isThere = await waitUntil(async () =>
        ['finished', 'none'].includes(textField((await ask(projectOf(fork))).json, 'import_status')),
      );
      // A new branch starts from the original project (`start_project`), so the fork need not be up to date.
      if (!isThere) throw new StoreFailure('refused', explain('fork-behind', { fork, branch }));
      return fork;
    },
    inFork: (fork) => gitlabHost({ api, repository: fork, upstream: repository }, token, explain),
    findBuild: async (commit) => {
      const get = async (path: string): Promise<unknown> => (await ask(project + path, { expects: [403, 404] })).json;
      const [pipeline] = listOf(await get(`/pipelines?sha=${commit}&order_by=id&sort=desc&per_page=1`));
      const statuses = listOf(await get(`/repository/commits/${commit}/statuses?per_page=100`));
      const deployments = listOf(await get('/deployments?order_by=id&sort=desc&per_page=20'));
      const deployment = deployments.find((one) => textField(one, 'sha') === commit);
      const parts = [
        ...(pipeline === undefined
          ? []
          : [{ status: textField(pipeline, 'status'), address: textField(pipeline, 'web_url') }]),
        ...statuses.map((one) => ({
          name: textField(one, 'name'),
          status: field(one, 'allow_failure') === true ? 'success' : textField(one, 'status'),
          address: textField(one, 'target_url'),
        })),
      ];
      return combineBuilds(
        parts.map(({ status, ...part }): PartOfBuild => ({ ...part, state: states[status] ?? 'running' })),
        textField(deployment, 'environment', 'external_url'),
      );
    },
  };
}

/** All entries of pages that hold a hundred each. Several pages are requested at once. */
async function readPages(page: (number: number) => Promise<readonly unknown[]>): Promise<readonly unknown[]> {
  const entries: unknown[] = [];
  for (let start = 1; ; start += pagesAtOnce) {
    const pages = await Promise.all(Array.from({ length: pagesAtOnce }, (_, index) => page(start + index)));
    entries.push(...pages.flat());
    if (pages.some(({ length }) => length < pageSize)) return entries;
  }
}

const projectOf = (repository: string): string => `/projects/${encodeURIComponent(repository)}`;

/** Access level Developer, the lowest that may push (Members API). */
const developer = 30;
const pageSize = 100;
const pagesAtOnce = 4;

const states: Readonly<Record<string, Build['state']>> = {
  success: 'done',
  skipped: 'done',
  manual: 'done',
  failed: 'failed',
  canceled: 'failed',
};
