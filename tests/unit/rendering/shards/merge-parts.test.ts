import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserFixableError } from '../../../../src/domain/problems/user-fixable-error.ts';
import { markerFile } from '../../../../src/rendering/publish-site.ts';
import { mergeParts } from '../../../../src/rendering/shards/merge-parts.ts';
import { digestOf, writePart, writePartList, type Part } from '../../../../src/rendering/shards/part.ts';
import { listFiles, temporaryFolder, writeFiles, type ContentFiles } from '../../../support/build-site.ts';

const origin = { content: 'c', program: 'p', settings: 's', plan: 'l' };
const files: readonly ContentFiles[] = [
  { 'index.html': '<h1 id="top">home</h1>', 'a/index.html': 'a' },
  { 'b/index.html': 'b', '.well-known/security.txt': 'Contact: x' },
  { 'c.bib': '@article{c}', 'pagefind/x.bin': new Uint8Array([0, 255, 10]) },
];

/** The folders of the parts of a site. `change` changes what one of them was made from. */
function makeParts(change: (part: Part) => Partial<Part> = () => ({})): string[] {
  const folder = temporaryFolder();
  return files.map((own, index) => {
    const path = join(folder, `${index + 1}-of-${files.length}`);
    writeFiles(join(path, 'site'), own);
    const part: Part = {
      version: 1,
      shard: { number: index + 1, of: files.length },
      origin,
      pages: 1,
      withheld: [],
      links: [],
      ...writePartList(path, Object.keys(own)),
    };
    writePart(path, { ...part, ...change(part) });
    return path;
  });
}

/** The last site, and where the new one is to be. */
function lastSite(): string {
  const outDir = join(temporaryFolder(), 'dist');
  writeFiles(outDir, { [markerFile]: 'marker', 'index.html': 'old', 'old/index.html': 'old' });
  return outDir;
}

const silent = () => undefined;

