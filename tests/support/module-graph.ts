import { resolvePath, type Edge, type Modules } from './read-modules.ts';

/** Cycles of modules, as paths that begin with the first file in the order of names; one for each set of modules. */
export function findCycles(modules: Modules): string[] {
  const cycles = new Map<string, string>();
  const done = new Set<string>();
  const visit = (file: string, visited: readonly string[]): void => {
    const start = visited.indexOf(file);
    if (start >= 0) {
      const cycle = visited.slice(start);
      const first = cycle.indexOf([...cycle].sort()[0] ?? file);
      const rotated = [...cycle.slice(first), ...cycle.slice(0, first)];
      cycles.set([...cycle].sort().join(), [...rotated, rotated[0]].join(' → '));
    }
    if (start >= 0 || done.has(file)) return;
    for (const { target, started } of modules.get(file)?.edges ?? []) {
      const path = target === undefined || started ? undefined : resolvePath(file, target);
      if (path !== undefined && modules.has(path)) visit(path, [...visited, file]);
    }
    done.add(file);
  };
  for (const file of [...modules.keys()].sort()) visit(file, []);
  return [...cycles.values()].sort();
}

/** Scripts that templates send to the browser, and all modules that they import. */
export function browserScripts(modules: Modules): Set<string> {
  const found = new Set<string>();
  const visit = (file: string, edges: readonly Edge[]): void => {
    for (const { target } of edges) {
      const path = target === undefined ? undefined : resolvePath(file, target);
      if (path === undefined || found.has(path)) continue;
      found.add(path);
      visit(path, modules.get(path)?.edges ?? []);
    }
  };
  for (const [file, { edges }] of modules) {
    const sent = edges.filter(({ inScript }) => inScript);
    visit(file, sent);
  }
  return found;
}
