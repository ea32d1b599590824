import type { GitChange, GitRepository } from './git-repository.ts';
import {
  addProposal,
  filesOf,
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

/** Projects by their numbers. */
const projectNames: Readonly<Record<string, string>> = { '1': ownName, '2': forkName };

interface Action {
  readonly action: string;
  readonly file_path: string;
  readonly content?: string;
  readonly encoding?: string;
  readonly last_commit_id?: string;
}

/** GitLab, docs.gitlab.com/api: projects, branches, repository files and tree, commits, merge requests, pipelines. */
export const gitlabRoutes: HostRoutes = ({ method, path, query, body }, state) => {
  const { proposals, origin } = state;
  if (path === '/user') return reply(200, { username: 'editor' });
  const [, written = '', rest = ''] = /^\/projects\/([^/]+)(.*)$/.exec(path) ?? [];
  const name = projectNames[written] ?? decodeURIComponent(written);
  const repository = repositoryOf(state, name);
  if (!repository) return undefined;
  const mayWrite = state.mayWrite || name !== ownName;
  const project = {
    id: Number(Object.keys(projectNames).find((id) => projectNames[id] === name)),
    path_with_namespace: name,
    import_status: name === ownName ? 'none' : 'finished',
    permissions: { project_access: { access_level: mayWrite ? 30 : 20 }, group_access: null },
  };
  if (rest === '') return reply(200, project);
  const key = `${method} ${rest}`;
  if (!mayWrite && method !== 'GET' && rest !== '/fork') return reply(403, { message: '403 Forbidden' });
  const part = (pattern: RegExp): string | undefined => {
    const [, found] = pattern.exec(key) ?? [];
    return found === undefined ? undefined : decodeURIComponent(found);
  };
  let found: string | undefined;

  if ((found = part(/^GET \/repository\/branches\/([^/]+)$/)) !== undefined) {
    const head = repository.head(found);
    return head === undefined
      ? reply(404, { message: '404 Branch Not Found' })
      : reply(200, { name: found, commit: { id: head } });
  }
  if (key === 'GET /repository/tree') {
    const folder = query.get('path') ?? '';
    const all = repository.list(query.get('ref') ?? 'main').filter((entry) => entry.path.startsWith(`${folder}/`));
    // `none` came with 15.3.
    if (query.get('pagination') === 'none' && state.refusesWholeTrees)
      return reply(400, { error: 'pagination does not have a valid value' });
    const isWhole = query.get('pagination') === 'none';
    const size = isWhole ? all.length : Math.min(Number(query.get('per_page') ?? 20), 100);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    return reply(
      200,
      all.slice(start, start + size).map((entry) => ({ id: entry.blob, type: entry.type, path: entry.path })),
    );
  }
  if ((found = part(/^GET \/repository\/files\/([^/]+)$/)) !== undefined) {
    const ref = query.get('ref') ?? 'main';
    const blob = repository.blobAt(ref, found);
    if (blob === undefined) return reply(404, { message: '404 File Not Found' });
    return reply(200, {
      file_path: found,
      encoding: 'base64',
      content: Buffer.from(repository.read(blob)).toString('base64'),
      blob_id: blob,
      last_commit_id: repository.lastCommitOf(ref, found),
    });
  }
  if (key === 'POST /repository/commits') return commit(body, state, repository);
  if ((found = part(/^DELETE \/repository\/branches\/([^/]+)$/)) !== undefined) {
    if (state.keepsBranches) return reply(403, { message: '403 Forbidden' });
    return repository.removeBranch(found) ? reply(204, null) : reply(404, { message: '404 Branch Not Found' });
  }
  if (key === 'POST /fork') {
    if (state.forks.has(forkName)) return reply(409, { message: { name: ['has already been taken'] } });
    state.forks.set(forkName, state.repository.copy());
    return reply(201, { path_with_namespace: forkName, import_status: 'scheduled' });
  }
  if (key === 'GET /forks')
    return reply(
      200,
      [...state.forks.keys()].map((fork) => ({ path_with_namespace: fork })),
    );
  if (key === 'POST /merge_requests') {
    const target = Number(body['target_project_id'] ?? project.id);
    if (target !== 1 || state.refusesProposals) return reply(422, { message: ['Validation failed'] });
    const number = addProposal(state, {
      branch: String(body['source_branch']),
      into: String(body['target_branch']),
      title: String(body['title']),
      text: String(body['description']),
      ...(name === ownName ? {} : { fork: name }),
    });
    return reply(201, { iid: number, web_url: `${origin}/institute/publications/-/merge_requests/${number}` });
  }
  if (key === 'GET /merge_requests')
    return reply(
      200,
      proposals
        .filter(({ number }) => !state.closed.has(number))
        .map(({ number, branch, fork }) => ({
          iid: number,
          web_url: `${origin}/institute/publications/-/merge_requests/${number}`,
          source_branch: branch,
          source_project_id: fork === undefined ? 1 : 2,
          target_project_id: 1,
        }))
        .reverse(),
    );
  if ((found = part(/^GET \/merge_requests\/(\d+)(?:\/diffs)?$/)) !== undefined) {
    const proposal = proposals[Number(found) - 1];
    if (!proposal) return reply(404, { message: '404 Not found' });
    return rest.endsWith('/diffs')
      ? reply(
          200,
          filesOf(state, proposal).map((file) => ({ new_path: file })),
        )
      : reply(200, { iid: proposal.number, state: state.closed.has(proposal.number) ? 'merged' : 'opened' });
  }
  if (key === 'GET /pipelines') {
    const build = state.builds.get(query.get('sha') ?? '');
    const status = build && { running: 'running', done: 'success', failed: 'failed' }[build.state];
    return reply(200, status ? [{ id: 1, status, web_url: `${origin}/institute/publications/-/pipelines/1` }] : []);
  }
  if (part(/^GET \/repository\/commits\/([^/]+)\/statuses$/) !== undefined) return reply(200, []);
  if (key === 'GET /deployments')
    return reply(
      200,
      [...state.builds].flatMap(([sha, { preview }]) =>
        preview === undefined ? [] : [{ id: 1, sha, environment: { external_url: preview } }],
      ),
    );
  return undefined;
};

function commit(body: Readonly<Record<string, unknown>>, state: HostState, repository: GitRepository): HostReply {
  letOthersWrite(state);
  const branch = String(body['branch']);
  const start = typeof body['start_branch'] === 'string' ? body['start_branch'] : branch;
  if (state.protected.has(branch))
    return reply(403, { message: '403 Forbidden - You are not allowed to push into this branch' });
  // A new branch of a copy may begin with one of the project which was copied.
  const source = body['start_project'] === 1 ? state.repository : repository;
  if (source !== repository) repository.pull(source, start);
  const head = source.head(start);
  if (head === undefined) return reply(400, { message: 'You can only create or edit files when you are on a branch' });
  if (start !== branch && repository.head(branch) !== undefined)
    return reply(400, {
      message: `A branch called '${branch}' already exists. Switch to that branch in order to make changes`,
    });
  const changes: GitChange[] = [];
  for (const { action, file_path: path, content = '', encoding, last_commit_id: last } of body[
    'actions'
  ] as readonly Action[]) {
    const exists = repository.blobAt(head, path) !== undefined;
    if (action === 'create' && exists) return reply(400, { message: 'A file with this name already exists' });
    if (action !== 'create' && !exists) return reply(400, { message: "A file with this name doesn't exist" });
    if (action !== 'create' && last !== undefined && repository.lastCommitOf(head, path) !== last)
      return reply(400, { message: `The file has changed since you started editing it: ${path}` });
    changes.push(
      action === 'delete'
        ? { path, remove: true }
        : { path, content: encoding === 'base64' ? fromBase64(content) : content },
    );
  }
  const id = repository.writeCommit(repository.writeTree(head, changes), [head], String(body['commit_message']));
  repository.setBranch(branch, id, start === branch ? head : undefined);
  return reply(201, { id });
}
