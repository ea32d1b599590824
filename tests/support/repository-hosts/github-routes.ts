import { base64, fromBase64, letOthersWrite, reply, type HostRoutes } from './host-state.ts';

const repo = '/repos/institute/publications';

/** GitHub, docs.github.com/rest: repositories, git database, contents, pulls, checks, statuses and deployments. */
export const githubRoutes: HostRoutes = ({ method, path, query, body }, state) => {
  const { repository, proposals, origin } = state;
  if (path === '/user') return reply(200, { login: 'editor' });
  if (path === repo) return reply(200, { full_name: 'institute/publications', permissions: { push: state.mayWrite } });
  if (!path.startsWith(`${repo}/`)) return undefined;
  const rest = decodeURIComponent(path.slice(repo.length));
  const key = `${method} ${rest}`;
  const parts = (pattern: RegExp): readonly string[] | undefined => pattern.exec(key)?.slice(1);
  let found: readonly string[] | undefined;

  if ((found = parts(/^GET \/git\/ref\/heads\/(.+)$/))) {
    const head = repository.head(found[0]!);
    return head === undefined
      ? reply(404, { message: 'Not Found' })
      : reply(200, { ref: `refs/heads/${found[0]}`, object: { type: 'commit', sha: head } });
  }
  if ((found = parts(/^GET \/git\/trees\/(\w+)$/))) {
    const tree = repository.list(found[0]!).map((entry) => ({ path: entry.path, type: entry.type, sha: entry.blob }));
    return reply(200, { sha: found[0], tree, truncated: false });
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
  if (key === 'POST /pulls') {
    const branch = String(body['head']);
    if (repository.head(branch) === undefined) return reply(422, { message: 'Validation Failed' });
    const number = proposals.length + 1;
    proposals.push({
      number,
      branch,
      into: String(body['base']),
      title: String(body['title']),
      text: String(body['body']),
    });
    return reply(201, { number, html_url: `${origin}/institute/publications/pull/${number}` });
  }
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
