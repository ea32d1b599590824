import { encodePath, field, listOf, textField, type AskHost } from './ask-host.ts';
import type { ExplainFault } from './host-words.ts';
import type { ListedFile } from './repository-host.ts';
import { StoreFailure } from '../store-failure.ts';

/**
 * The files of a folder at a commit. GitHub cuts the list of a tree with all trees in it at 100,000 entries or 7 MB, and says so
 * (REST API, “Get a tree”): the trees in it are then read one by one.
 */
export async function listGithubFiles(
  ask: AskHost,
  explain: ExplainFault,
  { repo, commit, folder }: { readonly repo: string; readonly commit: string; readonly folder: string },
): Promise<readonly ListedFile[]> {
  /** The entries of a tree with their paths from the root; undefined where the list is cut. `path`: that of the tree. */
  const entriesOf = async (tree: string, path: string, query = ''): Promise<readonly TreeEntry[] | undefined> => {
    const { json } = await ask(`${repo}/git/trees/${encodePath(tree)}${query}`);
    if (field(json, 'truncated') === true) return undefined;
    return listOf(field(json, 'tree')).map((entry) => ({
      type: textField(entry, 'type'),
      path: `${path}${textField(entry, 'path')}`,
      blob: textField(entry, 'sha'),
    }));
  };
  const listBelow = async (tree: string, path: string): Promise<readonly ListedFile[]> => {
    const all = await entriesOf(tree, path, '?recursive=1');
    const entries = all ?? (await entriesOf(tree, path));
    if (!entries) throw new StoreFailure('refused', explain('folder-too-large', { folder: path }));
    const files = entries.filter((entry) => entry.type === 'blob' && entry.path.startsWith(`${folder}/`));
    const lists: (readonly ListedFile[])[] = [files.map(({ path: file, blob }) => ({ path: file, blob }))];
    const trees = all
      ? []
      : entries.filter((entry) => entry.type === 'tree').map((entry) => [entry.blob, `${entry.path}/`]);
    for (const [blob = '', at = ''] of trees)
      if (at.startsWith(`${folder}/`) || `${folder}/`.startsWith(at)) lists.push(await listBelow(blob, at));
    return lists.flat();
  };
  return listBelow(commit, '');
}

interface TreeEntry extends ListedFile {
  readonly type: string;
}
