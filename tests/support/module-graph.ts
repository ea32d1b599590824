import { resolvePath, type Edge, type Modules } from './read-modules.ts';

/** Cycles of modules, each named from its first file on; one for each knot. */
export function findCycles(modules: Modules): string[] {
  const cycles = new Map<string, string>();
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      const knot = trail.slice(start);
      const first = knot.indexOf([...knot].sort()[0] ?? file);
      const turned = [...knot.slice(first), ...knot.slice(0, first)];
      cycles.set([...knot].sort().join(), [...turned, turned[0]].join(' → '));
    }
    if (start >= 0 || done.has(file)) return;
    for (const { target, started } of modules.get(file)?.edges ?? []) {
      const path = target === undefined || started ? undefined : resolvePath(file, target);
      if (path !== undefined && modules.has(path)) visit(path, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of [...modules.keys()].sort()) visit(file, []);
  return [...cycles.values()].sort();
}

/** Scripts that templates send to the browser, and all that they import. */
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
