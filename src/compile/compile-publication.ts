import { findCountryInAffiliation } from '../domain/institute/country.ts';
import { comparePartialDates, type PartialDate } from '../domain/dates/partial-date.ts';
import type { Fault } from '../domain/problems/problem.ts';
import type { Affiliation, Contribution, Publication, PublicationImage } from '../domain/publication/publication.ts';
import {
  findNameWarning,
  groupName,
  isGroup,
  nameKey,
  parsePersonName,
  twoPartName,
} from '../domain/people/person-name.ts';
import { parseRichText, richTextToPlain, type RichText } from '../domain/text/rich-text.ts';
import { publicationSchema, type PublicationFrontmatter } from '../schemas/publication.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { titleKey } from '../domain/text/title-key.ts';
import { checkPublication } from './check-publication.ts';
import { compileAbstract, compileBody } from './body/compile-body.ts';
import { compileLocalized } from './compile-localized.ts';
import type { CompileContext, Report } from './compile-report.ts';
import { findPublishedMail } from './find-published-mail.ts';
import type { Frontmatter } from './yaml/read-frontmatter.ts';
import { renderMath } from './body/render-math.ts';

/** A publication from its frontmatter and body, with all that is wrong in it. */
export function compilePublication(
  file: string,
  slug: string,
  front: Frontmatter,
  context: CompileContext,
  report: Report,
): { record: Publication; brief: PublicationSummary } | undefined {
  const fields = report.validate(publicationSchema, front);
  const lang = fields?.lang ?? context.locales[0] ?? 'en';
  report.addUnsafe(front.body, front.bodyLine);
  findPublishedMail(front, report);
  const body = compileBody(front.body, {
    lang,
    trust: context.trust,
    assetRoot: `${context.base}/publications/${slug}/`,
  });
  for (const { place, ...fault } of body.faults)
    report.add(fault, { line: place.line + front.bodyLine, column: place.column });
  if (!fields) return undefined;

  const rich = (text: string, path: readonly (string | number)[]): RichText => {
    const { text: parsed, faults } = parseRichText(text, renderMath);
    for (const fault of faults) report.addAt(fault, front, path);
    return parsed;
  };
  const title = rich(fields.title, ['title']);
  const translations = Object.entries(fields.abstracts).flatMap(([language, text]) => {
    const { abstract, faults } = compileAbstract(text, language);
    for (const fault of faults) report.addAt(fault, front, ['abstracts', language]);
    return abstract ?? [];
  });
  const summaries = Object.entries(fields.summary ?? {}).map(
    ([language, text]) => [language, compileLocalized(text, ['summary', language], front, report)] as const,
  );
  const { authors, affiliations, trials, image, summary, abstracts, ...rest } = fields;
  const record: Publication = {
    ...rest,
    slug,
    file,
    lang,
    title,
    titles: Object.fromEntries(
      Object.entries(fields.titles)
        .filter(([language]) => language !== lang)
        .map(([language, text]) => [language, rich(text, ['titles', language])]),
    ),
    contributions: authors.map((author, index) =>
      compileContribution(author, (fault) =>
        report.addAt(
          fault,
          front,
          typeof fieldAt(front, index) === 'string'
            ? ['authors', index]
            : ['authors', index, author.group ? 'group' : 'name'],
        ),
      ),
    ),
    affiliations: affiliations.map(compileAffiliation),
    trials,
    ...(summaries.length > 0
      ? { summary: Object.fromEntries(summaries.map(([language, { html }]) => [language, html])) }
      : {}),
    highlights: fields.highlights.map((text, index) => rich(text, ['highlights', index])),
    ...(image ? { image: { ...image, width: 0, height: 0 } satisfies PublicationImage } : {}),
    abstracts: [...(body.abstract ? [body.abstract] : []), ...translations],
    sections: body.sections,
    component: body.component,
    assets: [...new Set([...(image ? [image.src] : []), ...body.assets])],
    citekey: fields.citekey ?? slug,
  };
  for (const { path, ...fault } of checkPublication(record)) report.addAt(fault, front, path);
  return { record, brief: summaryOf(record, summaries) };
}

function fieldAt(front: Frontmatter, index: number): unknown {
  const authors = front.fields?.['authors'];
  return Array.isArray(authors) ? authors[index] : undefined;
}

function compileContribution(
  author: PublicationFrontmatter['authors'][number],
  report: (fault: Fault) => void,
): Contribution {
  const { name, group, ...rest } = author;
  if (group !== undefined) return { name: groupName(group), ...rest };
  const parsed = parsePersonName(name ?? '');
  const doubt = parsed.ok ? findNameWarning(name ?? '') : undefined;
  if (doubt) report(doubt);
  if (parsed.ok) return { name: parsed.value, ...rest };
  report(parsed.fault);
  return { name: { family: name ?? '', printed: name ?? '' }, ...rest };
}

function compileAffiliation(affiliation: PublicationFrontmatter['affiliations'][number]): Affiliation {
  const country = affiliation.country ?? findCountryInAffiliation(affiliation.name);
  return country ? { ...affiliation, country } : affiliation;
}

function summaryOf(
  record: Publication,
  summaries: readonly (readonly [string, { text: string }])[],
): PublicationSummary {
  const words = Math.max(0, ...summaries.map(([, { text }]) => text.split(/\s+/).length));
  return {
    slug: record.slug,
    file: record.file,
    type: record.type,
    lang: record.lang,
    title: record.title,
    titles: record.titles,
    titleKey: titleKey(richTextToPlain(record.title)),
    authors: record.contributions.map(({ name, orcid, person }) => ({
      name: name.printed,
      ...(isGroup(name) ? {} : { key: nameKey(name) }),
      ...(orcid ? { orcid } : {}),
      ...(person ? { person } : {}),
    })),
    cited: citationOf(record),
    affiliations: record.affiliations.map(({ name, unit }) => (unit ? { name, unit } : { name })),
    countries: [...new Set(record.affiliations.flatMap(({ country }) => country ?? []))],
    ...pick(record, ['journal', 'container', 'openAccess', 'doi', 'pmid', 'pmcid', 'preferred', 'added']),
    ...noticedOf(record),
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
    ...(summaries.length > 0
      ? {
          summary: Object.fromEntries(summaries.map(([language, { text }]) => [language, opening(text)])),
          summaryMinutes: Math.max(1, Math.round(words / 180)),
        }
      : {}),
    assets: record.assets,
    component: record.component,
  };
}

function citationOf(record: Publication): PublicationSummary['cited'] {
  const [first] = record.contributions;
  return {
    authors: record.contributions.slice(0, 100).map(({ name }) => twoPartName(name)),
    ...(first && isGroup(first.name) ? { group: true } : {}),
    ...pick(record, ['volume', 'issue', 'pages', 'articleNumber', 'isbn', 'publisher']),
  };
}

function noticedOf({ notices }: Publication): { noticed?: PartialDate } {
  const dates = notices.flatMap(({ date }) => date ?? []).sort(comparePartialDates);
  const noticed = dates.at(-1);
  return noticed ? { noticed } : {};
}

/** The first whole sentences of a text, up to some 240 characters. */
function opening(text: string): string {
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
