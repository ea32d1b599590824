import type { Feed } from './feed.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeJsonFeed(feed: Feed): string {
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.page,
    feed_url: feed.self,
    icon: feed.icon,
    language: feed.language,
    authors: [{ name: feed.author, url: feed.page }],
    items: feed.items.map((item) => ({
      id: item.id,
      url: feed.pageOf(item.slug),
      external_url: item.doi,
      title: item.title.plain,
      // An item must have content; some records have only a title.
      content_text: item.paragraphs.length > 0 ? item.paragraphs.join('\n\n') : item.title.plain,
      image: item.image,
      date_published: item.published,
      date_modified: item.updated,
      authors: item.authors.map(({ name, person }) => ({
        name,
        url: person === undefined ? undefined : feed.personOf(person),
      })),
      tags: item.keywords.length > 0 ? item.keywords : undefined,
      language: item.lang,
    })),
  };
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
