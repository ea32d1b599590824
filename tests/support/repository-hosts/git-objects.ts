import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** An entry of a folder in a commit. */
export interface TreeEntry {
  readonly path: string;
  readonly blob: string;
  readonly type: string;
}

/** Asks git for what does not lie in a file of its own. */
export type AskGit = (...args: readonly string[]) => Buffer;

/** Reads what git has written from its files: a process of git for each takes far longer. */
export function readObjects(folder: string, ask: AskGit) {
  const objectOf = (id: string): { readonly type: string; readonly content: Buffer } => {
    const file = readIfThere(join(folder, 'objects', id.slice(0, 2), id.slice(2)));
    if (file === undefined) {
      const type = ask('cat-file', '-t', id).toString('utf8').trim();
      return { type, content: ask('cat-file', type, id) };
    }
    const object = inflateSync(file);
    const end = object.indexOf(0);
    return { type: object.toString('utf8', 0, end).split(' ')[0]!, content: object.subarray(end + 1) };
  };
  const head = (branch: string): string | undefined => {
    const id = readIfThere(join(folder, 'refs/heads', branch))
      ?.toString('utf8')
      .trim();
    return id !== undefined && isId(id) ? id : undefined;
  };
  /** Id of what is named by its branch or id, or in another way that git knows. */
  const resolve = (name: string): string =>
    head(name.replace(/^refs\/heads\//, '')) ??
    (isId(name) ? name : ask('rev-parse', '--verify', '--quiet', name).toString('utf8').trim());
  /** Head and message of a commit. */
  const commitOf = (name: string): readonly [head: string, message: string] => {
    const [first = '', ...rest] = objectOf(resolve(name)).content.toString('utf8').split('\n\n');
    return [first, rest.join('\n\n').trim()];
  };
  const treeOf = (name: string): string => {
    const id = resolve(name);
    const { type, content } = objectOf(id);
    return type === 'tree' ? id : /^tree (\w+)/.exec(content.toString('utf8'))![1]!;
  };
  const entriesIn = (tree: string): TreeEntry[] => {
    const entries: TreeEntry[] = [];
    const bytes = objectOf(tree).content;
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(0, start);
      const [mode = '', path = ''] = bytes.toString('utf8', start, end).split(/ (.*)/s);
      start = end + 21;
      entries.push({ path, blob: bytes.toString('hex', end + 1, start), type: mode === '40000' ? 'tree' : 'blob' });
    }
    return entries;
  };
  const listTree = (tree: string, prefix: string): TreeEntry[] =>
    entriesIn(tree).flatMap((entry) => {
      const path = prefix + entry.path;
      return [{ ...entry, path }, ...(entry.type === 'tree' ? listTree(entry.blob, `${path}/`) : [])];
    });
  return {
    head,
    treeOf,
    read: (blob: string): Buffer => objectOf(blob).content,
    message: (commit: string): string => commitOf(commit)[1],
    parents: (commit: string): string[] =>
      Array.from(commitOf(commit)[0].matchAll(/^parent (\w+)$/gm), ([, id]) => id!),
    list: (commit: string): TreeEntry[] => listTree(treeOf(commit), ''),
    blobAt: (commit: string, path: string): string | undefined =>
      path
        .split('/')
        .reduce<string | undefined>(
          (tree, name) => tree && entriesIn(tree).find((entry) => entry.path === name)?.blob,
          treeOf(commit),
        ),
  };
}

const isId = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
