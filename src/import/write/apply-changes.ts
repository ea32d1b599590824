import type { Document } from 'yaml';
import { spliceOf, type FieldOrder } from './change-yaml.ts';
import type { Path, Splice } from './edit.ts';
import type { Change } from './plan-changes.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** The fields of a file after changes, one after the other; undefined where their form cannot hold one of them. */
export function applyChanges(
  file: YamlFile,
  first: Document,
  changes: readonly Change[],
  orderOf: FieldOrder,
): string | undefined {
  let { yaml } = file;
  let left = changes;
  while (left.length > 0) {
    const document = yaml === file.yaml ? first : parseYaml(yaml);
    const round = document && takeRound(yaml, document, left, orderOf);
    if (!round) return undefined;
    left = round.later;
    for (const { start, end, text } of round.splices)
      yaml = yaml.slice(0, start) + text.replace(/\r?\n/g, file.newline) + yaml.slice(end);
  }
  return yaml;
}

interface Round {
  /** From the last to the first. */
  readonly splices: readonly Splice[];
  readonly later: readonly Change[];
}

/** Changes that one reading of the fields is enough for: none moves or replaces the place of another. */
function takeRound(yaml: string, document: Document, left: readonly Change[], orderOf: FieldOrder): Round | undefined {
  const splices: Splice[] = [];
  const later: Change[] = [];
  const starts = new Set<number>();
  const paths = createPathSet();
  for (const [index, change] of left.entries()) {
    const movesOthers = change.type !== 'replace' && change.type !== 'add';
    if (movesOthers && index > 0) {
      later.push(...left.slice(index));
      break;
    }
    const splice = paths.add(change.path) ? spliceOf(yaml, document, change, orderOf) : undefined;
    if (splice && !starts.has(splice.start)) {
      starts.add(splice.start);
      splices.push(splice);
    } else if (splices.length > 0) later.push(change);
    else return undefined;
    if (movesOthers) {
      later.push(...left.slice(1));
      break;
    }
  }
  splices.sort((a, b) => b.start - a.start);
  const isApart = splices.every(({ end }, at) => at === 0 || end <= (splices[at - 1]?.start ?? 0));
  return isApart ? { splices, later } : undefined;
}

/** Paths of which none leads into another. `add` is false for one that does. */
function createPathSet(): { readonly add: (path: Path) => boolean } {
  const ends = new Set<string>();
  const within = new Set<string>();
  return {
    add(path) {
      const parts = path.map((_, at) => JSON.stringify(path.slice(0, at + 1)));
      const whole = parts.at(-1) ?? '';
      const isApart = !parts.some((part) => ends.has(part)) && !within.has(whole);
      ends.add(whole);
      for (const part of parts) within.add(part);
      return isApart;
    },
  };
}
