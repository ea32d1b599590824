/** `paper.pdf` for `./paper.pdf`: both are one file. */
export const plainName = (file: string): string => file.replace(/^(?:\.\/)+/, '');
