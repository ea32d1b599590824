import { orcidUrl } from '../domain/identifiers/orcid.ts';
import { rorUrl } from '../domain/identifiers/ror.ts';
import { chooseText, type LocalizedText } from '../domain/languages/localized-text.ts';
import { folderOf } from '../domain/institute/institute-kinds.ts';
import { htmlToPlain } from '../domain/text/html-to-plain.ts';
import type { Named } from '../domain/institute/named.ts';
import type { IndexKind, PageKind, PageOf, PublicationList } from '../domain/pages/page-data.ts';
import { publicationNodes, workId } from './json-ld-publication.ts';
import { oneOrMany, siteIds, type LdNode, type LdReference } from './json-ld-node.ts';
import type { PageSubject } from './page-subject.ts';
import type { PageView } from './page-view.ts';

/** The schema.org graph of a page; its ids are the same on all pages. */
export function pageGraph(page: PageOf<PageKind>, subject: PageSubject, view: PageView): object {
  const { site, locale } = view;
  const { url } = subject;
  const ids = siteIds(site.url);
  const about = aboutNodes(page, subject, view);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': pageTypes[page.kind] ?? 'WebPage',
        '@id': url,
        inLanguage: locale,
        // The page of a publication leaves its name and address to the work, and the site to other pages.
        ...(page.kind === 'publication'
          ? {}
          : { url, name: subject.title, description: subject.description, isPartOf: { '@id': ids.website } }),
        ...about.page,
      } satisfies LdNode,
      ...about.nodes,
      ...breadcrumb(page, subject, view),
      ...siteNodes(page, view),
    ],
  };
}

const pageTypes: Readonly<Partial<Record<PageKind, string>>> = {
  publication: 'ItemPage',
  person: 'ProfilePage',
  publications: 'CollectionPage',
  'plain-language': 'CollectionPage',
  year: 'CollectionPage',
  unit: 'CollectionPage',
  topic: 'CollectionPage',
  journal: 'CollectionPage',
  index: 'CollectionPage',
  search: 'SearchResultsPage',
};

/** The nodes of what the page is about, and the properties of the page that refer to them. */
function aboutNodes(
  page: PageOf<PageKind>,
  subject: PageSubject,
  view: PageView,
): { readonly page: Readonly<Record<string, LdReference>>; readonly nodes: readonly LdNode[] } {
  const list = 'list' in page ? itemList(page.list, subject.url, view) : undefined;
  const ofList: Readonly<Record<string, LdReference>> =
    list === undefined ? {} : { mainEntity: { '@id': `${subject.url}#list` } };
  const nodes = list === undefined ? [] : [list];
  switch (page.kind) {
    case 'publication':
      return { page: { mainEntity: { '@id': workId(page) } }, nodes: publicationNodes(page, view, subject) };
    case 'person': {
      const person = personNode(page, view);
      return { page: { mainEntity: { '@id': person['@id'] } }, nodes: [person] };
    }
    case 'unit': {
      const unit = unitNode(page, view);
      return { page: { about: { '@id': unit['@id'] }, ...ofList }, nodes: [unit, ...nodes] };
    }
    case 'topic': {
      const topic = topicNode(page, view);
      return { page: { about: { '@id': topic['@id'] }, ...ofList }, nodes: [topic, ...nodes] };
    }
    case 'journal': {
      const journal = journalNode(page, view);
      return { page: { about: { '@id': journal['@id'] }, ...ofList }, nodes: [journal, ...nodes] };
    }
    case 'home':
    case 'publications':
    case 'year':
    case 'index':
    case 'statistics':
    case 'search':
    case 'search-help':
    case 'reading-list':
    case 'text':
    case 'not-found':
    case 'plain-language':
    case 'embed':
    case 'alias':
      return { page: ofList, nodes };
  }
}

