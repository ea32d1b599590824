/** Authors that are named where a publication is one item among others; of more, the number is shown. */
export const firstAuthors = 6;

/** What is between the last name and “et al.”, by the comma of the names: «و همکاران» begins with “and”, and has no comma before it. */
export const beforeEtAl = (comma: string): string => (comma === ', ' ? ',\u00a0' : ' ');
