import type { Build } from './repository-host.ts';

/** One of the jobs that a host runs for a commit. */
export interface PartOfBuild {
  readonly name?: string;
  readonly state: Build['state'];
  readonly address: string;
}

/** The state of all jobs together. A service that builds a preview says its address with its status. */
export function combineBuilds(parts: readonly PartOfBuild[], preview = ''): Build {
  const first = (state: Build['state']): PartOfBuild | undefined => parts.find((part) => part.state === state);
  const shown = first('failed') ?? first('running') ?? first('done');
  const found =
    preview ||
    parts.find(
      ({ name = '', state, address }) => state === 'done' && /preview|deploy|pages/i.test(name) && address !== '',
    )?.address;
  const address = shown?.address;
  return {
    state: shown?.state ?? 'unknown',
    ...(isWebAddress(address) ? { address } : {}),
    ...(isWebAddress(found) ? { preview: found } : {}),
  };
}

/** An answer of a host becomes a link: nothing but an address of the web may. */
const isWebAddress = (address: string | undefined): address is string =>
  address !== undefined && /^https?:\/\//.test(address);
