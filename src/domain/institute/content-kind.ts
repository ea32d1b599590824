/** Folders of content. Each holds one kind of file. */
export const contentKinds = ['publications', 'people', 'units', 'journals', 'topics', 'pages'] as const;
export type ContentKind = (typeof contentKinds)[number];