function itemList(list: PublicationList, url: string, { urls, locale }: PageView): LdNode {
  const slugs = list.groups.flatMap((group) => group.slugs);
  return {
    '@type': 'ItemList',
    '@id': `${url}#list`,
    numberOfItems: slugs.length,
    itemListOrder: 'https://schema.org/ItemListOrderDescending',
    itemListElement: slugs.map((slug, index): LdNode => ({
      '@type': 'ListItem',
      position: index + 1,
      url: urls.absolute(urls.publication(slug, locale)),
    })),
  };
}

type Identified = LdNode & { readonly '@id': string };

/** The same id in every language: the address in the default one. */
const idOf = (view: PageView, address: string, fragment: string): string =>
  `${view.urls.absolute(view.urls.page(address, view.site.locales[0] ?? 'en'))}#${fragment}`;

const chosen = (text: LocalizedText, { locale, site }: PageView): string =>
  chooseText(text, locale, site.locales)?.text ?? '';

/** The texts other than `shown`, each once. */
const others = (texts: readonly string[], shown: string): string | readonly string[] | undefined =>
  oneOrMany([...new Set(texts)].filter((text) => text !== shown));

function personNode({ person, unit, address }: PageOf<'person'>, view: PageView): Identified {
  const { urls, site } = view;
  const [name] = person.names;
  const root = `/people/${person.id}/`;
  const printed = person.native?.[view.locale] ?? name?.printed ?? person.id;
  return {
    '@type': 'Person',
    '@id': person.orcid ? orcidUrl(person.orcid) : idOf(view, root, 'person'),
    name: printed,
    givenName: name && 'given' in name ? name.given : undefined,
    familyName: name && 'family' in name ? name.family : undefined,
    alternateName: others(
      [...person.names.map((other) => other.printed), ...Object.values(person.native ?? {})],
      printed,
    ),
    url: urls.absolute(urls.person(person.id, site.locales[0] ?? 'en')),
    identifier: person.orcid && orcidUrl(person.orcid),
    sameAs: oneOrMany([...(person.orcid ? [orcidUrl(person.orcid)] : []), ...person.links.map(({ url }) => url)]),
    jobTitle: person.role && chosen(person.role, view),
    description: plainLine(person.bio, view),
    image: person.image && urls.absolute(urls.asset(address, person.image.src)),
    ...(person.alumni ? { alumniOf: employer(unit, view) } : { affiliation: employer(unit, view) }),
  };
}

function employer(unit: Named | undefined, view: PageView): LdNode {
  if (!unit)
    return {
      '@type': 'Organization',
      '@id': siteIds(view.site.url).institute,
      name: chosen(view.site.institute, view),
    };
  return {
    '@type': 'Organization',
    '@id': idOf(view, `/units/${unit.id}/`, 'unit'),
    name: chosen(unit.name, view),
    parentOrganization: { '@id': siteIds(view.site.url).institute },
  };
}

function unitNode({ unit, parents, children }: PageOf<'unit'>, view: PageView): Identified {
  const name = chosen(unit.name, view);
  const reference = ({ id }: Named): LdReference => ({ '@id': idOf(view, `/units/${id}/`, 'unit') });
  const [parent] = parents;
  const ror = unit.ror && rorUrl(unit.ror);
  return {
    '@type': 'Organization',
    '@id': idOf(view, `/units/${unit.id}/`, 'unit'),
    name,
    alternateName: others([...Object.values(unit.name), ...unit.names], name),
    description: plainLine(unit.description, view),
    url: unit.url ?? view.urls.absolute(view.urls.unit(unit.id, view.site.locales[0] ?? 'en')),
    identifier: ror,
    sameAs: ror,
    parentOrganization: parent ? reference(parent) : { '@id': siteIds(view.site.url).institute },
    subOrganization: oneOrMany(children.map(reference)),
  };
}

function topicNode({ topic }: PageOf<'topic'>, view: PageView): Identified {
  const name = chosen(topic.label, view);
  return {
    '@type': 'DefinedTerm',
    '@id': idOf(view, `/topics/${topic.id}/`, 'topic'),
    name,
    alternateName: others(Object.values(topic.label), name),
    url: view.urls.absolute(view.urls.topic(topic.id, view.site.locales[0] ?? 'en')),
    description: plainLine(topic.description, view),
    termCode: topic.mesh,
    inDefinedTermSet: topic.mesh && 'https://id.nlm.nih.gov/mesh/',
    sameAs: topic.mesh && `https://id.nlm.nih.gov/mesh/${topic.mesh}`,
  };
}

