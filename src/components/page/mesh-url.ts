/** Page of a descriptor of the Medical Subject Headings, such as `D001172`. */
export const meshUrl = (descriptor: string): string => `https://meshb.nlm.nih.gov/record/ui?ui=${descriptor}`;
