/** Characters of the fields of a file that are read. A paper with 3,000 authors and their affiliations has some 500,000. */
export const fieldsLimit = 1_000_000;
