import { latestNotice } from '../domain/dates/content-date.ts';
import { isGroup, nameKey } from '../domain/people/person-name.ts';
import type { Publication } from '../domain/publication/publication.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { pick } from './pick.ts';
import { findMissingReferenceParts } from './find-missing-reference-parts.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import { titleKey } from '../domain/text/title-key.ts';

/** What connects a publication with others. */
export function toPublicationSummary(record: Publication): PublicationSummary {
  const lacks = findMissingReferenceParts(record);
  const noticed = latestNotice(record.notices);
  return {
    slug: record.slug,
    file: record.file,
    type: record.type,
    title: record.title,
    titleKey: titleKey(richTextToPlain(record.title)),
    authors: record.contributions.map(({ name, orcid, person }) => ({
      ...(isGroup(name) ? {} : { key: nameKey(name) }),
      ...(orcid ? { orcid } : {}),
      ...(person ? { person } : {}),
    })),
    affiliations: record.affiliations.map(({ name, unit }) => (unit ? { name, unit } : { name })),
    countries: [...new Set(record.affiliations.flatMap(({ country }) => country ?? []))],
    ...pick(record, ['journal', 'openAccess', 'doi', 'pmid', 'pmcid', 'preferred', 'added', 'image']),
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
    ...plainOf(record),
    assets: record.assets,
    hasCode: record.hasCode,
    ...(lacks.length > 0 ? { lacks } : {}),
    ...filesOf(record),
  };
}

function plainOf({ summary, summaryTitle, keyMessages }: Publication): Pick<PublicationSummary, 'plain'> {
  const plain = [
    ...(summary ? (['summary'] as const) : []),
    ...(summaryTitle ? (['headline'] as const) : []),
    ...(keyMessages.length > 0 ? (['messages'] as const) : []),
  ];
  return plain.length > 0 ? { plain } : {};
}

function filesOf({ links }: Publication): Pick<PublicationSummary, 'files'> {
  const files = links.filter(({ file }) => file !== undefined);
  return files.length > 0 ? { files } : {};
}
