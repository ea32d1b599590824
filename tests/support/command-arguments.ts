import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/project/settings.ts';

/** Arguments with which npm runs Node for a command of Colophon, in the project folder. */
export function commandArguments(name: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [program, ...args] = scripts[name]?.split(' ') ?? [];
  if (program !== 'node') throw new Error(`The command ${name} does not run Node.`);
  return args;
}
