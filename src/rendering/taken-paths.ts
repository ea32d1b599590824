import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { portableKey } from '../domain/pages/portable-path.ts';

/** The paths of a site. Two of them may not be one file, nor a file and its folder, also on systems that ignore case. */
export class TakenPaths<Taken extends { readonly output: string }> {
  readonly #files = new Map<string, Taken>();
  /** Folders, each with one of its files. */
  readonly #folders = new Map<string, Taken>();
  readonly #describe: (taken: Taken) => string;

  /** `describe` names what is published at a path, such as `public/robots.txt`. */
  constructor(describe: (taken: Taken) => string) {
    this.#describe = describe;
  }

  /** Throws when the path is taken. */
  add(taken: Taken): void {
    const { output } = taken;
    const key = portableKey(output);
    const same = this.#files.get(key);
    if (same)
      throw this.#conflictError(
        same,
        taken,
        same.output === output
          ? `would both be ${output} in the site`
          : `would be one file, ${output}, on systems that do not tell capitals apart`,
      );
    const inside = this.#folders.get(key);
    if (inside)
      throw this.#conflictError(
        inside,
        taken,
        `cannot both be in the site: one needs a folder where the other is a file`,
      );
    for (const folder of foldersOf(key)) {
      const file = this.#files.get(folder);
      if (file)
        throw this.#conflictError(
          file,
          taken,
          `cannot both be in the site: one is a file where the other needs a folder`,
        );
      if (this.#folders.has(folder)) break;
      this.#folders.set(folder, taken);
    }
    this.#files.set(key, taken);
  }

  #conflictError(one: Taken, other: Taken, why: string): UserFixableError {
    const [first, second] = [this.#describe(one), this.#describe(other)];
    const movable = first.startsWith('public/') ? first : second;
    return new UserFixableError(`${first} and ${second} ${why}`, `rename ${movable}, or delete it`);
  }
}

/** The folders of a path, innermost first. */
function* foldersOf(path: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end);
}
