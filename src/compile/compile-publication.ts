import { findCountryInAffiliation } from '../domain/institute/country.ts';
import type { Fault } from '../domain/problems/problem.ts';
import { normalizeKeywords } from '../domain/publication/keyword.ts';
import { plainName } from '../domain/pages/plain-name.ts';
import { pdfAddress } from '../domain/publication/pdf-address.ts';
import type {
  Affiliation,
  Contribution,
  Publication,
  PublicationImage,
  PublicationLink,
} from '../domain/publication/publication.ts';
import { findNameWarning, groupName, parsePersonName } from '../domain/people/person-name.ts';
import { parseRichText, type RichText } from '../domain/text/rich-text.ts';
import { publicationSchema, type PublicationFrontmatter } from '../schemas/publication.ts';
import type { OwnEntry } from '../domain/publication/entry.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { checkFields } from './check-fields.ts';
import { checkPublication } from './check-publication.ts';
import { compileBody } from './body/compile-body.ts';
import { findTarget, type TextPlace } from './body/link-target.ts';
import { compileAbstract } from './body/compile-markdown.ts';
import { compileLocalized } from './compile-localized.ts';
import type { CompileContext, Report } from './compile-report.ts';
import { findPublishedMail } from './find-published-mail.ts';
import { toOwnEntry } from './to-own-entry.ts';
import { toPublicationSummary } from './to-publication-summary.ts';
import { countLines } from './yaml/read-frontmatter.ts';
import type { Frontmatter } from './yaml/read-yaml.ts';
import { renderMath } from './body/render-math.ts';

/**
 * A publication from its frontmatter and body. Adds to the report everything that is wrong. Where fields are wrong, the
 * publication is made of those that can be read, so that all the rest is checked; undefined where too little can be read.
 */
export function compilePublication(
  file: string,
  slug: string,
  front: Frontmatter,
  context: CompileContext,
  report: Report,
): { record: Publication; summary: PublicationSummary; entry: OwnEntry } | undefined {
  const fields = report.validate(publicationSchema, front);
  const faulty = new Set([...report.faultyFields, ...(front.unread ?? [])]);
  const lang = fields?.lang ?? context.locales[0] ?? 'en';
  report.addUnsafe(front.body, front.bodyLine);
  findPublishedMail(front, report);
  const place = placeOf(slug, fields?.links ?? [], report);
  const body = compileBody(front.body, {
    lang,
    trust: context.trust,
    place,
  });
  report.addLinks(body.links, front.bodyLine);
  for (const { position, ...fault } of body.faults)
    report.add(fault, { line: position.line + front.bodyLine, column: position.column });
  if (!fields) return undefined;

  const rich = (text: string, path: readonly (string | number)[]): RichText => {
    const { text: parsed, faults } = parseRichText(text, renderMath);
    for (const fault of faults) report.addAt(fault, front, path);
    return parsed;
  };
  const title = rich(fields.title, ['title']);
  const fieldAssets: string[] = [];
  const translations = Object.entries(fields.abstracts).flatMap(([language, text]) => {
    const { abstract, faults, links, assets } = compileAbstract(text, language, place);
    for (const fault of faults) report.addAt(fault, front, ['abstracts', language]);
    report.addLinksAt(links, ['abstracts', language]);
    for (const asset of assets) fieldAssets.push(asset);
    return abstract ?? [];
  });
  const plainSummaries = Object.entries(fields.summary ?? {}).map(
    ([language, text]) => [language, compileLocalized(text, ['summary', language], front, report, place)] as const,
  );
  const links = fields.links.map((link, index) => compileLink(link, ['links', index, 'url'], place, report));
  const {
    authors: _authors,
    affiliations,
    trials,
    image,
    summary,
    abstracts,
    container,
    thesis,
    mesh,
    abstractBy,
    ...rest
  } = fields;
  const meshLabels = mesh.flatMap(({ id, label }) => (label ? [[id, label] as const] : []));
  const written = (fields.type === 'thesis' ? thesis?.institution : undefined) ?? container?.title;
  // A container with the name of the congress would repeat it.
  const containerTitle = written === fields.event?.name ? undefined : written;
  const isbn = fields.isbn ?? container?.isbn;
  const compileNames = (names: PublicationFrontmatter['authors'], path: readonly string[]): Contribution[] =>
    names.map((author, index) =>
      compileContribution(author, (fault) => {
        const at = [...path, index];
        report.addAt(fault, front, isText(front, at) ? at : [...at, author.group ? 'group' : 'name']);
      }),
    );
  const contributions = (field: ContributorField): Contribution[] => compileNames(fields[field], [field]);
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
    contributions: contributions('authors'),
    editors: contributions('editors'),
    translators: contributions('translators'),
    seriesEditors: contributions('seriesEditors'),
    affiliations: affiliations.map(compileAffiliation),
    ...(containerTitle ? { container: containerTitle } : {}),
    ...(container?.doi ? { containerDoi: container.doi } : {}),
    ...(isbn ? { isbn } : {}),
    ...(thesis
      ? {
          thesis: {
            ...(thesis.kind ? { kind: thesis.kind } : {}),
            advisors: compileNames(thesis.advisor, ['thesis', 'advisor']),
          },
        }
      : {}),
    mesh: mesh.map(({ id }) => id),
    ...(meshLabels.length > 0 ? { meshLabels: Object.fromEntries(meshLabels) } : {}),
    ...(abstractBy === 'office' ? { abstractBy } : {}),
    links,
    trials,
    ...(plainSummaries.length > 0
      ? { summary: Object.fromEntries(plainSummaries.map(([language, { html }]) => [language, html])) }
      : {}),
    highlights: fields.highlights.map((text, index) => rich(text, ['highlights', index])),
    ...(image ? { image: { ...image, width: 0, height: 0 } satisfies PublicationImage } : {}),
    abstracts: [...(body.abstract ? [body.abstract] : []), ...translations],
    sections: body.sections,
    keywords: normalizeKeywords(fields.keywords),
    hasCode: body.code !== undefined,
    ...(body.code ? { code: body.code } : {}),
    assets: [
      ...new Set([
        ...(image ? [image.src] : []),
        ...body.assets,
        ...fieldAssets,
        ...plainSummaries.flatMap(([, { assets }]) => assets),
        ...links.flatMap(({ file }) => file ?? []),
      ]),
    ],
    citekey: fields.citekey ?? slug,
  };
  for (const { path, ...fault } of [...checkPublication(record, faulty), ...checkFields(fields)]) {
    if (path.length > 0) report.addAt(fault, front, path);
    else report.add(fault, { line: front.bodyLine + countLines(front.body, front.body.search(/\S|$/)) + 1, column: 1 });
  }
  return { record, summary: toPublicationSummary(record), entry: toOwnEntry(record, plainSummaries) };
}

