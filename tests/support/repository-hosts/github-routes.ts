import {
  answerPulls,
  base64,
  forkName,
  fromBase64,
  letOthersWrite,
  ownName,
  reply,
  repositoryOf,
  type HostRoutes,
} from './host-state.ts';

/** GitHub, docs.github.com/rest: repositories, git database, contents, pulls, forks, checks, statuses and deployments. */
export const githubRoutes: HostRoutes = ({ method, path, query, body }, state) => {
  const { origin } = state;
  if (path === '/user') return reply(200, { login: 'editor' });
  const [, name = '', encoded = ''] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(path) ?? [];
  const repository = repositoryOf(state, name);
  if (!repository) return undefined;
  const mayWrite = state.mayWrite || name !== ownName;
  const rest = decodeURIComponent(encoded);
  if (rest === '') return reply(200, { full_name: name, permissions: { push: mayWrite } });
  const key = `${method} ${rest}`;
  if (!mayWrite && method !== 'GET' && !/^\/(?:forks|pulls)$/.test(rest))
    return reply(403, { message: 'Resource not accessible by personal access token' });
  const parts = (pattern: RegExp): readonly string[] | undefined => pattern.exec(key)?.slice(1);
  let found: readonly string[] | undefined;

  if ((found = parts(/^GET \/git\/ref\/heads\/(.+)$/))) {
    const head = repository.head(found[0]!);
    return head === undefined
      ? reply(404, { message: 'Not Found' })
      : reply(200, { ref: `refs/heads/${found[0]}`, object: { type: 'commit', sha: head } });
  }
  if ((found = parts(/^GET \/git\/trees\/(\w+)$/))) {
    const all = repository.list(found[0]!);
    const entries = query.has('recursive') ? all : all.filter((entry) => !entry.path.includes('/'));
    const tree = entries
      .slice(0, state.listedEntries)
      .map((entry) => ({ path: entry.path, type: entry.type, sha: entry.blob }));
    return reply(200, { sha: found[0], tree, truncated: entries.length > tree.length });
  }
  if ((found = parts(/^GET \/contents\/(.+)$/))) {
    const blob = repository.blobAt(query.get('ref') ?? 'main', found[0]!);
    if (blob === undefined) return reply(404, { message: 'Not Found' });
    const bytes = repository.read(blob);
    // From 1 MB on, the content has to be asked for by its blob.
    return bytes.length > 1_000_000
      ? reply(200, { type: 'file', sha: blob, encoding: 'none', content: '' })
      : reply(200, { type: 'file', sha: blob, encoding: 'base64', content: base64(bytes) });
  }
  if ((found = parts(/^GET \/git\/blobs\/(\w+)$/)))
    return reply(200, { sha: found[0], encoding: 'base64', content: base64(repository.read(found[0]!)) });
  if ((found = parts(/^GET \/git\/commits\/(\w+)$/)))
    return reply(200, { sha: found[0], tree: { sha: repository.treeOf(found[0]!) } });
  if (key === 'POST /git/blobs') return reply(201, { sha: repository.writeBlob(fromBase64(body['content'])) });
  if (key === 'POST /git/trees') {
    const entries = body['tree'] as readonly { path: string; mode: string; sha: string | null }[];
    const sha = repository.writeTree(
      String(body['base_tree']),
      entries.map(({ path: file, sha: blob }) => (blob === null ? { path: file, remove: true } : { path: file, blob })),
    );
    return reply(201, { sha });
  }
  if (key === 'POST /git/commits') {
    const parents = body['parents'] as readonly string[];
    return reply(201, { sha: repository.writeCommit(String(body['tree']), parents, String(body['message'])) });
  }
  if ((found = parts(/^PATCH \/git\/refs\/heads\/(.+)$/))) {
    letOthersWrite(state);
    const [branch = ''] = found;
    const head = repository.head(branch);
    if (head === undefined) return reply(422, { message: 'Reference does not exist' });
    if (state.protected.has(branch))
      return reply(422, {
        message: 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
      });
    const sha = String(body['sha']);
    if (body['force'] !== true && !repository.isAncestor(head, sha))
      return reply(422, { message: 'Update is not a fast forward' });
    return repository.setBranch(branch, sha, head)
      ? reply(200, { object: { sha } })
      : reply(409, { message: 'Conflict' });
  }
  if (key === 'POST /git/refs') {
    const branch = String(body['ref']).replace(/^refs\/heads\//, '');
    return repository.setBranch(branch, String(body['sha']), undefined)
      ? reply(201, { object: { sha: body['sha'] } })
      : reply(422, { message: 'Reference already exists' });
  }
  if ((found = parts(/^DELETE \/git\/refs\/heads\/(.+)$/))) {
    if (state.keepsBranches) return reply(422, { message: 'Repository rule violations found' });
    return repository.removeBranch(found[0]!) ? reply(204, null) : reply(422, { message: 'Reference does not exist' });
  }
  if (key === 'POST /forks') {
    if (!state.forks.has(forkName)) state.forks.set(forkName, state.repository.copy());
    return reply(202, { full_name: forkName });
  }
  if (key === 'POST /merge-upstream')
    return repository.pull(state.repository, String(body['branch']))
      ? reply(200, { merge_type: 'fast-forward' })
      : reply(409, { message: 'There are merge conflicts' });
  const pulls = name === ownName ? answerPulls(key, body, state, 'pull') : undefined;
  if (pulls) return pulls;
  if ((found = parts(/^GET \/commits\/(\w+)\/check-runs$/))) {
    const build = state.builds.get(found[0]!);
    const run = {
      name: 'publish',
      status: build?.state === 'running' ? 'in_progress' : 'completed',
      conclusion: build?.state === 'running' ? null : build?.state === 'failed' ? 'failure' : 'success',
      html_url: `${origin}/institute/publications/actions/runs/1`,
    };
    return reply(200, { total_count: build ? 1 : 0, check_runs: build ? [run] : [] });
  }
  if (parts(/^GET \/commits\/(\w+)\/status$/)) return reply(200, { state: 'pending', statuses: [] });
  if (key === 'GET /deployments')
    return reply(
      200,
      state.builds.get(query.get('sha') ?? '')?.preview === undefined ? [] : [{ id: query.get('sha') }],
    );
  if ((found = parts(/^GET \/deployments\/(\w+)\/statuses$/)))
    return reply(200, [{ state: 'success', environment_url: state.builds.get(found[0]!)?.preview ?? '' }]);
  return undefined;
};
