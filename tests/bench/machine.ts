import { statfsSync } from 'node:fs';
import { cpus, freemem, loadavg, platform, release, totalmem } from 'node:os';

/** Description of the machine in one line, for comparison with others. */
export function describeMachine(folder: string): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() || process.arch;
  return [
    `${cores.length} × ${model}`,
    `${gigabytes(totalmem())} memory (${gigabytes(freemem())} free)`,
    `${platform()} ${release()}`,
    `Node ${process.versions.node}`,
    `files on ${fileSystem(folder)}`,
    `load at the start ${loadavg()[0]!.toFixed(1)}`,
  ].join(', ');
}

const gigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(0)} GB`;

/** statfs(2) names file systems by these numbers. */
const fileSystems: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x01021994: 'tmpfs',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x794c7630: 'overlayfs',
  0x6969: 'nfs',
  0x2fc12fc1: 'zfs',
};

const fileSystem = (folder: string): string => fileSystems[statfsSync(folder).type] ?? 'an unknown file system';
