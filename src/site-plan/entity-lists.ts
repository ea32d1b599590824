import type { LocalizedText } from '../domain/languages/localized-text.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';
import { hasPage, type Catalog } from '../catalog/build-catalog.ts';

/** The publications of one person, unit or topic. */
export interface EntityList {
  /** Address of its page without locale, such as `/people/x/`. */
  readonly root: string;
  /** In site order; at least one. */
  readonly publications: readonly ConnectedPublication[];
  readonly name: LocalizedText;
  /** Id of the person, for the list of a person. */
  readonly person?: string;
}

/** The lists that have feeds and can be embedded: those of every person, unit and topic with a publication. */
export function entityLists({ institute, byPerson, byUnit, byTopic }: Catalog): EntityList[] {
  return [
    ...[...institute.people.values()].filter(hasPage).map((person) => ({
      root: `/people/${person.id}/`,
      publications: byPerson.get(person.id) ?? [],
      name: { und: person.names[0]?.printed ?? person.id, ...person.native },
      person: person.id,
    })),
    ...[...institute.units.values()].map(({ id, name }) => ({
      root: `/units/${id}/`,
      publications: byUnit.get(id) ?? [],
      name,
    })),
    ...[...institute.topics.values()].map(({ id, label }) => ({
      root: `/topics/${id}/`,
      publications: byTopic.get(id) ?? [],
      name: label,
    })),
  ].filter(({ publications }) => publications.length > 0);
}
