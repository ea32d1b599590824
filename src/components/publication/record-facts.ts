import { inCalendarOf } from '../../domain/dates/partial-date.ts';
import { rorUrl } from '../../domain/identifiers/ror.ts';
import { meshUrl } from '../../domain/identifiers/mesh.ts';
import { licenseName, licenseUrl } from '../../domain/publication/license.ts';
import { labelKey } from '../../domain/institute/own-strings.ts';
import type { Named } from '../../domain/institute/named.ts';
import type { PublicationPage } from '../../domain/pages/page-data.ts';
import type { Funding, Publication } from '../../domain/publication/publication.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';
import { factsHtml, linkHtml, textHtml, type Fact } from '../page/facts-html.ts';
import { chooseRun, runAttributes, runIn, runOf } from '../page/run.ts';
import type { View } from '../page/view.ts';
import { correctionLinks } from './correction-links.ts';
import { detailFacts } from './detail-facts.ts';
import { identifierLinks } from './identifier-links.ts';
import { materialLinks, externalLinkHtml } from './publication-links.ts';
import { versionHref } from './version-href.ts';

/** The facts of a record, as rows of a `<dl>`; facts without a value have no row. */
export function recordFacts(page: PublicationPage, view: View): string {
  const { publication, context } = page;
  const { t, urls, locale, format } = view;
  const foreign = (text: string): string => textHtml(text, runOf(text, publication.lang, locale));
  const facts: readonly Fact[] = [
    {
      label: t('fact.trials'),
      values: publication.trials.map(({ id, url }) => linkHtml(id, url, { external: true, run: runIn('en', locale) })),
    },
    { label: t('fact.journal'), values: journalOf(page, view) },
    {
      label: t('fact.publisher'),
      values: [publication.publisher ?? context.journal?.publisher].flatMap((name) =>
        name === undefined ? [] : foreign(name),
      ),
    },
    ...detailFacts(publication, view),
    { label: t('fact.units'), values: context.units.map((unit) => namedHtml(unit, urls.unit(unit.id, locale), view)) },
    {
      label: t('fact.topics'),
      values: context.topics.map((topic) => namedHtml(topic, urls.topic(topic.id, locale), view)),
    },
    { label: t('fact.identifiers'), values: identifierLinks(publication) },
    {
      label: t('fact.access'),
      values: publication.openAccess === undefined ? [] : [escapeHtml(t(`access.${publication.openAccess}`))],
    },
    {
      label: t('fact.license'),
      values: publication.license === undefined ? [] : [licenseHtml(publication.license, locale)],
    },
    {
      label: t('fact.funding'),
      values: publication.funding.map((funding) => fundingHtml(funding, view)),
    },
    { label: t('fact.versions'), values: versionsOf(page, view) },
    {
      label: t('fact.materials'),
      values: materialLinks(page, view).map((link) => externalLinkHtml(link, locale)),
    },
    {
      label: t('fact.mesh'),
      values:
        publication.mesh.length === 0
          ? []
          : [publication.mesh.map((id) => meshHtml(id, page, view)).join(format.comma)],
    },
    ...extraFacts(publication.extra ?? {}, view),
    {
      label: t('fact.language'),
      values: publication.lang === locale ? [] : [escapeHtml(format.language(publication.lang))],
    },
    {
      label: t('fact.citekey'),
      values: [`<bdi${runAttributes(runIn('en', locale))}>${escapeHtml(publication.citekey)}</bdi>`],
    },
    {
      label: t('fact.added'),
      values:
        publication.added === undefined
          ? []
          : [`<span class="num">${format.date(inCalendarOf(publication.published, publication.added))}</span>`],
    },
    { label: t('fact.correction'), values: correctionLinks(page, view), screen: true },
  ];
  return factsHtml(facts);
}

/** The institute's own fields, whose labels `strings/` may translate. */
const extraFacts = (extra: NonNullable<Publication['extra']>, { site, locale }: View): readonly Fact[] =>
  Object.entries(extra).map(([label, value]) => {
    const translated = site.strings?.[locale]?.[labelKey(label)];
    const { text, run } = chooseRun(value, locale, site.locales);
    return { label: typeof translated === 'string' ? translated : label, values: [textHtml(text, run)] };
  });

function journalOf({ publication, context }: PublicationPage, { urls, locale }: View): readonly string[] {
  const { journal } = context;
  if (journal !== undefined)
    return [
      linkHtml(journal.title, urls.journal(journal.id, locale), {
        run: runOf(journal.title, publication.lang, locale),
      }),
    ];
  return [];
}

function namedHtml({ name }: Named, href: string, { locale, site }: View): string {
  const { text, run } = chooseRun(name, locale, site.locales);
  return linkHtml(text, href, { run });
}

/** A MeSH descriptor with the label from the institute's topics, else that of the record, else its number. */
function meshHtml(id: string, { context, publication }: PublicationPage, { site, locale }: View): string {
  const written = publication.meshLabels?.[id];
  const label = context.mesh?.[id] ?? (written === undefined ? undefined : { en: written });
  const { text, run } =
    label === undefined ? { text: id, run: runIn('en', locale) } : chooseRun(label, locale, site.locales);
  return linkHtml(text, meshUrl(id), { external: true, run });
}

function licenseHtml(id: string, locale: string): string {
  const name = licenseName(id) ?? id;
  const url = licenseUrl(id);
  const run = runOf(name, 'en', locale);
  return url === undefined ? textHtml(name, run) : linkHtml(name, url, { external: true, run });
}

function fundingHtml({ ror, funder, award }: Funding, { t, format, locale }: View): string {
  const run = runOf(funder, undefined, locale);
  const who = ror === undefined ? textHtml(funder, run) : linkHtml(funder, rorUrl(ror), { external: true, run });
  return award === undefined
    ? who
    : `${who}${format.comma}${t('fact.award', { number: `<bdi>${escapeHtml(award)}</bdi>` })}`;
}

function versionsOf({ context }: PublicationPage, { t, urls, locale }: View): readonly string[] {
  const versions = [
    { label: t('fact.version.preprint'), version: versionHref(context.preprint, urls, locale) },
    { label: t('fact.version.published'), version: versionHref(context.publishedVersion, urls, locale) },
    { label: t('fact.version.preferred'), version: versionHref(context.preferred, urls, locale) },
  ];
  const first = versions.filter(
    ({ version }, index) => versions.findIndex((other) => other.version?.href === version?.href) === index,
  );
  return first.flatMap(({ label, version }) =>
    version === undefined ? [] : linkHtml(label, version.href, { external: version.leaves }),
  );
}
