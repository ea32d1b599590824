import type { PublicationContext } from '../../../src/domain/publication/publication-context.ts';
import type { PersonName } from '../../../src/domain/people/person-name.ts';
import type { Contribution, Publication } from '../../../src/domain/publication/publication.ts';
import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';

/** Builds a publication in which all other fields are empty. `printed` of a name is optional. */
export function makeCited(
  publication: PublicationSketch = {},
  context: Partial<PublicationContext> = {},
): CitedPublication {
  const slug = publication.slug ?? 'example-2024';
  const contributions = (publication.contributions ?? [{ name: { family: 'Jamshidi', given: 'A.' } }]).map(
    makeContribution,
  );
  const { editors = [], translators = [], seriesEditors = [] } = publication;
  return {
    publication: {
      ...emptyPublication,
      slug,
      citekey: slug,
      file: `publications/${slug}.mdx`,
      ...publication,
      contributions,
      editors: editors.map(makeContribution),
      translators: translators.map(makeContribution),
      seriesEditors: seriesEditors.map(makeContribution),
    },
    context: {
      url: `https://example.org/publications/${slug}/`,
      people: {},
      units: [],
      topics: [],
      related: [],
      ...context,
    },
  };
}

export function makeContribution({ name, ...rest }: ContributionSketch): Contribution {
  return { affiliations: [], corresponding: false, equal: false, roles: [], ...rest, name: printed(name) };
}

function printed(name: NameSketch): PersonName {
  if ('group' in name) return { printed: name.group, ...name };
  return { printed: [name.given, name.family, name.suffix].filter(Boolean).join(' '), ...name };
}

const emptyPublication: Publication = {
  slug: 'example-2024',
  file: 'publications/example-2024.mdx',
  type: 'article',
  lang: 'en',
  title: ['A title'],
  titles: {},
  contributions: [],
  editors: [],
  translators: [],
  seriesEditors: [],
  affiliations: [],
  published: { year: 2024 },
  links: [],
  keywords: [],
  topics: [],
  mesh: [],
  trials: [],
  funding: [],
  status: 'published',
  notices: [],
  versions: {},
  highlights: [],
  keyMessages: [],
  abstracts: [],
  sections: [],
  hasCode: false,
  assets: [],
  citekey: 'example-2024',
  aliases: [],
  featured: false,
  draft: false,
};

/** An abstract of one unlabelled section. */
export const plainAbstract = (text: string, lang = 'en') => ({ lang, sections: [{ html: '', text }] });

export type NameSketch =
  | { readonly family: string; readonly given?: string; readonly suffix?: string; readonly printed?: string }
  | { readonly group: string; readonly printed?: string };

export type ContributionSketch = Partial<Omit<Contribution, 'name'>> & { readonly name: NameSketch };

export type PublicationSketch = Partial<
  Omit<Publication, 'contributions' | 'editors' | 'translators' | 'seriesEditors'>
> & {
  readonly contributions?: readonly ContributionSketch[];
  readonly editors?: readonly ContributionSketch[];
  readonly translators?: readonly ContributionSketch[];
  readonly seriesEditors?: readonly ContributionSketch[];
};
