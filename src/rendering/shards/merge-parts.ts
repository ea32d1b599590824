import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { UserFixableError } from '../../domain/problems/user-fixable-error.ts';
import { hasFragment } from '../find-links.ts';
import { createStaging, linkFile, lockOutput, publish } from '../publish-site.ts';
import type { Part, PartOrigin } from './part.ts';
import { digestOf, partSite, readInPart, readPart, readPartList, type ListedFile } from './part.ts';
import { isSystemError } from '../../project/file-state.ts';

export interface MergedSite {
  readonly parts: number;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Puts the parts of a site together, and publishes it whole or not at all. `folders`: all parts, in any order. Throws a
 * {@link UserFixableError} where the parts do not make one site, or one of them is damaged.
 */
export function mergeParts(
  folders: readonly string[],
  outDir: string,
  progress: (done: number, total: number) => void,
): MergedSite {
  const parts = folders.map((folder) => ({ folder, ...readPart(folder) }));
  requireOneSite(parts);
  const inside = folders.find((folder) => `${outDir}${sep}`.startsWith(resolve(folder) + sep));
  if (inside !== undefined)
    throw new UserFixableError(`${outDir} is inside the part ${inside}`, 'set OUT_DIR to a folder of its own');
  const unlock = lockOutput(outDir);
  try {
    const staging = createStaging(outDir, 'swap');
    const total = sum(parts, ({ files }) => files);
    let done = 0;
    for (const part of parts) {
      for (const file of readPartList(part.folder, part)) {
        addFile(part.folder, file, staging.folder);
        done += 1;
        if (done % 1000 === 0) progress(done, total);
      }
    }
    requireTargets(parts, staging.folder);
    publish(outDir, staging, { changed: [], removed: [] })();
    return {
      parts: parts.length,
      pages: sum(parts, ({ pages }) => pages),
      files: done,
      bytes: sum(parts, ({ bytes }) => bytes),
    };
  } finally {
    unlock();
  }
}

interface FoundPart extends Part {
  readonly folder: string;
}

/** Adds a file of a part to the staged site, where its bytes are those that were written. */
function addFile(folder: string, { path, digest }: ListedFile, staging: string): void {
  const source = join(partSite(folder), path);
  let content: Uint8Array;
  try {
    content = readInPart(folder, source);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT') && !isSystemError(error, 'ENOTDIR')) throw error;
    throw new UserFixableError(
      `${folder} is damaged: it lacks the file ${path}`,
      /(?:^|\/)\./.test(path)
        ? 'copy this part again with its hidden files, whose names begin with a dot'
        : 'copy this part again, or make it again',
    );
  }
  if (digestOf(content) !== digest)
    throw new UserFixableError(
      `${folder} is damaged: the file ${path} is not as it was written`,
      'copy this part again, or make it again',
    );
  try {
    linkFile(source, join(staging, path));
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
    throw new UserFixableError(
      `two parts hold the file ${path}, so they are not parts of one site`,
      'make all parts again from the same content with the same program',
    );
  }
}

/** Throws where the parts are not all parts of one site, each once. */
function requireOneSite(parts: readonly FoundPart[]): void {
  const [first] = parts;
  if (!first)
    throw new UserFixableError('no parts are named', 'name the folders of all parts: npm run merge -- parts/*');
  for (const part of parts.slice(1)) {
    if (part.shard.of !== first.shard.of)
      throw new UserFixableError(
        `${first.folder} is one of ${first.shard.of} parts, and ${part.folder} is one of ${part.shard.of}`,
        'merge parts that were made with the same number of parts',
      );
    const other = (Object.keys(differences) as (keyof PartOrigin)[]).find(
      (name) => part.origin[name] !== first.origin[name],
    );
    if (other === 'plan') requireSameWithheld(part, first);
    if (other)
      throw new UserFixableError(
        `${part.folder} and ${first.folder} were made from different ${differences[other].what}`,
        differences[other].hint,
      );
  }
  const byNumber = Map.groupBy(parts, ({ shard }) => shard.number);
  for (const [number, own] of byNumber)
    if (own.length > 1)
      throw new UserFixableError(
        `${own.map(({ folder }) => folder).join(' and ')} are both part ${number} of ${first.shard.of}`,
        'name each part once',
      );
  const missing = Array.from({ length: first.shard.of }, (_, index) => index + 1).filter(
    (number) => !byNumber.has(number),
  );
  if (missing.length > 0)
    throw new UserFixableError(
      `${missing.length === 1 ? 'part' : 'parts'} ${listNumbers(missing)} of ${first.shard.of} ${missing.length === 1 ? 'is' : 'are'} missing`,
      `make what is missing with npm run build -- --shard ${missing[0]}/${first.shard.of}${missing.length > 1 ? ' and so on' : ''}, and name all parts`,
    );
}

/** Files of lists leave out withheld citations, so all parts must know the same ones. */
function requireSameWithheld(one: FoundPart, other: FoundPart): void {
  const named = [
    ...one.withheld.filter((citation) => !other.withheld.includes(citation)),
    ...other.withheld.filter((citation) => !one.withheld.includes(citation)),
  ];
  const [slug, format] = named[0]?.split(' ') ?? [];
  if (slug !== undefined)
    throw new UserFixableError(
      `the citation of ${slug} in the format ${format} does not give back its record, which only the part knows that has proved it`,
      'run npm run check before each part, with the same CACHE_DIR, so that each part knows it, or build in one go; please report the warning of the build',
    );
}

/** The order is that of the messages: content that differs also gives another plan. */
const differences: { readonly [Name in keyof PartOrigin]: { readonly what: string; readonly hint: string } } = {
  program: {
    what: 'programs',
    hint: 'make all parts with the same version of the project, the same package-lock.json and the same Node',
  },
  settings: {
    what: 'settings',
    hint: 'make all parts with the same site.yaml, SITE_URL and BASE_PATH',
  },
  content: {
    what: 'content',
    hint: 'make all parts from the same content and the same folder public, such as one commit',
  },
  plan: {
    what: 'plans of the site, though content, program and settings are the same',
    hint: 'make all parts again without their caches; where it happens again, please report it',
  },
};

/** Throws where a page of one part links to a place that a page of another part does not have. */
function requireTargets(parts: readonly FoundPart[], site: string): void {
  const pages = new Map<string, string>();
  for (const { address, path, fragment } of parts.flatMap(({ links }) => links)) {
    const file = join(site, path);
    const page = pages.get(path) ?? (existsSync(file) ? readFileSync(file, 'utf8') : '');
    pages.set(path, page);
    if (!hasFragment(page, fragment))
      throw new UserFixableError(
        `the page ${address} links to /${path.replace(/(?<=^|\/)index\.html$/, '')}#${fragment}, and that page has no such place`,
        'correct the link where the content has it; where it has none, please report it',
      );
  }
}

/** Numbers as text, the first ten of many: `3, 5 and 7`. */
function listNumbers(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 10).map(String);
  if (numbers.length > shown.length) return `${shown.join(', ')} and ${numbers.length - shown.length} others`;
  return [shown.slice(0, -1).join(', '), shown.at(-1)!].filter((text) => text !== '').join(' and ');
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
