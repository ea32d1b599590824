/// <reference types="astro/client" />

declare namespace App {
  interface Locals extends PartLocals {
    /** References to the publication, or to the one to cite instead, in the site's styles. */
    references: readonly Reference[];
    /** Citation files of the page's list. */
    bulk?: BulkFiles | undefined;
  }
  type Reference = import('./references/build-references.ts').Reference;
  type BulkFiles = import('./rendering/citation-files.ts').BulkFiles;
  type PartLocals = import('./components/page/own-parts.ts').PartLocals;
  type PageKind = import('./domain/pages/page-data.ts').PageKind;
  type PageOf<Kind extends PageKind> = import('./domain/pages/page-data.ts').PageOf<Kind>;
}

declare module 'virtual:colophon/parts' {
  /** The institute's own parts of pages, by name. */
  export const parts: Readonly<
    Partial<
      Record<import('./domain/institute/page-parts.ts').PartName, (props: Readonly<Record<string, unknown>>) => unknown>
    >
  >;
}

declare module 'virtual:colophon/bodies' {
  /** The component of a body that is code; `file` is relative to the content folder. */
  export function loadBody(
    file: string,
    code: import('./domain/pages/body-code.ts').BodyCode,
  ): Promise<import('astro/runtime/server/index.js').AstroComponentFactory>;
}
