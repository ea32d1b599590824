import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { portableKey } from '../domain/pages/portable-path.ts';

/** The paths of a site. Two of them may not be one file, nor a file and its folder, also on systems that ignore case. */
export class TakenPaths {
  readonly #files = new Map<string, Taken>();
  /** Folders, each with one of its files. */
  readonly #folders = new Map<string, Taken>();

  /** `source` names what is published at `output`, such as `public/robots.txt`. Throws when the path is taken. */
  add(output: string, source: string): void {
    const key = portableKey(output);
    const taken = { output, source };
    const same = this.#files.get(key);
    if (same)
      throw conflictError(
        same,
        taken,
        same.output === output
          ? `would both be ${output} in the site`
          : `would be one file, ${output}, on systems that do not tell capitals apart`,
      );
    const inside = this.#folders.get(key);
    if (inside)
      throw conflictError(inside, taken, `cannot both be in the site: one needs a folder where the other is a file`);
    for (const folder of foldersOf(key)) {
      const file = this.#files.get(folder);
      if (file)
        throw conflictError(file, taken, `cannot both be in the site: one is a file where the other needs a folder`);
      if (this.#folders.has(folder)) break;
      this.#folders.set(folder, taken);
    }
    this.#files.set(key, taken);
  }
}

/** The folders of a path, innermost first. */
function* foldersOf(path: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end);
}

function conflictError(one: Taken, other: Taken, why: string): UserFixableError {
  const movable = [one, other].find(({ source }) => source.startsWith('public/')) ?? other;
  return new UserFixableError(`${one.source} and ${other.source} ${why}`, `rename ${movable.source}, or delete it`);
}

interface Taken {
  readonly output: string;
  readonly source: string;
}
