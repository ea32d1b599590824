import { latestNotice } from '../domain/dates/content-date.ts';
import { isGroup, nameKey, twoPartName } from '../domain/people/person-name.ts';
import type { Publication } from '../domain/publication/publication.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { findMissingReferenceParts } from './find-missing-reference-parts.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import { titleKey } from '../domain/text/title-key.ts';

/** What the catalog keeps of a publication. `plainSummaries`: the plain-language summaries as text, by language. */
export function toPublicationSummary(
  record: Publication,
  plainSummaries: readonly (readonly [language: string, { readonly text: string }])[],
): PublicationSummary {
  const words = Math.max(0, ...plainSummaries.map(([, { text }]) => text.split(/\s+/).length));
  const lacks = findMissingReferenceParts(record);
  const container = record.container ?? record.event?.name;
  const noticed = latestNotice(record.notices);
  return {
    slug: record.slug,
    file: record.file,
    type: record.type,
    lang: record.lang,
    title: record.title,
    titles: record.titles,
    titleKey: titleKey(richTextToPlain(record.title)),
    authors: record.contributions.map(({ name, orcid, person, native }) => ({
      name: name.printed,
      ...(isGroup(name) ? {} : { key: nameKey(name) }),
      ...(orcid ? { orcid } : {}),
      ...(person ? { person } : {}),
      ...(native && Object.keys(native).length > 0 ? { native } : {}),
    })),
    cited: citationOf(record),
    affiliations: record.affiliations.map(({ name, unit }) => (unit ? { name, unit } : { name })),
    countries: [...new Set(record.affiliations.flatMap(({ country }) => country ?? []))],
    ...pick(record, ['journal', 'openAccess', 'doi', 'pmid', 'pmcid', 'preferred', 'added', 'summaryTitle', 'image']),
    ...(container === undefined ? {} : { container }),
    ...(noticed ? { noticed } : {}),
    published: record.published,
    status: record.status,
    topics: record.topics,
    ...(record.mesh.length > 0 ? { mesh: record.mesh.join(' ') } : {}),
    keywords: record.keywords,
    versions: record.versions,
    citekey: record.citekey,
    aliases: record.aliases,
    featured: record.featured,
    draft: record.draft,
    ...(plainSummaries.length > 0
      ? {
          summary: Object.fromEntries(plainSummaries.map(([language, { text }]) => [language, firstSentences(text)])),
          summaryMinutes: Math.max(1, Math.round(words / wordsPerMinute)),
        }
      : {}),
    ...(record.keyMessages.length > 0 ? { keyMessages: record.keyMessages } : {}),
    assets: record.assets,
    hasCode: record.hasCode,
    ...(lacks.length > 0 ? { lacks } : {}),
    ...filesOf(record),
  };
}

/** How fast readers read, in words per minute. */
const wordsPerMinute = 180;

/** What a reference manager takes from a list. */
function citationOf(record: Publication): PublicationSummary['cited'] {
  const [first] = record.contributions;
  return {
    authors: record.contributions.slice(0, 100).map(({ name }) => twoPartName(name)),
    ...(first && isGroup(first.name) ? { group: true } : {}),
    ...pick(record, ['volume', 'issue', 'pages', 'articleNumber', 'isbn', 'publisher']),
  };
}

function filesOf({ links }: Publication): Pick<PublicationSummary, 'files'> {
  const files = links.filter(({ file }) => file !== undefined);
  return files.length > 0 ? { files } : {};
}

/** The first whole sentences of a text, up to about 260 characters. */
function firstSentences(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= 260) return flat;
  const sentences = flat.slice(0, 260).match(/^.*[.!?؟。](?=\s)/)?.[0];
  return sentences && sentences.length > 60 ? sentences : `${flat.slice(0, 240).replace(/ \S*$/, '')} …`;
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const key of keys) if (from[key] !== undefined) picked[key] = from[key];
  return picked;
}
