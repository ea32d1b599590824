import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds in which changes are one: a checkout of ten thousand files would list all folders ten thousand times. */
const pause = 20;

/**
 * Calls `changed` after changes below a folder. Returns a function that stops. On Linux, the recursive watch of Node opens
 * a watch for each file, and ten thousand publications would exceed the limit of the system: only folders are watched there.
 */
export function watchFolder(root: string, changed: () => void): () => void {
  if (process.platform !== 'linux') {
    const watcher = watch(root, { recursive: true }, changed);
    return () => watcher.close();
  }
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      refresh();
      changed();
    }, pause);
  };
  const refresh = () => {
    const present = new Set(folders(root));
    for (const folder of present) {
      if (watchers.has(folder)) continue;
      const watcher = tryWatch(folder, soon);
      if (watcher) watchers.set(folder, watcher);
    }
    for (const [folder, watcher] of watchers) {
      if (present.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  };
  refresh();
  return () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
  };
}

/** Undefined where the folder is deleted or cannot be watched. It is tried again after the next change above it. */
function tryWatch(folder: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, changed);
    watcher.on('error', changed);
    return watcher;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function folders(root: string): string[] {
  const inner = foldersIn(root);
  return [root, ...inner.flatMap((entry) => folders(join(root, entry.name)))];
}

function foldersIn(folder: string): readonly { readonly name: string }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch (error) {
    // The folder was deleted or renamed while it was read.
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