/** A text in HTML, such as a description, in the language of the page, on one line without markup. */
const plainLine = (html: LocalizedText | undefined, view: PageView): string | undefined =>
  html && htmlToPlain(chosen(html, view)).replaceAll('\n', ' ');

function journalNode({ journal }: PageOf<'journal'>, view: PageView): Identified {
  return {
    '@type': 'Periodical',
    '@id': idOf(view, `/journals/${journal.id}/`, 'journal'),
    name: journal.title,
    alternateName: journal.abbreviation,
    description: plainLine(journal.description, view),
    issn: oneOrMany([journal.issn, journal.eissn].flatMap((issn) => issn ?? [])),
    publisher: journal.publisher === undefined ? undefined : { '@type': 'Organization', name: journal.publisher },
    url: journal.url,
  };
}

/** The path from the home page to this page. */
function breadcrumb(page: PageOf<PageKind>, { title, url }: PageSubject, view: PageView): readonly LdNode[] {
  if (page.kind === 'home' || page.kind === 'not-found' || page.kind === 'alias') return [];
  const { t, urls, locale, site } = view;
  const steps: { readonly name: string; readonly path: string }[] = [
    { name: chosen(site.institute, view), path: urls.home(locale) },
  ];
  const section = sections[page.kind];
  if (section !== undefined) steps.push({ name: t(`nav.${section}`), path: urls.index(section, locale) });
  if (page.kind === 'unit' || page.kind === 'topic')
    for (const { id, name } of [...page.parents].reverse())
      steps.push({ name: chosen(name, view), path: urls[page.kind](id, locale) });
  if (page.kind === 'year' && page.address !== page.list.root)
    steps.push({ name: view.format.year(page.year), path: urls.year(page.year, locale) });
  // Google allows a trail without the page itself. A publication's page omits it, because the node of the work has its name
  // (https://developers.google.com/search/docs/appearance/structured-data/breadcrumb).
  const last = page.kind === 'publication' ? [] : [{ name: title, item: url }];
  const items = [...steps.map(({ name, path }) => ({ name, item: urls.absolute(path) })), ...last];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: items.map(({ name, item }, index): LdNode => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item,
      })),
    },
  ];
}

const sections: Readonly<Partial<Record<PageKind, IndexKind>>> = {
  publication: 'publications',
  year: 'publications',
  'plain-language': 'publications',
  ...folderOf,
};

/** Site and institute: with all properties on the home page, without names in other languages, logo and accounts elsewhere. */
function siteNodes(page: PageOf<PageKind>, view: PageView): readonly LdNode[] {
  const { site, urls } = view;
  const ids = siteIds(site.url);
  const platform = chosen(site.platform, view);
  const institute = chosen(site.institute, view);
  const complete = page.kind === 'home';
  const website: LdNode = {
    '@type': 'WebSite',
    '@id': ids.website,
    url: urls.absolute(urls.home(site.locales[0] ?? 'en')),
    name: platform,
    alternateName: complete ? others(Object.values(site.platform), platform) : undefined,
    inLanguage: complete ? oneOrMany(site.locales) : undefined,
    publisher: { '@id': ids.institute },
  };
  return [
    // The page of a publication tells of its institute alone.
    ...(page.kind === 'publication' ? [] : [website]),
    {
      '@type': 'Organization',
      '@id': ids.institute,
      name: institute,
      alternateName: complete ? others(Object.values(site.institute), institute) : undefined,
      url: urls.absolute(urls.home(site.locales[0] ?? 'en')),
      logo: complete && site.logo ? urls.absolute(urls.asset('/', site.logo)) : undefined,
      sameAs: complete ? oneOrMany(site.social.map(({ url }) => url)) : undefined,
    },
  ];
}
