import { permanentFormatIds } from '../../domain/publication/offered-format.ts';
import type { SiteSize } from '../../domain/pages/site-size.ts';
import { excessOf, hosts } from './hosts.ts';

/** Which hosts take a site of this size, what the others refuse, and whether fewer formats help. */
export function describeHosts(size: SiteSize, withFewestFormats: SiteSize): string {
  const fitting = hosts.filter((host) => excessOf(size, host).length === 0).map(({ name }) => name);
  const refusals = hosts.flatMap((host) => {
    const excess = excessOf(size, host);
    if (excess.length === 0) return [];
    const faults = excess.map((measure) => faultOf(measure, size[measure], host.limits[measure] ?? 0)).join(', ');
    const helps = excessOf(withFewestFormats, host).length === 0;
    const advice = helps ? `: \`formats: [${permanentFormatIds.join(', ')}]\` makes it fit` : '';
    return [`not ${host.name} (${faults})${advice}`];
  });
  return [`fits ${fitting.length > 0 ? fitting.join('; ') : 'none of the hosts in docs/hosting.md'}`, ...refusals].join(
    '; ',
  );
}

function faultOf(measure: keyof SiteSize, value: number, limit: number): string {
  const [has, allowed] = [value, limit].map((number) =>
    measure === 'bytes' || measure === 'largestFile'
      ? `${Math.round(number / 1e6).toLocaleString('en')} MB`
      : number.toLocaleString('en'),
  );
  return `${faults[measure]}: ${has} of ${allowed}`;
}

const faults: Readonly<Record<keyof SiteSize, string>> = {
  files: 'too many files',
  bytes: 'too large',
  largestFile: 'a file too large',
  fullestFolder: 'too many files in one folder',
};
