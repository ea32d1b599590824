import { extensionOf, fileKinds } from '../../../domain/pages/file-kinds.ts';
import { portabilityFault, portableKey } from '../../../domain/pages/portable-path.ts';
import { parseSlug } from '../../../domain/identifiers/slug.ts';
import { findKind, settingsIn } from '../../model/kind-of-file.ts';
import type { FileChange } from '../store.ts';
import type { HostFault } from './host-words.ts';
import type { CommitChange, RepositoryHost } from './repository-host.ts';
import type { RepositoryTree } from './repository-tree.ts';

export type PlannedChanges =
  | { readonly planned: readonly CommitChange[] }
  | { readonly fault: HostFault; readonly values: Readonly<Record<string, string>> }
  /** Path of a file that does not exist at the commit `head`. */
  | { readonly gone: string; readonly head: string };

interface Repository {
  /** The repository that a file is read from: that of its proposal, which may be a fork. */
  readonly hostOf: (file: string) => RepositoryHost;
  readonly treeOf: (file: string) => RepositoryTree;
  readonly folder: string;
  /** The newest commit that a file is read from. */
  readonly headOf: (file: string) => Promise<string>;
}

/** Changes of files as changes of a commit. A rename also moves the files beside it with the same name, such as its PDF. */
export async function planChanges(changes: readonly FileChange[], repository: Repository): Promise<PlannedChanges> {
  const planned: CommitChange[] = [];
  for (const change of changes) {
    const fault = faultOf(change);
    if (fault) return fault;
    const path = `${repository.folder}/${change.file}`;
    if (change.type === 'write')
      planned.push({
        type: 'write',
        path,
        bytes: new TextEncoder().encode(change.text),
        ...(change.version === undefined ? {} : { before: change.version }),
      });
    else if (change.type === 'delete') planned.push({ type: 'delete', path, before: change.version });
    else {
      const moves = await planRename(change, path, repository);
      if (!('planned' in moves)) return moves;
      planned.push(...moves.planned);
    }
  }
  return { planned };
}

type Rename = Extract<FileChange, { type: 'rename' }>;

async function planRename(
  { file, to, version }: Rename,
  path: string,
  { hostOf, treeOf, folder, headOf }: Repository,
): Promise<PlannedChanges> {
  const head = await headOf(file);
  const files = await treeOf(file).filesAt(head);
  const taken = new Set(files.map(portableKey));
  const planned: CommitChange[] = [];
  for (const [from, target] of movesOf(path, to, files)) {
    if (taken.has(portableKey(target)))
      return { fault: 'name-taken', values: { file: target.slice(folder.length + 1) } };
    const found = await hostOf(file).readFile(head, from);
    if (!found) return { gone: from, head };
    planned.push({ type: 'delete', path: from, before: from === path ? version : found.blob });
    planned.push({ type: 'write', path: target, bytes: found.bytes });
  }
  return { planned };
}

function faultOf(change: FileChange): Extract<PlannedChanges, { fault: HostFault }> | undefined {
  const { file } = change;
  const target =
    change.type === 'rename' ? `${file.slice(0, file.lastIndexOf('/') + 1)}${change.to}${extensionOf(file)}` : file;
  if (findKind(file) === undefined || findKind(target) === undefined) return { fault: 'not-content', values: { file } };
  const slug = change.type === 'rename' ? parseSlug(change.to) : undefined;
  const fault = slug && !slug.ok ? slug.fault.message : portabilityFault(target);
  if (fault !== undefined) return { fault: 'name-refused', values: { file: target, fault } };
  if (change.type === 'write' && !change.text.isWellFormed()) return { fault: 'not-text', values: {} };
  return settingsIn(file) && change.type !== 'write' ? { fault: 'not-content', values: { file } } : undefined;
}

/** The old and new path of a renamed file, and of the files beside it with the same name. */
function movesOf(path: string, to: string, files: readonly string[]): readonly (readonly [from: string, to: string])[] {
  const stem = path.slice(0, -extensionOf(path).length);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const beside = files.filter(
    (file) => file !== path && file.startsWith(`${stem}.`) && Object.hasOwn(fileKinds, extensionOf(file)),
  );
  return [path, ...beside].map((file) => [file, `${folder}${to}${file.slice(stem.length)}`]);
}
