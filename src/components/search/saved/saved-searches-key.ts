/** Where the browser stores the saved searches of the site at `root`, because several sites on one host share the storage. */
export const savedSearchesKey = (root: string): string => `searches ${root}`;
