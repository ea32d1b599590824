import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Size of the disk in MB when it is not full. */
const size = 512;

/** A disk in memory that can be filled. Needs Linux and root. */
export interface SmallDisk {
  /** Leaves `free` kB free. */
  fill(free: number): void;
  /** Restores the free space. */
  empty(): void;
  unmount(): void;
}

export function mountSmallDisk(folder: string): SmallDisk {
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', folder]);
  const resize = (size: string) => execFileSync('mount', ['-o', `remount,size=${size}`, folder]);
  return {
    fill(free) {
      const used = Number(execFileSync('df', ['--output=used', '-k', folder]).toString().trim().split('\n').at(-1));
      resize(`${used + free}k`);
    },
    empty: () => void resize(`${size}m`),
    unmount: () => void execFileSync('umount', ['-l', folder]),
  };
}
