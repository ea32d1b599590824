import type { Fault } from '../problems/problem.ts';
import { isOwnHost } from '../identifiers/own-machine.ts';

/** Hosts of repositories whose API the published desk speaks. Forgejo and Gitea share one. */
export const editorHosts = ['github', 'gitlab', 'gitea', 'forgejo'] as const;
export type EditorHost = (typeof editorHosts)[number];

/** The repository that the published desk writes to. */
export interface SiteEditor {
  readonly host: EditorHost;
  /** Owner and name. */
  readonly repository: string;
  readonly branch: string;
  /** Content folder in the repository. */
  readonly folder: string;
  /** Address of the API; absent for those of GitHub and GitLab themselves. */
  readonly api?: string;
}

const knownApis: Readonly<Partial<Record<EditorHost, string>>> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com/api/v4',
};

/** Address of the API, without a slash at the end. */
export const apiOf = ({ host, api }: Pick<SiteEditor, 'host' | 'api'>): string =>
  (api ?? knownApis[host] ?? '').replace(/\/$/, '');

/** Address of the host for people: that of the API without its path. */
export const webOf = (editor: Pick<SiteEditor, 'host' | 'api'>): string => {
  const api = apiOf(editor);
  return api === knownApis.github ? 'https://github.com' : api.replace(/\/api(?:\/v\d+)?$/, '');
};

/** The first fault in the settings of the desk, with the name of the setting; undefined if there is none. */
export function findEditorFault({
  host,
  repository,
  branch,
  folder,
  api,
}: SiteEditor): readonly [string, Fault] | undefined {
  if (api === undefined && knownApis[host] === undefined)
    return [
      'api',
      {
        name: 'editor-api-missing',
        message: `a repository on ${host} can be on any server, and none is named`,
        hint: 'write the address of its API, such as api: https://git.example.org/api/v1',
      },
    ];
  if (api !== undefined && !api.startsWith('https:') && !isOwnHost(URL.parse(api)?.host))
    return [
      'api',
      {
        name: 'editor-api-open',
        message: `${api} would send the tokens of your editors through the network in plain text`,
        hint: 'write an address that begins with https://',
      },
    ];
  // GitLab has groups in groups.
  const parts = repository.split('/');
  if (!/^[\w.~-]+(?:\/[\w.~-]+)+$/.test(repository) || (host !== 'gitlab' && parts.length !== 2))
    return [
      'repository',
      {
        name: 'editor-repository-malformed',
        message: `"${repository}" does not name a repository with its owner`,
        hint: 'write it as in its address, such as institute/publications',
      },
    ];
  if (!/^[^\s~^:?*[\\]+$/.test(branch) || /\.\.|^\/|\/$/.test(branch))
    return [
      'branch',
      {
        name: 'editor-branch-malformed',
        message: `"${branch}" is no name of a branch`,
        hint: 'write it, such as main',
      },
    ];
  if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(folder) || folder.split('/').some((part) => /^\.+$/.test(part)))
    return [
      'folder',
      {
        name: 'editor-folder-malformed',
        message: `"${folder}" is no folder of a repository`,
        hint: 'write its path from the top of the repository, such as content',
      },
    ];
  return undefined;
}
