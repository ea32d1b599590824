import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createStaging, identityOf, lockOutput, markerFile, publish, PublishError, recoverOutput } from '../../../src/rendering/publish-site.ts';
import { temporaryFolder } from '../../support/build-site.ts';

let outDir: string;
const beside = () => readdirSync(dirname(outDir)).filter((name) => name !== 'dist');
const put = (folder: string, path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string) => readFileSync(join(outDir, path), 'utf8');

beforeEach(() => {
  outDir = join(temporaryFolder(), 'dist');
});

/** A published site of one page. */
function publishFirst(): void {
  const staging = createStaging(outDir, 'swap');
  put(staging.folder, 'a/index.html', 'old');
  publish(outDir, staging, { changed: ['a/index.html'], removed: [] })();
}

describe('a swap', () => {
  test('puts the new site in the place of the old one and leaves nothing beside it', () => {
    publishFirst();
    const staging = createStaging(outDir, 'swap');
    put(staging.folder, 'b/index.html', 'new');
    publish(outDir, staging, { changed: ['b/index.html'], removed: ['a/index.html'] })();
    expect([existsSync(join(outDir, 'a')), read('b/index.html'), beside()]).toEqual([false, 'new', []]);
  });

  test('that was interrupted between its two steps gives the old site back', () => {
    publishFirst();
    createStaging(outDir, 'swap');
    renameSync(outDir, join(dirname(outDir), '.dist.last'));
    recoverOutput(outDir);
    expect([read('a/index.html'), beside()]).toEqual(['old', []]);
  });
});

describe('a patch', () => {
  test('changes, adds and removes files in place, and removes folders that it empties', () => {
    publishFirst();
    const staging = createStaging(outDir, 'patch');
    put(staging.folder, 'c/d/index.html', 'new');
    publish(outDir, staging, { changed: ['c/d/index.html'], removed: ['a/index.html'] })();
    expect([read('c/d/index.html'), existsSync(join(outDir, 'a')), beside()]).toEqual(['new', false, []]);
  });

  test('that was interrupted is completed by the next command', () => {
    publishFirst();
    const staging = createStaging(outDir, 'patch');
    put(staging.folder, 'a/index.html', 'new');
    put(staging.folder, 'b/index.html', 'moved already');
    mkdirSync(join(outDir, 'b'));
    renameSync(join(staging.folder, 'b/index.html'), join(outDir, 'b/index.html'));
    writeFileSync(join(dirname(outDir), '.dist.journal'), JSON.stringify({ changed: ['b/index.html', 'a/index.html'], removed: [] }));
    recoverOutput(outDir);
    expect([read('a/index.html'), read('b/index.html'), beside()]).toEqual(['new', 'moved already', []]);
  });

  test('that never began to publish leaves the old site', () => {
    publishFirst();
    put(createStaging(outDir, 'patch').folder, 'a/index.html', 'new');
    recoverOutput(outDir);
    expect([read('a/index.html'), beside()]).toEqual(['old', []]);
  });
});

describe('the output folder', () => {
  test('is refused when it holds what Colophon did not write', () => {
    put(outDir, 'thesis.docx', 'years of work');
    expect(() => lockOutput(outDir)).toThrow(PublishError);
    expect([read('thesis.docx'), beside()]).toEqual(['years of work', []]);
  });

  test('may be empty, or absent', () => {
    lockOutput(outDir)();
    mkdirSync(outDir);
    lockOutput(outDir)();
    expect(beside()).toEqual([]);
  });

  test('is free again when the build that held it is dead', () => {
    mkdirSync(dirname(outDir), { recursive: true });
    writeFileSync(join(dirname(outDir), '.dist.lock'), '999999999');
    lockOutput(outDir)();
    expect(beside()).toEqual([]);
  });

  test('belongs to one build at a time', () => {
    mkdirSync(dirname(outDir), { recursive: true });
    writeFileSync(join(dirname(outDir), '.dist.lock'), String(process.ppid));
    expect(() => lockOutput(outDir)).toThrow(/another build/);
  });

  test('has another identity after each swap', () => {
    publishFirst();
    const first = identityOf(outDir);
    publishFirst();
    expect(existsSync(join(outDir, markerFile))).toBe(true);
    expect(identityOf(outDir)).not.toBe(first);
  });
});
