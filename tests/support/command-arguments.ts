import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/project/settings.ts';

/** What npm gives Node to run a command of Colophon, in the folder of the project. */
export function commandArguments(name: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [program, ...args] = scripts[name]?.split(' ') ?? [];
  if (program !== 'node') throw new Error(`The command ${name} is no program of Node.`);
  return args;
}
