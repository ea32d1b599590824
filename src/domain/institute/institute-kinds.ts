/**
 * Kinds of things that an institute describes in files of their own. Each name is that of the content folder, of the index
 * page, and the first part of addresses.
 */
export const instituteKinds = ['people', 'units', 'journals', 'topics'] as const;
export type InstituteKind = (typeof instituteKinds)[number];

/** One of a kind, which is also the kind of its page. */
export const memberOf = {
  people: 'person',
  units: 'unit',
  journals: 'journal',
  topics: 'topic',
} as const satisfies Readonly<Record<InstituteKind, string>>;
export type InstituteMember = (typeof memberOf)[InstituteKind];

/** The reverse of {@link memberOf}. */
export const folderOf: { readonly [Kind in InstituteKind as (typeof memberOf)[Kind]]: Kind } = {
  person: 'people',
  unit: 'units',
  journal: 'journals',
  topic: 'topics',
};
