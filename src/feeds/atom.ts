import { escapeHtml } from '../domain/text/rich-text.ts';
import { updatedOf, type Feed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';
import { element, textElement, xmlDocument, type Xml } from '../domain/text/xml.ts';

/** Atom 1.0 (RFC 4287). The feed must have an entry, because its date is that of the newest. */
export function writeAtom(feed: Feed): string {
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, [
      textElement('id', feed.self),
      textElement('title', feed.title),
      textElement('subtitle', feed.subtitle),
      textElement('updated', updatedOf(feed)),
      element('author', {}, [textElement('name', feed.author), textElement('uri', feed.page)]),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      element('link', { rel: 'alternate', type: 'application/feed+json', href: feed.other }),
      textElement('icon', feed.icon),
      ...feed.items.map((item) => entry(item, feed)),
    ]),
  );
}

function entry(item: FeedItem, feed: Feed): Xml {
  const { keywords, paragraphs, textLang } = item;
  return element('entry', { 'xml:lang': item.lang }, [
    textElement('id', item.id),
    item.title.html === escapeHtml(item.title.plain)
      ? textElement('title', item.title.plain)
      : textElement('title', item.title.html, { type: 'html' }),
    textElement('updated', item.updated),
    textElement('published', item.published),
    ...item.authors.map(({ name, person }) =>
      element('author', {}, [textElement('name', name), textElement('uri', person && feed.personOf(person))]),
    ),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.pageOf(item.slug) }),
    item.doi === undefined ? undefined : element('link', { rel: 'related', href: item.doi }),
    ...[...new Set(keywords)].map((term) => element('category', { term })),
    textElement('summary', paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join(''), {
      type: 'html',
      'xml:lang': textLang === item.lang ? undefined : textLang,
    }),
  ]);
}
