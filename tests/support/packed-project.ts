import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, inject } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The packed files of both packages. */
export interface Packed {
  readonly colophon: string;
  readonly create: string;
}

/** Arguments of npm for what the registry or its cache has. */
export const offline = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

/** The environment of a person: without what this test run has set, and with the Node of `node` first. */
export function ownEnvironment(node = dirname(process.execPath)): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|COLOPHON|NODE_ENV$|NODE_COMPILE_CACHE$|VITEST|DEV$|PROD$|MODE$)/i.test(name),
  );
  // The Node of this project stands on the path as well.
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
  return { ...Object.fromEntries(own), PATH: [node, ...path].join(delimiter) };
}

/** Runs npm in a folder as a person would. */
export function npm(folder: string, args: readonly string[], node?: string) {
  const { status, stdout, stderr } = spawnSync('npm', [...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
    env: ownEnvironment(node),
  });
  return { status, text: `${stdout}${stderr}` };
}

/** Packs both packages, once in a run: packing writes the folder `lib` of the project. */
export async function packProject(): Promise<Packed> {
  const folder = join(inject('runFolder'), 'packed');
  const making = `${folder}.new`;
  if (!existsSync(making) && !existsSync(folder)) {
    mkdirSync(making);
    for (const path of [projectDir, join(projectDir, 'create')]) {
      const { status, text } = npm(path, ['pack', '--pack-destination', making, '--loglevel=error']);
      expect(status, text).toBe(0);
    }
    renameSync(making, folder);
  }
  while (!existsSync(folder)) await wait(100);
  const [colophon = '', create = ''] = readdirSync(folder).sort();
  return { colophon: join(folder, colophon), create: join(folder, create) };
}

/** Makes a site by the packed npm create. Returns its folder. */
export function createSite(packed: Packed, node?: string, ...args: readonly string[]): string {
  const folder = temporaryFolder();
  const command = [
    'exec',
    '--yes',
    ...offline,
    `--package=file:${packed.create}`,
    '--',
    'create-colophon',
    'site',
    '--yes',
  ];
  const { status, text } = npm(folder, [...command, `--colophon=file:${packed.colophon}`, ...args], node);
  expect(status, text).toBe(0);
  expect(text).toContain('npm install && npm start');
  return join(folder, 'site');
}

/** Installs what a site depends on. */
export function install(site: string, node?: string): void {
  const { status, text } = npm(site, ['install', ...offline], node);
  expect(status, text).toBe(0);
}
