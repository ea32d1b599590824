import type { z } from 'zod';

/**
 * What a schema reads of fields that have faults: each faulty value is omitted, or replaced where the schema requires
 * one. It serves to check the rest, and is never published. Undefined where too little is left.
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
/** A file with more faults is no publication of which a part is right. */
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
    // A fault of a value inside what is a text: the text is the fault.
    if (path.length > 1) replaceAt(root, path.slice(0, -1));
    return;
  }
  const pattern = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
  if (Object.hasOwn(standIns, pattern)) parent[last] = structuredClone(standIns[pattern]);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (Object.hasOwn(parent, last)) delete parent[last];
  else if (path.length > 1) replaceAt(root, path.slice(0, -1));
}

const person = { name: 'Unreadable' };
/** What replaces a faulty value, where the schema requires one or other fields count the items of its list. */
const standIns: Readonly<Record<string, unknown>> = {
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
