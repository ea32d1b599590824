import type { Journal } from '../institute/institute.ts';
import type { Named } from '../institute/named.ts';

/** What the rest of the content adds to one publication. */
export interface PublicationContext {
  /** Absolute address of the page in the default locale. */
  readonly url: string;
  readonly journal?: Journal;
  /** 0-based position of a contribution → id of the person, for those with a page. */
  readonly people: Readonly<Record<number, string>>;
  /** Units of the institute that the affiliations name, in order of affiliation. */
  readonly units: readonly Named[];
  readonly topics: readonly Named[];
  /** Labels of those MeSH descriptors that a topic of the institute stands for. */
  readonly mesh?: Readonly<Record<string, Named['name']>>;
  /** Slugs of related publications, the nearest first. */
  readonly related: readonly string[];
  readonly preprint?: VersionReference;
  readonly publishedVersion?: VersionReference;
  /** The publication to cite instead of this one. */
  readonly preferred?: VersionReference;
  /** True where the publication has a share picture of its own. */
  readonly card?: boolean;
}

/** Another version of the work: on this site (`slug`), elsewhere (`doi`), or both. */
export interface VersionReference {
  readonly slug?: string;
  readonly doi?: string;
}