describe('parts', () => {
  test.each([
    ['in order', (folders: readonly string[]) => folders],
    ['in any order', (folders: readonly string[]) => folders.toReversed()],
  ])('%s are one site, which replaces the last one', (_, sort) => {
    const outDir = lastSite();
    const merged = mergeParts(sort(makeParts()), outDir, silent);
    expect(merged).toEqual({ parts: 3, pages: 3, files: 6, bytes: 22 + 1 + 1 + 10 + 11 + 3 });
    expect(listFiles(outDir)).toEqual([markerFile, ...files.flatMap((own) => Object.keys(own))].sort());
    for (const [path, content] of files.flatMap((own) => Object.entries(own)))
      expect(readFileSync(join(outDir, path))).toEqual(Buffer.from(content));
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test('list the digest of each file, also of one that is read in several pieces', () => {
    const folder = temporaryFolder();
    const large = Buffer.alloc(200_000, 'a line of a large file\n');
    writeFiles(join(folder, 'site'), { 'large.bib': large, 'none.txt': '' });
    expect(writePartList(folder, ['large.bib', 'none.txt'])).toMatchObject({ files: 2, bytes: 200_000 });
    expect(readFileSync(join(folder, 'files.sha256'), 'utf8')).toBe(
      `${digestOf(large)}  large.bib\n${digestOf(Buffer.alloc(0))}  none.txt\n`,
    );
  });

  test('stay, so that they can be merged again', () => {
    const outDir = lastSite();
    const folders = makeParts();
    mergeParts(folders, outDir, silent);
    expect(mergeParts(folders, outDir, silent).files).toBe(6);
  });

  test('with a list that a program of others can check', () => {
    const [folder] = makeParts();
    expect(readFileSync(join(folder!, 'files.sha256'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}index\.html\n/);
  });
});

const damaged = (change: (folders: readonly string[]) => void): readonly string[] => {
  const folders = makeParts();
  change(folders);
  return folders;
};
/** Writes another list into a part, with its digest. */
function listPaths(folder: string, paths: readonly string[]): void {
  const part = JSON.parse(readFileSync(join(folder, 'part.json'), 'utf8')) as Part;
  writePart(folder, { ...part, ...writePartList(folder, paths) });
}
const otherOrigin = (name: keyof typeof origin) =>
  makeParts(({ shard }) => (shard.number === 2 ? { origin: { ...origin, [name]: 'other' } } : {}));

// prettier-ignore
const refused: readonly (readonly [name: string, folders: () => readonly string[], message: RegExp, hint: RegExp])[] = [
  ['nothing', () => [], /no parts are named/, /npm run merge -- parts\/\*/],
  ['a folder that is no part', () => [temporaryFolder()], /is no part of a site: it has no part\.json/, /--shard 1\/8/],
  ['a folder that is not there', () => [join(temporaryFolder(), 'parts/*')], /parts\/\* is no part of a site/, /parts\/\*/],
  ['a part that is not complete', () => damaged(([one]) => rmSync(join(one!, 'part.json'))), /is no part of a site/, /./],
  ['parts of different content', () => otherOrigin('content'), /2-of-3 and .*1-of-3 were made from different content/, /one commit/],
  ['parts of different programs', () => otherOrigin('program'), /were made from different programs/, /same Node/],
  ['parts of different settings', () => otherOrigin('settings'), /were made from different settings/, /SITE_URL/],
  ['parts of different plans', () => otherOrigin('plan'), /were made from different plans/, /please report/],
  ['parts that know of different withheld citations', () => makeParts(({ shard }) => (shard.number === 2 ? { origin: { ...origin, plan: 'other' }, withheld: ['x bibtex'] } : {})), /the citation of x in the format bibtex does not give back its record/, /npm run check before each part/],
  ['parts of another version', () => makeParts(() => ({ version: 2 as 1 })), /another version of Colophon/, /same version/],
  ['too few parts', () => makeParts().slice(0, 2), /part 3 of 3 is missing/, /--shard 3\/3/],
  ['only one part', () => makeParts().slice(1, 2), /parts 1 and 3 of 3 are missing/, /--shard 1\/3 and so on/],
  ['a part twice', () => [...makeParts(), makeParts()[1]!], /2-of-3 and .*2-of-3 are both part 2 of 3/, /once/],
  ['parts of different divisions', () => [...makeParts().slice(0, 2), ...makeParts(() => ({ shard: { number: 3, of: 4 } })).slice(2)], /1-of-3 is one of 3 parts, and .*3-of-3 is one of 4/, /same number/],
  ['a changed file', () => damaged(([, two]) => appendFileSync(join(two!, 'site/b/index.html'), ' ')), /2-of-3 is damaged: the file b\/index\.html is not as it was written/, /copy this part again/],
  ['a cut-off file', () => damaged(([, , three]) => writeFileSync(join(three!, 'site/c.bib'), '')), /the file c\.bib is not as it was written/, /./],
  ['a missing file', () => damaged(([one]) => rmSync(join(one!, 'site/a'), { recursive: true })), /it lacks the file a\/index\.html/, /copy this part again/],
  ['a missing hidden file', () => damaged(([, two]) => rmSync(join(two!, 'site/.well-known'), { recursive: true })), /it lacks the file \.well-known\/security\.txt/, /hidden files/],
  ['a shortened list', () => damaged(([, , three]) => writeFileSync(join(three!, 'files.sha256'), '')), /its list files\.sha256 is not as it was written/, /./],
  ['a missing list', () => damaged(([, , three]) => rmSync(join(three!, 'files.sha256'))), /its list files\.sha256 is not as it was written/, /./],
  ['a cut-off part.json', () => damaged(([one]) => writeFileSync(join(one!, 'part.json'), '{"version": 1,')), /its part\.json cannot be read/, /./],
  ['a part.json without a digest', () => makeParts(() => ({ origin: { ...origin, plan: undefined as unknown as string } })), /its part\.json cannot be read/, /./],
  ['parts with the same file', () => damaged(([one, two]) => {
    writeFileSync(join(two!, 'site/index.html'), 'two');
    const part = JSON.parse(readFileSync(join(two!, 'part.json'), 'utf8')) as Part;
    writePart(two!, { ...part, ...writePartList(two!, ['index.html']) });
    expect(existsSync(join(one!, 'site/index.html'))).toBe(true);
  }), /two parts hold the file index\.html/, /same program/],
  ['a list that leaves the site', () => damaged(([one]) => {
    writeFileSync(join(one!, 'outside'), 'x');
    const part = JSON.parse(readFileSync(join(one!, 'part.json'), 'utf8')) as Part;
    writePart(one!, { ...part, ...writePartList(one!, ['../outside']) });
  }), /names the file \.\.\/outside, which is outside of a site/, /./],
  ['a list with a path in two forms', () => damaged(([one]) => listPaths(one!, ['./index.html'])), /names the file \.\/index\.html, which is outside of a site/, /./],
  ['a link in the place of a file, whose bytes are those of the list', () => damaged(([one]) => {
    renameSync(join(one!, 'site/index.html'), join(one!, 'secret'));
    symlinkSync('../secret', join(one!, 'site/index.html'));
  }), /site\/index\.html is no file but something else, such as a link/, /copy this part again/],
  ['a link in the place of a folder', () => damaged(([one]) => {
    renameSync(join(one!, 'site/a'), join(one!, 'elsewhere'));
    symlinkSync('../elsewhere', join(one!, 'site/a'));
  }), /site\/a\/index\.html is no file/, /./],
  ['a link in the place of part.json', () => damaged(([one]) => {
    renameSync(join(one!, 'part.json'), join(one!, 'other.json'));
    symlinkSync('other.json', join(one!, 'part.json'));
  }), /part\.json is no file/, /./],
  ...(process.platform === 'win32' ? [] : [['a pipe, for which it does not wait', () => damaged(([one]) => {
    rmSync(join(one!, 'site/index.html'));
    execFileSync('mkfifo', [join(one!, 'site/index.html')]);
  }), /site\/index\.html is no file/, /./] as const]),
  ['a part of a thousand million', () => makeParts(() => ({ shard: { number: 1, of: 1_000_000_000 } })), /its part\.json cannot be read/, /./],
  ['a part before the first', () => makeParts(() => ({ shard: { number: 0, of: 3 } })), /its part\.json cannot be read/, /./],
  ['a part with less than no pages', () => makeParts(() => ({ pages: -1 })), /its part\.json cannot be read/, /./],
  ['a part.json with links that are none', () => makeParts(() => ({ links: [null] as unknown as Part['links'] })), /its part\.json cannot be read/, /./],
  ['a part.json with a link that leaves the site', () => makeParts(() => ({ links: [{ address: '/', locale: 'en', path: '../../etc/passwd', fragment: 'x' }] })), /its part\.json cannot be read/, /./],
  ['a part.json that withholds what is no text', () => makeParts(() => ({ withheld: [{}] as unknown as string[] })), /its part\.json cannot be read/, /./],
  ['a link to a page that no part has', () => makeParts(() => ({ links: [{ address: '/b/', locale: 'en', path: 'none/index.html', fragment: 'x' }] })), /and that page has no such place/, /./],
  ['a link to a place that no part has', () => makeParts(() => ({ links: [{ address: '/b/', locale: 'en', path: 'index.html', fragment: 'bottom' }] })), /the page \/b\/ links to \/#bottom, and that page has no such place/, /correct the link/],
];

describe('a merge refuses', () => {
  test.each(refused)('%s, and leaves the last site as it was', (_, make, message, hint) => {
    const outDir = lastSite();
    let thrown: unknown;
    try {
      mergeParts(make(), outDir, silent);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UserFixableError);
    expect((thrown as UserFixableError).message).toMatch(message);
    expect((thrown as UserFixableError).hint).toMatch(hint);
    expect(listFiles(outDir)).toEqual([markerFile, 'index.html', 'old/index.html']);
    expect(readdirSync(dirname(outDir))).toEqual(['dist']);
  });

  test('to write into one of the parts, or over files of another program', () => {
    const folders = makeParts();
    expect(() => mergeParts(folders, join(folders[0]!, 'site'), silent)).toThrow(/is inside the part/);
    const outDir = join(writeFiles(temporaryFolder(), { 'dist/thesis.tex': 'x' }), 'dist');
    expect(() => mergeParts(folders, outDir, silent)).toThrow(/files that Colophon did not write/);
  });

  test('no link to a place that another part has', () => {
    const links = [{ address: '/b/', locale: 'en', path: 'index.html', fragment: 'top' }];
    expect(
      mergeParts(
        makeParts(() => ({ links })),
        lastSite(),
        silent,
      ).files,
    ).toBe(6);
  });
});

test('a copy of a part is a part', () => {
  const folders = makeParts();
  const copy = join(temporaryFolder(), 'copy');
  cpSync(folders[0]!, copy, { recursive: true });
  expect(mergeParts([copy, ...folders.slice(1)], lastSite(), silent).files).toBe(6);
});
