import type { OwnEntry } from '../domain/publication/entry.ts';
import type { Publication } from '../domain/publication/publication.ts';
import { isGroup, twoPartName } from '../domain/people/person-name.ts';
import { pick } from './pick.ts';

/** What lists show of a publication. `plainSummaries`: the plain-language summaries as text, by language. */
export function toOwnEntry(
  record: Publication,
  plainSummaries: readonly (readonly [language: string, { readonly text: string }])[],
): OwnEntry {
  const words = Math.max(0, ...plainSummaries.map(([, { text }]) => text.split(/\s+/).length));
  const container = record.container ?? record.event?.name;
  return {
    ...pick(record, ['slug', 'type', 'lang', 'title', 'titles', 'published', 'status']),
    ...pick(record, ['journal', 'openAccess', 'doi', 'summaryTitle']),
    authors: record.contributions.map(({ name, native }) => ({
      name: name.printed,
      ...(native && Object.keys(native).length > 0 ? { native } : {}),
    })),
    cited: citationOf(record),
    ...(container === undefined ? {} : { container }),
    ...(plainSummaries.length > 0
      ? {
          summary: Object.fromEntries(plainSummaries.map(([language, { text }]) => [language, firstSentences(text)])),
          summaryMinutes: Math.max(1, Math.round(words / wordsPerMinute)),
        }
      : {}),
    ...(record.keyMessages.length > 0 ? { keyMessages: record.keyMessages } : {}),
  };
}

/** How fast readers read, in words per minute. */
const wordsPerMinute = 180;

/** What a reference manager takes from a list. */
function citationOf(record: Publication): OwnEntry['cited'] {
  const [first] = record.contributions;
  return {
    authors: record.contributions.slice(0, 100).map(({ name }) => twoPartName(name)),
    ...(first && isGroup(first.name) ? { group: true } : {}),
    ...pick(record, ['volume', 'issue', 'pages', 'articleNumber', 'isbn', 'publisher']),
  };
}

/** The first whole sentences of a text, up to about 260 characters. */
function firstSentences(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= 260) return flat;
  const sentences = flat.slice(0, 260).match(/^.*[.!?؟。](?=\s)/)?.[0];
  return sentences && sentences.length > 60 ? sentences : `${flat.slice(0, 240).replace(/ \S*$/, '')} …`;
}
