import { escapeHtml, richTextToPlain } from '../../domain/text/rich-text.ts';
import type { PublicationPage } from '../../domain/pages/page-data.ts';
import type { StringKey } from '../../i18n/locales.ts';
import { correctionHref, takesField } from '../page/correction-href.ts';
import { linkHtml } from '../page/facts-html.ts';
import type { View } from '../page/view.ts';

/** Links to report an error: one for each part of the record, or a single one when the address has no `{field}`. */
export function correctionLinks(
  { publication, context }: PublicationPage,
  view: Pick<View, 'site' | 't' | 'urls' | 'locale'>,
): readonly string[] {
  const { site, t, urls, locale } = view;
  const { corrections } = site;
  if (corrections === undefined) return [];
  const subject = {
    title: richTextToPlain(publication.title),
    url: urls.absolute(urls.publication(publication.slug, locale)),
    slug: publication.slug,
  };
  const link = (label: string, name?: string): string =>
    linkHtml(
      label,
      correctionHref(corrections, { ...subject, field: name === undefined ? undefined : { name, label } }, t)!,
    );
  if (!takesField(corrections)) return [link(t('site.reportError'))];
  const isPresent: Readonly<Record<FieldName, boolean>> = {
    title: true,
    authors: publication.contributions.length > 0,
    affiliations: publication.affiliations.length > 0,
    journal: (context.journal ?? publication.journal ?? publication.container) !== undefined,
    published: true,
    abstract: publication.abstracts.length > 0,
    summary: publication.summary !== undefined,
    keywords: publication.keywords.length > 0,
    identifiers: (publication.doi ?? publication.pmid ?? publication.pmcid ?? publication.arxiv) !== undefined,
    funding: publication.funding.length > 0,
    license: publication.license !== undefined,
  };
  const links = fieldNames
    .filter((name) => isPresent[name])
    .map((name) => link(t(labels[name]), name))
    .concat(link(t('correction.other')));
  const lead = escapeHtml(t('correction.in'));
  return [
    `<details class="report"><summary class="more">${lead}</summary><ul>${links.map((each) => `<li>${each}</li>`).join('')}</ul></details>`,
  ];
}

type FieldName = keyof typeof labels;

/** Names of parts of a record, as in its file → key of their label on the page. */
const labels = {
  title: 'correction.title',
  authors: 'publication.authors',
  affiliations: 'publication.affiliations',
  journal: 'fact.journal',
  published: 'correction.date',
  abstract: 'publication.abstract',
  summary: 'publication.plain',
  keywords: 'publication.keywords',
  identifiers: 'fact.identifiers',
  funding: 'fact.funding',
  license: 'fact.license',
} as const satisfies Readonly<Record<string, StringKey>>;

const fieldNames = Object.keys(labels) as readonly FieldName[];
