import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether something is mounted on a folder, such as the volume of a container. It cannot be renamed or replaced. */
export function isMountPoint(folder: string): boolean {
  if (!existsSync(folder)) return false;
  if (statSync(folder).dev !== statSync(dirname(folder)).dev) return true;
  // A folder of the same disk can be mounted too. Only Linux has this file, in which spaces are \040.
  if (!existsSync('/proc/self/mountinfo')) return false;
  const path = realpathSync(folder).replace(
    /[\s\\]/g,
    (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .some((line) => line.split(' ')[4] === path);
}
