import type { FeedItem } from './feed-item.ts';

/** A feed, independent of its format. All addresses are absolute. */
export interface Feed {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly page: string;
  /** The feed's own address, and that of the same feed in the other format. */
  readonly self: string;
  readonly other: string;
  readonly author: string;
  readonly icon: string;
  readonly items: readonly FeedItem[];
  /** Address of a publication's page, and of a person's, in the language of the feed. */
  readonly pageOf: (slug: string) => string;
  readonly personOf: (id: string) => string;
}

/** Date of the latest change of an entry, so that a new build leaves it as it is. */
export const updatedOf = ({ items }: Feed): string =>
  items
    .map(({ updated }) => updated)
    .sort()
    .at(-1) ?? '';
