import type { GitChange, GitRepository } from './git-repository.ts';
import {
  answerPulls,
  base64,
  forkName,
  fromBase64,
  letOthersWrite,
  ownName,
  reply,
  repositoryOf,
  type HostReply,
  type HostRoutes,
  type HostState,
} from './host-state.ts';

interface FileOperation {
  readonly operation: 'create' | 'update' | 'delete';
  readonly path: string;
  readonly content?: string;
  readonly sha?: string;
}

/** Gitea and Forgejo, their `/api/swagger`: repositories, branches, git trees, contents of several files, pulls, statuses. */
export const giteaRoutes: HostRoutes = ({ method, path, query, body }, state) => {
  if (path === '/user') return reply(200, { login: 'editor' });
  const [, name = '', encoded = ''] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(path) ?? [];
  const repository = repositoryOf(state, name);
  if (!repository) return undefined;
  const mayWrite = state.mayWrite || name !== ownName;
  const rest = decodeURIComponent(encoded);
  if (rest === '') return reply(200, { full_name: name, permissions: { push: mayWrite, pull: true } });
  const key = `${method} ${rest}`;
  if (!mayWrite && method !== 'GET' && !/^\/(?:forks|pulls)$/.test(rest))
    return reply(403, { message: 'token does not have the required permission' });
  let found: string | undefined;
  const part = (pattern: RegExp): string | undefined => pattern.exec(key)?.[1];

  if ((found = part(/^GET \/branches\/(.+)$/)) !== undefined) {
    const head = repository.head(found);
    return head === undefined ? reply(404, { message: 'branch does not exist' }) : reply(200, { commit: { id: head } });
  }
  if ((found = part(/^GET \/git\/trees\/(\w+)$/)) !== undefined) {
    const all = repository.list(found);
    const size = Math.min(Number(query.get('per_page') ?? 30), 1000);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    return reply(200, {
      tree: all.slice(start, start + size).map((entry) => ({ path: entry.path, type: entry.type, sha: entry.blob })),
      truncated: all.length > start + size,
      total_count: all.length,
    });
  }
  if ((found = part(/^GET \/contents\/(.+)$/)) !== undefined) {
    const blob = repository.blobAt(query.get('ref') ?? 'main', found);
    if (blob === undefined) return reply(404, { message: 'object does not exist' });
    return reply(200, { type: 'file', sha: blob, encoding: 'base64', content: base64(repository.read(blob)) });
  }
  if ((found = part(/^GET \/git\/blobs\/(\w+)$/)) !== undefined)
    return reply(200, { sha: found, encoding: 'base64', content: base64(repository.read(found)) });
  if (key === 'POST /contents') return changeFiles(body, state, repository);
  if ((found = part(/^DELETE \/branches\/(.+)$/)) !== undefined) {
    if (state.keepsBranches) return reply(403, { message: 'branch is protected' });
    return repository.removeBranch(found) ? reply(204, null) : reply(404, { message: 'branch does not exist' });
  }
  if (key === 'POST /forks') {
    if (state.forks.has(forkName)) return reply(409, { message: 'repository is already forked by user' });
    state.forks.set(forkName, state.repository.copy());
    return reply(202, { full_name: forkName });
  }
  if (key === 'GET /forks')
    return reply(
      200,
      [...state.forks.keys()].map((fork) => ({ full_name: fork, owner: { login: fork.split('/', 1)[0] } })),
    );
  if (key === 'POST /merge-upstream')
    return repository.pull(state.repository, String(body['branch']))
      ? reply(200, { merge_type: 'fast-forward' })
      : reply(400, { message: 'merge failed' });
  const pulls = name === ownName ? answerPulls(key, body, state, 'pulls') : undefined;
  if (pulls) return pulls;
  if ((found = part(/^GET \/commits\/(\w+)\/status$/)) !== undefined) {
    const build = state.builds.get(found);
    const status = build && { running: 'pending', done: 'success', failed: 'failure' }[build.state];
    const run = { context: 'publish', status, target_url: '/institute/publications/actions/runs/1' };
    const preview = { context: 'preview', status: 'success', target_url: build?.preview };
    return reply(200, {
      state: status ?? 'pending',
      statuses: build ? [run, ...(build.preview ? [preview] : [])] : null,
    });
  }
  return undefined;
};

function changeFiles(body: Readonly<Record<string, unknown>>, state: HostState, repository: GitRepository): HostReply {
  letOthersWrite(state);
  const base = String(body['branch']);
  const target = typeof body['new_branch'] === 'string' ? body['new_branch'] : base;
  if (state.protected.has(target))
    return reply(403, { message: 'user should have a permission to write to the target branch' });
  const head = repository.head(base);
  if (head === undefined) return reply(404, { message: `branch does not exist [name: ${base}]` });
  if (target !== base && repository.head(target) !== undefined)
    return reply(422, { message: `branch already exists [name: ${target}]` });
  const changes: GitChange[] = [];
  for (const { operation, path, content, sha } of body['files'] as readonly FileOperation[]) {
    const blob = repository.blobAt(head, path);
    if (operation === 'create' && blob !== undefined)
      return reply(422, { message: `repository file already exists [path: ${path}]` });
    if (operation !== 'create' && blob === undefined)
      return reply(404, { message: `repository file does not exist [path: ${path}]` });
    if (operation !== 'create' && sha === undefined)
      return reply(422, { message: 'a SHA or commit ID must be provided when updating a file' });
    if (operation !== 'create' && sha !== blob)
      return reply(422, { message: `sha does not match [given: ${sha}, expected: ${blob}]` });
    changes.push(operation === 'delete' ? { path, remove: true } : { path, content: fromBase64(content) });
  }
  const id = repository.writeCommit(repository.writeTree(head, changes), [head], String(body['message']));
  repository.setBranch(target, id, target === base ? head : undefined);
  return reply(201, {
    commit: { sha: id },
    files: changes.map(({ path }) => ({ path, sha: repository.blobAt(id, path) })),
  });
}
