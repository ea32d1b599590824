/** Authors that are named where a publication is one item among others; of more, the number is shown. */
export const firstAuthors = 6;
