/*
 * The key under which the citations of a publication are in the store: the digest of what they are made of, and what has been
 * done with them. Without a prefix, they are written and proved.
 */
const written = 'written ';

/** Key of citations that are written, and not proved. */
export const writtenKey = (key: string): string => `${written}${key}`;

/** Key of citations that are proved, and not written. */
export const provedKey = (key: string): string => `proved ${key}`;

/** The key of written citations, whether they are proved or not: in every part of a site the same. */
export const citationKey = (key: string): string => (key.startsWith(written) ? key.slice(written.length) : key);
