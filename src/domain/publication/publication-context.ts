import type { LocalizedText } from '../languages/localized-text.ts';
import type { Journal } from '../institute/institute.ts';
import type { PublicationLink } from './publication.ts';
import type { Named } from '../institute/named.ts';
import type { OfferedFormatId } from './offered-format.ts';

/** Data about one publication from other files of the content. */
export interface PublicationContext {
  /** Absolute address of the page in the default locale. */
  readonly url: string;
  readonly journal?: Journal;
  /** 0-based position of a contribution → id of the person, for those with a page. */
  readonly people: Readonly<Record<number, string>>;
  /** 0-based position of a contribution → the person's name in other scripts, for those with a page. */
  readonly natives?: Readonly<Record<number, LocalizedText>>;
  /** Units of the institute in the affiliations, in the order of these. */
  readonly units: readonly Named[];
  readonly topics: readonly Named[];
  /** MeSH descriptor → label, for descriptors that a topic of the institute has. */
  readonly mesh?: Readonly<Record<string, Named['name']>>;
  /** Slugs of related publications, closest first. */
  readonly related: readonly string[];
  readonly preprint?: VersionReference;
  readonly publishedVersion?: VersionReference;
  /** The publication to cite instead of this one. */
  readonly preferred?: VersionReference;
  /** Files of the publication that the site publishes, its PDF first. */
  readonly files?: readonly PublishedFile[];
  /** True if the publication has its own share picture. */
  readonly card?: boolean;
  /** Formats whose text does not give back the record: the publication has no file in them. */
  readonly withheld?: readonly OfferedFormatId[];
}

/** A file that belongs to a publication, such as its PDF or slides. */
export interface PublishedFile extends Omit<PublicationLink, 'file'> {
  readonly bytes: number;
  /** Media type. */
  readonly type: string;
}

/** Another version of the work: on this site (`slug`), elsewhere (`doi`), or both. */
export interface VersionReference {
  readonly slug?: string;
  readonly doi?: string;
}