/**
 * The place of the texts of a publication. Its PDF is published under its own name, `/publications/<slug>.pdf`: the first
 * file that `links` name as one, else `<slug>.pdf`.
 */
function placeOf(slug: string, links: PublicationFrontmatter['links'], { place }: Report): TextPlace {
  const page = `/publications/${slug}/`;
  const named = links.find(({ rel, url }) => rel === 'pdf' && findTarget(url, { ...place, page }).kind === 'file');
  return { ...place, page, files: new Map([[plainName(named?.url ?? `${slug}.pdf`), pdfAddress(slug)]]) };
}

/** A link of the publication with its whole address, also where it is written as a file or an address of this site. */
function compileLink(
  link: PublicationFrontmatter['links'][number],
  path: readonly (string | number)[],
  place: TextPlace,
  report: Report,
): PublicationLink {
  const target = findTarget(link.url, place);
  if (target.kind === 'other') return link;
  if (target.kind !== 'file') {
    const { to } = target;
    const fragment = 'fragment' in target ? { fragment: target.fragment } : {};
    report.addLinksAt([{ written: link.url, to, ...fragment }], path);
    if (target.kind === 'outside') return link;
  }
  const url = new URL(target.address, place.site).href;
  return target.kind === 'file' ? { ...link, url, file: target.file } : { ...link, url };
}

/** The fields that list persons and groups. */
type ContributorField = 'authors' | 'editors' | 'translators' | 'seriesEditors';

/** True if a value is written as a text, and not as a group of fields. */
const isText = (front: Frontmatter, path: readonly (string | number)[]): boolean =>
  typeof path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    front.fields,
  ) === 'string';

function compileContribution(
  author: PublicationFrontmatter['authors'][number],
  report: (fault: Fault) => void,
): Contribution {
  const { name, group, ...rest } = author;
  if (group !== undefined) return { name: groupName(group), ...rest };
  const parsed = parsePersonName(name ?? '');
  const warning = parsed.ok ? findNameWarning(name ?? '') : undefined;
  if (warning) report(warning);
  if (parsed.ok) return { name: parsed.value, ...rest };
  report(parsed.fault);
  return { name: { family: name ?? '', printed: name ?? '' }, ...rest };
}

function compileAffiliation(affiliation: PublicationFrontmatter['affiliations'][number]): Affiliation {
  const country = affiliation.country ?? findCountryInAffiliation(affiliation.name);
  return country ? { ...affiliation, country } : affiliation;
}
