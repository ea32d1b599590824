import type { GitChange } from './git-repository.ts';
import {
  base64,
  fromBase64,
  letOthersWrite,
  reply,
  type HostReply,
  type HostRoutes,
  type HostState,
} from './host-state.ts';

const repo = '/repos/institute/publications';

interface FileOperation {
  readonly operation: 'create' | 'update' | 'delete';
  readonly path: string;
  readonly content?: string;
  readonly sha?: string;
}

/** Gitea and Forgejo, their `/api/swagger`: repositories, branches, git trees, contents of several files, pulls, statuses. */
export const giteaRoutes: HostRoutes = ({ method, path, query, body }, state) => {
  const { repository, proposals, origin } = state;
  if (path === '/user') return reply(200, { login: 'editor' });
  if (path === repo) return reply(200, { permissions: { push: state.mayWrite, pull: true } });
  if (!path.startsWith(`${repo}/`)) return undefined;
  const key = `${method} ${decodeURIComponent(path.slice(repo.length))}`;
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
  if (key === 'POST /contents') return changeFiles(body, state);
  if (key === 'POST /pulls') {
    const number = proposals.length + 1;
    proposals.push({
      number,
      branch: String(body['head']),
      into: String(body['base']),
      title: String(body['title']),
      text: String(body['body']),
    });
    return reply(201, { number, html_url: `${origin}/institute/publications/pulls/${number}` });
  }
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

function changeFiles(body: Readonly<Record<string, unknown>>, state: HostState): HostReply {
  letOthersWrite(state);
  const { repository } = state;
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
