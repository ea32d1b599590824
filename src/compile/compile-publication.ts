import { findCountryInAffiliation } from '../domain/institute/country.ts';
import type { Fault } from '../domain/problems/problem.ts';
import type { Affiliation, Contribution, Publication, PublicationImage } from '../domain/publication/publication.ts';
import { findNameWarning, groupName, parsePersonName } from '../domain/people/person-name.ts';
import { parseRichText, type RichText } from '../domain/text/rich-text.ts';
import { publicationSchema, type PublicationFrontmatter } from '../schemas/publication.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { checkPublication } from './check-publication.ts';
import { compileBody } from './body/compile-body.ts';
import { compileAbstract } from './body/compile-markdown.ts';
import { compileLocalized } from './compile-localized.ts';
import type { CompileContext, Report } from './compile-report.ts';
import { findPublishedMail } from './find-published-mail.ts';
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
): { record: Publication; summary: PublicationSummary } | undefined {
  const fields = report.validate(publicationSchema, front);
  const faulty = new Set([...report.faultyFields, ...(front.unread ?? [])]);
  const lang = fields?.lang ?? context.locales[0] ?? 'en';
  report.addUnsafe(front.body, front.bodyLine);
  findPublishedMail(front, report);
  const body = compileBody(front.body, {
    lang,
    trust: context.trust,
    assetRoot: `${context.base}/publications/${slug}/`,
  });
  for (const { position, ...fault } of body.faults)
    report.add(fault, { line: position.line + front.bodyLine, column: position.column });
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
  const plainSummaries = Object.entries(fields.summary ?? {}).map(
    ([language, text]) => [language, compileLocalized(text, ['summary', language], front, report)] as const,
  );
  const { authors: _authors, affiliations, trials, image, summary, abstracts, ...rest } = fields;
  const contributions = (field: ContributorField): Contribution[] =>
    fields[field].map((author, index) =>
      compileContribution(author, (fault) => {
        const isText = typeof valueAt(front, field, index) === 'string';
        report.addAt(fault, front, isText ? [field, index] : [field, index, author.group ? 'group' : 'name']);
      }),
    );
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
    trials,
    ...(plainSummaries.length > 0
      ? { summary: Object.fromEntries(plainSummaries.map(([language, { html }]) => [language, html])) }
      : {}),
    highlights: fields.highlights.map((text, index) => rich(text, ['highlights', index])),
    ...(image ? { image: { ...image, width: 0, height: 0 } satisfies PublicationImage } : {}),
    abstracts: [...(body.abstract ? [body.abstract] : []), ...translations],
    sections: body.sections,
    component: body.component,
    assets: [...new Set([...(image ? [image.src] : []), ...body.assets])],
    citekey: fields.citekey ?? slug,
  };
  for (const { path, ...fault } of checkPublication(record, faulty)) {
    if (path.length > 0) report.addAt(fault, front, path);
    else report.add(fault, { line: front.bodyLine + countLines(front.body, front.body.search(/\S|$/)) + 1, column: 1 });
  }
  return { record, summary: toPublicationSummary(record, plainSummaries) };
}

/** The fields that list persons and groups. */
type ContributorField = 'authors' | 'editors' | 'translators' | 'seriesEditors';

/** An item of a list as written: a text, or a group of fields. */
function valueAt(front: Frontmatter, field: ContributorField, index: number): unknown {
  const items = front.fields?.[field];
  return Array.isArray(items) ? items[index] : undefined;
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
