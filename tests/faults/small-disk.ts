import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const large = 512;

/** A disk in memory that can be made full. Linux, as root. */
export interface SmallDisk {
  /** Leaves so many kB free. */
  fill(free: number): void;
  /** Gives it space again. */
  empty(): void;
  unmount(): void;
}

export function mountSmallDisk(folder: string): SmallDisk {
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${large}m`, 'tmpfs', folder]);
  const resize = (size: string) => execFileSync('mount', ['-o', `remount,size=${size}`, folder]);
  return {
    fill(free) {
      const used = Number(execFileSync('df', ['--output=used', '-k', folder]).toString().trim().split('\n').at(-1));
      resize(`${used + free}k`);
    },
    empty: () => void resize(`${large}m`),
    unmount: () => void execFileSync('umount', ['-l', folder]),
  };
}
