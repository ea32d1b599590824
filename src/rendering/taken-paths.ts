import { UserFixableError } from '../domain/problems/user-fixable-error.ts';
import { portableKey } from '../domain/pages/portable-path.ts';
import { PathSet } from './path-set.ts';

/**
 * The paths of a site. Two of them may not be one file, nor a file and its folder, also on systems that ignore case. Only hashes
 * of paths are kept, because a site may have millions.
 */
export class TakenPaths<Taken extends { readonly output: string }> {
  readonly #files = new PathSet();
  readonly #folders = new PathSet();
  readonly #all: Iterable<Taken>[] = [];
  readonly #describe: (taken: Taken) => string;

  /** `describe` names what is published at a path, such as `public/robots.txt`. */
  constructor(describe: (taken: Taken) => string) {
    this.#describe = describe;
  }

  /** Passes on what is to be published. Throws when a path is taken: then it goes through `all` again. */
  *pass(all: Iterable<Taken>): Generator<Taken> {
    this.#all.push(all);
    for (const taken of all) {
      this.#add(taken);
      yield taken;
    }
  }

  #add(taken: Taken): void {
    const { output } = taken;
    const key = portableKey(output);
    if (this.#files.has(key)) {
      const same = this.#find((other) => other === key);
      throw this.#conflictError(
        same,
        taken,
        same.output === output
          ? `would both be ${output} in the site`
          : `would be one file, ${output}, on systems that do not tell capitals apart`,
      );
    }
    if (this.#folders.has(key))
      throw this.#conflictError(
        this.#find((other) => other.startsWith(`${key}/`)),
        taken,
        `cannot both be in the site: one needs a folder where the other is a file`,
      );
    for (const folder of foldersOf(key)) {
      if (this.#files.has(folder))
        throw this.#conflictError(
          this.#find((other) => other === folder),
          taken,
          `cannot both be in the site: one is a file where the other needs a folder`,
        );
      if (this.#folders.has(folder)) break;
      this.#folders.add(folder);
    }
    this.#files.add(key);
  }

  /** The first with a path that was added. */
  #find(matches: (key: string) => boolean): Taken {
    for (const all of this.#all) for (const taken of all) if (matches(portableKey(taken.output))) return taken;
    throw new Error('The paths of the site differ from those of a moment ago.');
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
