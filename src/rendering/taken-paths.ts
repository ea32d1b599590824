import { Obstacle } from '../domain/obstacle.ts';
import { portableKey } from '../domain/portable-path.ts';

/** The paths of a site, each taken once, also where a system does not tell capitals apart. */
export class TakenPaths {
  readonly #taken = new Map<string, { readonly output: string; readonly source: string }>();

  /** `source` names what is published there, such as `public/robots.txt`. Throws where something else is already. */
  add(output: string, source: string): void {
    const key = portableKey(output);
    const other = this.#taken.get(key);
    if (other) {
      const movable = [source, other.source].find((one) => one.startsWith('public/')) ?? source;
      throw new Obstacle(
        other.output === output
          ? `${other.source} and ${source} would both be ${output} in the site`
          : `${other.source} and ${source} would be one file, ${output}, on systems that do not tell capitals apart`,
        `rename ${movable}, or delete it`,
      );
    }
    this.#taken.set(key, { output, source });
  }
}
