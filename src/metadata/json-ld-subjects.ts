import { type CitedPublication } from '../formats/record/cited-publication.ts';
import { rorUrl } from '../domain/identifiers/ror.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import type { Publication } from '../domain/publication/publication.ts';
import { type LdNode } from './json-ld-node.ts';
import type { PageView } from './page-view.ts';

/*
 * What a publication is about, and who paid for it.
 */

export const meshTerm = (id: string, label: string | undefined): LdNode => ({
  '@type': 'DefinedTerm',
  '@id': `https://id.nlm.nih.gov/mesh/${id}`,
  name: label,
  termCode: id,
  inDefinedTermSet: 'https://id.nlm.nih.gov/mesh/',
});

export const topicsOf = ({ context, publication }: CitedPublication, { urls, site }: PageView): readonly LdNode[] =>
  context.topics.map(({ id, name }) => {
    const page = urls.absolute(urls.topic(id, site.locales[0] ?? 'en'));
    return {
      '@type': 'DefinedTerm',
      '@id': `${page}#topic`,
      name: chooseText(name, publication.lang, site.locales)?.text ?? id,
      url: page,
    };
  });

export const trialsOf = ({ trials }: Publication): readonly LdNode[] =>
  trials.map(({ id, url }) => ({ '@type': 'MedicalTrial', identifier: id, url }));

export const fundingOf = ({ funding }: Publication): readonly LdNode[] =>
  funding.map(({ funder, ror, award }) => ({
    '@type': 'Grant',
    identifier: award,
    funder: { '@type': 'Organization', '@id': ror && rorUrl(ror), name: funder },
  }));
