import type { z } from 'zod';

/**
 * The output of a schema for fields of which some are faulty: each faulty value is omitted, or replaced by a placeholder
 * where the schema requires a value. Only for checks of the other fields; it is never published. Undefined where too
 * little is left.
 */
export function readReadableFields<Fields>(
  schema: z.ZodType<Fields>,
  fields: unknown,
  issues: readonly z.core.$ZodIssue[],
): Fields | undefined {
  if (issues.length > issueLimit) return undefined;
  const root: Container = isContainer(fields) ? structuredClone(fields) : {};
  let left = issues;
  for (let round = 0; round < roundLimit; round += 1) {
    for (const path of pathsOf(left)) replaceAt(root, path);
    const result = schema.safeParse(root);
    if (result.success) return result.data;
    left = result.error.issues;
  }
  return undefined;
}

/** Omitting a value may leave a group that lacks a required value; groups are nested three deep at most. */
const roundLimit = 4;
/** With more faults, hardly any field is right, and further checks would not help. */
const issueLimit = 1000;

type Path = readonly (string | number)[];
type Container = Record<string | number, unknown>;

/** Paths of faulty values, the last items of lists first, so that omitting an item moves no other. */
function pathsOf(issues: readonly z.core.$ZodIssue[]): Path[] {
  const paths = issues.flatMap(({ path, ...issue }): Path[] => {
    const own = path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...own, key]) : [own];
  });
  return paths.sort((a, b) => {
    const index = a.findIndex((part, at) => part !== b[at]);
    return Number(b[index] ?? 0) - Number(a[index] ?? 0) || b.length - a.length;
  });
}

function replaceAt(root: Container, path: Path): void {
  const last = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>((node, part) => (isContainer(node) ? node[part] : undefined), root);
  if (last === undefined || !isContainer(parent)) {
    // The path leads into a text, which has no parts: the whole text is faulty.
    if (path.length > 1) replaceAt(root, path.slice(0, -1));
    return;
  }
  const pattern = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
  if (Object.hasOwn(placeholders, pattern)) parent[last] = structuredClone(placeholders[pattern]);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (Object.hasOwn(parent, last)) delete parent[last];
  else if (path.length > 1) replaceAt(root, path.slice(0, -1));
}

const person = { name: 'Unreadable' };
/** By path, with `*` for any position: values where the schema requires one, or where other fields refer to a position in the list. */
const placeholders: Readonly<Record<string, unknown>> = {
  title: 'Unreadable',
  published: '2000',
  authors: [person],
  'authors.*': person,
  'editors.*': person,
  'translators.*': person,
  'seriesEditors.*': person,
  'authors.*.affiliations.*': '1',
  'affiliations.*': person,
  'affiliations.*.name': 'Unreadable',
  'topics.*': 'unreadable',
  'image.alt': 'Unreadable',
  names: ['Unreadable'],
  'names.*': 'Unreadable',
  name: 'Unreadable',
  label: 'Unreadable',
};

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;
