import { spawnSync } from 'node:child_process';
import { projectDir } from '../../src/project/settings.ts';

/** What a script of package.json prints; empty when it finds nothing to complain about. */
export function complaintsOf(script: string): string {
  const { status, stdout, stderr, error } = spawnSync('npm', ['run', '--silent', script], {
    cwd: projectDir,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return status === 0 ? '' : `npm run ${script} ends with ${status}\n${stdout}${stderr}`;
}
