import type { ContentKind } from '../domain/institute/content-kind.ts';

/** Former name of a field → its present name. */
export type RenamedFields = Readonly<Record<string, string>>;

/**
 * Fields that have another name since a release, by the folder of the files. `npm run upgrade` and `npm run check -- --fix`
 * write the present name. A name stays here for ever: content may be upgraded over many releases at once.
 */
export const renamedFields: Readonly<Partial<Record<Exclude<ContentKind, 'pages'>, RenamedFields>>> = {};
