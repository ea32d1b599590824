/// <reference types="astro/client" />

declare namespace App {
  interface Locals extends View {
    page: PageOf<PageKind>;
    /** Citations of the publication that the page shows; none on other pages. */
    citations: readonly CitationText[];
    /** The same publication as a reference in the site's styles. */
    references: readonly Reference[];
    /** Files of citations beside the list that the page shows. */
    bulk?: BulkFiles | undefined;
  }
  type Reference = import('./references/build-references.ts').Reference;
  type BulkFiles = import('./rendering/citation-files.ts').BulkFiles;
  type View = import('./components/page/view.ts').View;
  type CitationText = import('./rendering/page-locals.ts').CitationText;
  type PageKind = import('./domain/pages/page-data.ts').PageKind;
  type PageOf<Kind extends PageKind> = import('./domain/pages/page-data.ts').PageOf<Kind>;
}

declare module 'virtual:colophon/bodies' {
  /** The compiled body of the content file at `file`, a path from the content folder. */
  export function loadBody(
    file: string,
  ): Promise<import('astro/runtime/server/index.js').AstroComponentFactory | undefined>;
}
