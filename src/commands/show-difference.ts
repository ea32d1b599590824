/** The lines that go and come, each with what stands before it; a new file whole. */
export function showDifference(file: string, before: string | undefined, after: string): string {
  if (before === undefined) return [`+++ ${file}`, ...lines(after).map((line) => `+ ${line}`), ''].join('\n');
  const [old, now] = [lines(before), lines(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  const shown: string[] = [];
  for (let from = start, to = start; from < old.length || to < now.length;) {
    if (old[from] === now[to]) {
      from += 1;
      to += 1;
      continue;
    }
    // The nearest line at which both go on.
    const [goes, comes] = nearest(old, now, from, to);
    shown.push(`@@ line ${from + 1} @@`);
    for (; from < goes; from += 1) shown.push(`- ${old[from] ?? ''}`);
    for (; to < comes; to += 1) shown.push(`+ ${now[to] ?? ''}`);
  }
  return [`~~~ ${file}`, ...shown, ''].join('\n');
}

function nearest(old: readonly string[], now: readonly string[], from: number, to: number): readonly [number, number] {
  for (let distance = 1; distance <= old.length - from + (now.length - to); distance += 1)
    for (let skip = 0; skip <= distance; skip += 1) {
      const [a, b] = [from + skip, to + distance - skip];
      if (
        a <= old.length &&
        b <= now.length &&
        ((a === old.length && b === now.length) || (a < old.length && b < now.length && old[a] === now[b]))
      )
        return [a, b];
    }
  return [old.length, now.length];
}

const lines = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');
