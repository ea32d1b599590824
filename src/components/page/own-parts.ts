import type { IndexKind, PageKind, PageOf } from '../../domain/pages/page-data.ts';
import type { View } from './view.ts';

/** The props of each part of a page. A component of the institute (`content/parts`) gets the same. */
export interface PartProps {
  readonly head: {
    /** Section of the site in the navigation. */
    readonly section: Section | undefined;
  };
  readonly foot: {
    /** Title of the page, for reports of errors. */
    readonly title: string;
    /** Slug of the publication that the page is about. */
    readonly slug: string | undefined;
  };
  readonly home: { readonly page: PageOf<'home'> };
  readonly 'publication-aside': { readonly page: PageOf<'publication'> };
}

/** Section of the site in the navigation. */
export type Section = IndexKind | 'statistics' | 'search';

/** What every component finds in `Astro.locals`, also a component of the institute. */
export interface PartLocals extends View {
  readonly page: PageOf<PageKind>;
}
