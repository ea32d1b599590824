/** Wraps a value in Unicode isolates (FSI, PDI), so that it keeps its own direction within a sentence. */
export const isolate = (value: string): string => `\u2068${value}\u2069`;
