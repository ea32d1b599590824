/** Address of the PDF of a publication, without base path. */
export const pdfAddress = (slug: string): string => `/publications/${slug}.pdf`;
