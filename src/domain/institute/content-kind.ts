import { instituteKinds } from './institute-kinds.ts';

/** Folders of content. Each holds one kind of file. */
export const contentKinds = ['publications', ...instituteKinds, 'pages'] as const;
export type ContentKind = (typeof contentKinds)[number];
