import type { Build } from './repository-host.ts';

/** One of the jobs that a host runs for a commit. */
export interface PartOfBuild {
  readonly name?: string;
  readonly state: Build['state'];
  readonly address: string;
}

/** The state of all jobs together. `preview`: address of the built site; without it, that of a finished job whose name says preview, deploy or pages. */
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

/** Only web addresses become links: an answer of a host could hold `javascript:`. */
const isWebAddress = (address: string | undefined): address is string =>
  address !== undefined && /^https?:\/\//.test(address);
