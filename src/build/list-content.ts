import { readdirSync, realpathSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { contentKinds, type ContentKind } from '../domain/institute/content-kind.ts';
import { compareText, type Problem } from '../domain/problems/problem.ts';
import { closest } from '../domain/problems/suggestion.ts';
import { isSystemError, statOf } from '../project/file-state.ts';

/** Time of the last change of a file in milliseconds, and its size in bytes. */
type FileTime = Pick<Stats, 'mtimeMs' | 'size'>;

/** What a content folder holds. */
export interface ContentList {
  /** Content files by their paths from the folder, in the order of paths. */
  readonly files: ReadonlyMap<string, FileTime>;
  /** Paths of the other files beside publications. */
  readonly others: ReadonlySet<string>;
}

/** Lists the content folder. Adds a problem for each file that cannot be read, or is not read although it looks like content. */
export function listContent(folder: string, problems: Problem[]): ContentList {
  const root = realpathSync(folder);
  const files: [string, FileTime][] = [];
  const others = new Set<string>();
  for (const kind of contentKinds) {
    const full = join(folder, kind);
    if (statOf(full) && !isBelow(root, full)) problems.push(linkOut(kind));
    else walk(full, `${kind}/`, kind, [join(root, kind)]);
  }
  problems.push(...findUnreadNames(folder));
  return { files: new Map(files.sort(([a], [b]) => compareText(a, b))), others };

  /**
   * `prefix`: path of the directory from the content folder, with a slash at its end. `above`: real paths of the directory
   * and of the folders above it, so that a link back to one of them is found.
   */
  function walk(directory: string, prefix: string, kind: ContentKind, above: readonly string[]): void {
    for (const entry of readDirectory(directory)) {
      if (ignored.test(entry.name)) continue;
      const full = directory + sep + entry.name;
      const path = prefix + entry.name;
      const stats = statOf(full);
      if (!stats) {
        problems.push({
          severity: 'error',
          name: 'file-unreadable',
          file: path,
          message: 'the file cannot be opened',
          hint: 'check that it exists and may be read; if it is a link, check its target',
        });
      } else if (entry.isSymbolicLink() && !isBelow(root, full)) {
        problems.push(linkOut(path));
      } else if (stats.isDirectory()) {
        const real = realpathSync(full);
        if (above.includes(real))
          problems.push({
            severity: 'error',
            name: 'link-in-circle',
            file: path,
            message: 'the link leads back to a folder that contains it',
            hint: 'delete the link',
          });
        else walk(full, `${path}/`, kind, [...above, real]);
      } else if (!stats.isFile()) {
        problems.push({
          severity: 'error',
          name: 'file-unreadable',
          file: path,
          message: 'this is neither a file nor a folder',
          hint: 'delete it',
        });
      } else if (expected[kind].test(entry.name)) {
        files.push([path, { mtimeMs: stats.mtimeMs, size: stats.size }]);
      } else if (mistaken[kind].test(entry.name)) {
        const extension = kind === 'publications' || kind === 'pages' ? '.mdx' : '.yaml';
        problems.push({
          severity: 'error',
          name: 'file-not-read',
          file: path,
          message: `only ${extension} files are read here, so this one would not be published`,
          hint: hintFor(entry.name, extension),
        });
      } else if (kind === 'publications') {
        others.add(path);
      }
    }
  }
}

const isBelow = (root: string, path: string): boolean => realpathSync(path).startsWith(root + sep);

const linkOut = (file: string): Problem => ({
  severity: 'error',
  name: 'link-leaves-content',
  file,
  message: 'the file is a link that leads out of the content folder',
  hint: 'copy the file into the content folder',
});

/** Files that are read. */
const expected: Record<ContentKind, RegExp> = {
  publications: /\.mdx$/,
  pages: /\.mdx$/,
  people: /\.yaml$/,
  units: /\.yaml$/,
  journals: /\.yaml$/,
  topics: /\.yaml$/,
};
const proseFile = /\.(mdx?|markdown|txt|ya?ml|docx?|bib|ris)$/i;
const dataFile = /\.(ya?ml|json|mdx?|txt|toml)$/i;
/** Files that are not read, but probably hold content. */
const mistaken: Record<ContentKind, RegExp> = {
  publications: proseFile,
  pages: proseFile,
  people: dataFile,
  units: dataFile,
  journals: dataFile,
  topics: dataFile,
};

/** The hint for a file that is not read. `extension`: that of files that are read. */
function hintFor(name: string, extension: string): string {
  const bare = name.replace(/\.[^.]*$/, '');
  // Some editors add an ending of their own: `x.mdx.txt`.
  if (bare.endsWith(extension)) return `rename it to ${bare}`;
  const renamed = bare + extension;
  if (/\.docx?$/i.test(name))
    return `run npm run new -- "Title", copy the text into the new file, and move ${name} out of this folder; or link to it, so that readers can download it`;
  if (/\.(?:bib|ris)$/i.test(name)) return `run npm run import with this file, and move ${name} out of this folder`;
  const sameForm = extension === '.mdx' ? /\.(?:mdx?|markdown)$/i : /\.ya?ml$/i;
  return sameForm.test(name) ? `rename it to ${renamed}` : `write what it holds into a file ${renamed}, and delete it`;
}

/** Hidden files, backup files of editors, and names that begin with an underscore. */
const ignored = /^[._]|~$|^Thumbs\.db$/i;

/** Files beside the folders, which `read-site.ts`, `read-import-settings.ts` and `read-synonyms.ts` read. */
const settingsFiles: ReadonlySet<string> = new Set(['site.yaml', 'import.yaml', 'synonyms.yaml']);

/** Folders that are no content: strings (`read-own-strings.ts`), parts of pages (`read-parts.ts`), and components of bodies. */
const ownFolders: ReadonlySet<string> = new Set(['strings', 'parts', 'components']);

/** Problems of content beside the folders that are read, such as `publication/x.mdx`. */
function findUnreadNames(folder: string): Problem[] {
  return readDirectory(folder).flatMap((entry): Problem[] => {
    const { name } = entry;
    if (
      ignored.test(name) ||
      settingsFiles.has(name) ||
      (entry.isDirectory() && ownFolders.has(name)) ||
      contentKinds.some((kind) => kind === name)
    )
      return [];
    if (!entry.isDirectory()) {
      return /\.(mdx?|ya?ml)$/i.test(name)
        ? [
            {
              severity: 'error',
              name: 'file-not-read',
              file: name,
              message: 'files in this folder are not read, so this one would not be published',
              hint: `move it to one of ${contentKinds.map((kind) => `${kind}/`).join(', ')}`,
            },
          ]
        : [];
    }
    const near = closest(name, contentKinds);
    if (
      near === undefined &&
      !readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).some((path) =>
        /\.(mdx|ya?ml)$/i.test(path),
      )
    )
      return [];
    return [
      {
        severity: 'error',
        name: 'folder-not-read',
        file: name,
        message: 'no folder of this name is read, so what it holds would not be published',
        hint: near
          ? `did you mean ${near}?`
          : `move its files to one of ${contentKinds.map((kind) => `${kind}/`).join(', ')}, or start its name with an underscore`,
      },
    ];
  });
}

/** Entries of a folder; none where it does not exist. */
function readDirectory(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || isSystemError(error, 'ENOTDIR')) return [];
    throw error;
  }
}
