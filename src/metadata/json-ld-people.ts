import { nativeNames, type CitedPublication } from '../formats/record/cited-publication.ts';
import { orcidUrl } from '../domain/identifiers/orcid.ts';
import { rorUrl } from '../domain/identifiers/ror.ts';
import { isGroup } from '../domain/people/person-name.ts';
import type { Contribution } from '../domain/publication/publication.ts';
import { oneOrMany, type LdNode, type LdReference } from './json-ld-node.ts';
import type { PageView } from './page-view.ts';

/*
 * People and groups of a publication, and where they work.
 */

export function author(
  { name, orcid, affiliations, native }: Contribution,
  position: number,
  cited: CitedPublication,
  { urls, site }: PageView,
): LdNode {
  const person = cited.context.people[position];
  const page = person === undefined ? undefined : urls.absolute(urls.person(person, site.locales[0] ?? 'en'));
  const affiliation = oneOrMany(affiliations.map((number): LdReference => ({ '@id': affiliationId(cited, number) })));
  if (isGroup(name)) return { '@type': 'Organization', name: name.group, url: page };
  return {
    '@type': 'Person',
    '@id': orcid ? orcidUrl(orcid) : page && `${page}#person`,
    // The tag `citation_author` has the parts of the name.
    name: name.printed,
    honorificSuffix: name.suffix,
    alternateName: oneOrMany(nativeNames({ native } as Contribution)),
    url: page,
    identifier: orcid && orcidUrl(orcid),
    affiliation,
  };
}

/** An editor or translator, who has no page and no affiliation in the metadata. */
export const contributor = ({ name, orcid }: Contribution): LdNode =>
  isGroup(name)
    ? { '@type': 'Organization', name: name.group }
    : {
        '@type': 'Person',
        '@id': orcid && orcidUrl(orcid),
        name: name.printed,
        givenName: name.given,
        familyName: name.family,
        honorificSuffix: name.suffix,
      };

export const affiliationNodes = (cited: CitedPublication): readonly LdNode[] =>
  cited.publication.affiliations.map((affiliation, index) => ({
    '@type': 'Organization',
    '@id': affiliationId(cited, index + 1),
    name: affiliation.name,
    identifier: affiliation.ror && rorUrl(affiliation.ror),
    sameAs: affiliation.ror && rorUrl(affiliation.ror),
    address: affiliation.country && { '@type': 'PostalAddress', addressCountry: affiliation.country },
  }));

const affiliationId = ({ context }: CitedPublication, number: number): string => `${context.url}#affiliation-${number}`;
