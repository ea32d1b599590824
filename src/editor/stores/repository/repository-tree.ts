import type { CommitChange, RepositoryHost } from './repository-host.ts';

/** The files of the content folder. They are listed once for a commit; own commits then update the list without a request. */
export interface RepositoryTree {
  /** Paths at a commit. */
  filesAt(commit: string): Promise<readonly string[]>;
  /** Ids of files at a commit; a file that is not there has none. */
  blobsAt(commit: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Updates the list from `parent` to `commit`, a commit with these changes. `blobs`: ids of written files by path. */
  follow(parent: string, commit: string, changes: readonly CommitChange[], blobs: ReadonlyMap<string, string>): void;
}

export function openTree(host: RepositoryHost, folder: string): RepositoryTree {
  let known: { readonly commit: string; readonly blobs: ReadonlyMap<string, string> } | undefined;
  const load = async (commit: string): Promise<ReadonlyMap<string, string>> => {
    if (known?.commit === commit) return known.blobs;
    const files = await host.listFiles(commit, folder);
    known = { commit, blobs: new Map(files.map(({ path, blob }) => [path, blob])) };
    return known.blobs;
  };
  return {
    filesAt: async (commit) => [...(await load(commit)).keys()],
    blobsAt: async (commit, paths) => {
      if (paths.length > singlesLimit || known?.commit === commit) return pick(await load(commit), paths);
      const found = await Promise.all(
        paths.map(async (path) => [path, (await host.readFile(commit, path))?.blob] as const),
      );
      return new Map(found.filter((one): one is readonly [string, string] => one[1] !== undefined));
    },
    follow: (parent, commit, changes, blobs) => {
      if (known?.commit !== parent) return;
      const next = new Map(known.blobs);
      for (const { type, path } of changes) {
        const blob = blobs.get(path);
        if (type === 'delete') next.delete(path);
        else if (blob !== undefined) next.set(path, blob);
      }
      known = { commit, blobs: next };
    },
  };
}

/** Up to this many files are requested one by one; for more, a list of all files takes fewer requests. */
const singlesLimit = 8;

const pick = (blobs: ReadonlyMap<string, string>, paths: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    paths.flatMap((path) => {
      const blob = blobs.get(path);
      return blob === undefined ? [] : [[path, blob]];
    }),
  );
