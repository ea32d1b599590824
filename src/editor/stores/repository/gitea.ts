import { StoreFailure } from '../store-failure.ts';
import { addressField, askHost, bytesField, encodePath, field, listOf, messageOf, textField } from './ask-host.ts';
import { toBase64 } from '../base64.ts';
import { combineBuilds, type PartOfBuild } from './combine-builds.ts';
import type { ExplainFault } from './host-words.ts';
import { readAccount } from './read-account.ts';
import type { Build, ListedFile, RepositoryHost, RepositoryPlace } from './repository-host.ts';

/** A repository on Gitea (from 1.20) or Forgejo, by their API v1: contents of several files, pull requests, statuses. */
export function giteaHost({ api, repository }: RepositoryPlace, token: string, explain: ExplainFault): RepositoryHost {
  const ask = askHost({ api, headers: { authorization: `token ${token}` }, explain });
  const repo = `/repos/${encodePath(repository)}`;
  return {
    signIn: () => readAccount(ask, repo),
    findHead: async (branch) => {
      const { json } = await ask(`${repo}/branches/${encodePath(branch)}`, { expects: [404] });
      return textField(json, 'commit', 'id') || undefined;
    },
    listFiles: async (commit, folder) => {
      const files: ListedFile[] = [];
      for (let page = 1, read = 0; ; page += 1) {
        const { json } = await ask(`${repo}/git/trees/${commit}?recursive=true&per_page=1000&page=${page}`);
        const entries = listOf(field(json, 'tree'));
        read += entries.length;
        for (const entry of entries)
          if (textField(entry, 'type') === 'blob' && textField(entry, 'path').startsWith(`${folder}/`))
            files.push({ path: textField(entry, 'path'), blob: textField(entry, 'sha') });
        // Also where the answer names no number.
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
      // A file that is not as it was: `sha does not match`, `already exists`, `does not exist`.
      return { type: 'moved', message: messageOf(json) };
    },
    propose: async ({ branch, into, title, text }) => {
      const { json } = await ask(`${repo}/pulls`, {
        method: 'POST',
        body: { title, body: text, head: branch, base: into },
      });
      return { number: Number(textField(json, 'number')), address: addressField(json, 'html_url') };
    },
    findBuild: async (commit) => {
      const { json } = await ask(`${repo}/commits/${commit}/status`, { expects: [403, 404] });
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
